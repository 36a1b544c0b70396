import type { EntryReply } from '../../api/replies.ts';
import { deedInWords, objectInWords } from './words.ts';

/** One thing that a change did: the deed in words, what it was done to, and how many more of the kind it was done to. */
export interface Deed {
  readonly words: string;
  readonly object: string;
  readonly others: number;
}

/** A change as people remember it: one decision of one person, however many records it touched. */
export interface ToldChange {
  readonly id: string;
  readonly newest: EntryReply;
  readonly deeds: readonly Deed[];
  readonly customers: readonly string[];
  readonly entries: readonly EntryReply[];
}

/** Entries, newest first, gathered by the change that made them; what a change did is told in the order in which it did it. */
export function changesOf(
  entries: readonly EntryReply[],
  nameOfFeature: (key: string) => string = (key) => key,
): readonly ToldChange[] {
  return grouped(entries, ({ changeId }) => changeId).map(([id, made]) => {
    const inOrder = made.toSorted((a, b) => a.position - b.position);
    const customers = inOrder.flatMap(({ customer }) => (customer === null ? [] : [customer]));
    return {
      id,
      newest: made[0],
      deeds: grouped(inOrder, deedInWords).map(([words, done]) => deedOf(words, done, nameOfFeature)),
      customers: [...new Set(customers)],
      entries: inOrder,
    };
  });
}

/** The first record names the deed's object. Records of other kinds are its book-keeping and go unsaid. */
function deedOf(words: string, done: Some, nameOfFeature: (key: string) => string): Deed {
  const [first, ...rest] = done;
  return {
    words,
    object: objectInWords(first, nameOfFeature),
    others: rest.filter(({ resourceKind }) => resourceKind === first.resourceKind).length,
  };
}

type Some = readonly [EntryReply, ...EntryReply[]];

/** Entries by what they have in common, in the order in which each first appears. */
function grouped(
  entries: readonly EntryReply[],
  by: (entry: EntryReply) => string,
): readonly (readonly [common: string, entries: Some])[] {
  const groups = new Map<string, [EntryReply, ...EntryReply[]]>();
  for (const entry of entries) {
    const group = groups.get(by(entry));
    if (group) group.push(entry);
    else groups.set(by(entry), [entry]);
  }
  return [...groups];
}
