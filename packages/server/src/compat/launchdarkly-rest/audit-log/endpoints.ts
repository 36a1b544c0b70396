import type { LedgerEntry } from '@latchkey/model';
import { z } from 'zod';
import { statementsOf } from '../../../kernel/access/authorise.ts';
import { mightDo } from '../../../kernel/access/policy.ts';
import { matchesGlob, matchesResource } from '../../../kernel/access/resource-specifier.ts';
import { resourcePath } from '../../../kernel/ledger/subjects.ts';
import { readBody } from '../body.ts';
import { type Asked, endpoint, ok, param, type Rest } from '../endpoint.ts';
import { invalid, notFound } from '../failure.ts';
import { type Links, link } from '../links.ts';
import { integer, single } from '../paging.ts';
import { environmentsByProject, knownOf, loadEntries, loadEntry, type Wanted } from './load.ts';
import { type Access, accessesOf, detailOf, entryOf, seqOf } from './representation.ts';
import { fitsPolicy } from './telling.ts';
import { isTold } from './words.ts';

type Fits = (entry: LedgerEntry, accesses: readonly Access[]) => boolean;
type Listed = readonly (readonly [LedgerEntry, readonly Access[]])[];

/** Read at a time while looking for entries that fit. */
const portion = 200;
/** A search that fits little gives up after so many, and says where to go on. */
const searchedMax = 5000;

/** Whether somebody may read the ledger of the place that the entry is of. */
const mayRead = ({ principal }: Asked, { project, environment }: LedgerEntry): boolean =>
  mightDo(statementsOf(principal), {
    action: 'ledger.read',
    resource: resourcePath({ project, environment }, 'ledger/*'),
  });

/** `proj/*:env/production:flag/*;updateOn`: a resource, and after a semicolon an action. */
function bySpec(spec: string): Fits {
  const [resource = '', action = '*'] = spec.split(';');
  return (_, accesses) =>
    accesses.some(
      (access) => matchesGlob(action, access.action) && matchesResource(resource, access.resource, 'any'),
    );
}

const Statements = z.array(
  z.strictObject({
    effect: z.enum(['allow', 'deny']),
    resources: z.array(z.string()).min(1),
    actions: z.array(z.string()).min(1),
  }),
);

async function list(asked: Asked, rest: Rest, fits: Fits) {
  const limit = integer(asked.query, 'limit', 10, 1, 20);
  const wanted: Wanted = {
    before: moment(asked, 'before'),
    after: moment(asked, 'after'),
    words: single(asked.query, 'q') ?? null,
  };
  const environments = await environmentsByProject(rest.db.reader);
  const found: (readonly [LedgerEntry, readonly Access[]])[] = [];
  let below: number | null = null;
  for (let searched = 0; found.length < limit && searched < searchedMax; searched += portion) {
    const entries: readonly LedgerEntry[] = await loadEntries(rest.db.reader, wanted, below, portion);
    for (const entry of entries) {
      const accesses = accessesOf(entry, environments.get(entry.project) ?? []);
      if (found.length < limit && isTold(entry) && mayRead(asked, entry) && fits(entry, accesses))
        found.push([entry, accesses]);
    }
    below = entries.at(-1)?.seq ?? null;
    if (entries.length < portion) break;
  }
  const known = await knownOf(
    rest.db.reader,
    found.map(([entry]) => entry),
  );
  return ok({
    items: found.map(([entry, accesses]) => entryOf(entry, accesses, known)),
    _links: linksOf(found, limit),
  });
}

/** Older entries are those before the last one that is shown. */
function linksOf(found: Listed, limit: number): Links {
  const last = found.at(-1)?.[0];
  return {
    self: link('/auditlog'),
    ...(last &&
      found.length === limit && { next: link(`/auditlog?before=${Date.parse(last.at)}&limit=${limit}`) }),
  };
}

function moment({ query }: Asked, name: 'before' | 'after'): number | null {
  const written = single(query, name);
  if (written === undefined || written === '') return null;
  const at = Number(written);
  if (Number.isInteger(at) && Math.abs(at) < 8.64e15) return at;
  throw invalid(`${name} is a time in milliseconds since 1970.`);
}

export const auditLogEndpoints = [
  endpoint('GET', '/auditlog', (asked, rest) => {
    const spec = single(asked.query, 'spec');
    return list(asked, rest, spec === undefined ? () => true : bySpec(spec));
  }),

  endpoint('POST', '/auditlog', (asked, rest) => {
    const statements = readBody(Statements, asked.body);
    return list(asked, rest, (entry, accesses) => fitsPolicy(statements, entry, accesses));
  }),

  endpoint('GET', '/auditlog/{id}', async (asked, rest) => {
    const seq = seqOf(param(asked, 'id'));
    const entry = seq === null ? null : await loadEntry(rest.db.reader, seq);
    if (!entry || !mayRead(asked, entry)) throw notFound('There is no such entry.');
    const environments = (await environmentsByProject(rest.db.reader)).get(entry.project) ?? [];
    return ok(detailOf(entry, accessesOf(entry, environments), await knownOf(rest.db.reader, [entry])));
  }),
];
