import { fromInstant, type SegmentMember } from '@latchkey/model';
import { z } from 'zod';
import { createSegment, removeSegment, stores } from '../../../slices/segments/index.ts';
import { type Instruction, readBody, readPatch } from '../body.ts';
import { assertMay, edit, editOne, type Part } from '../edit.ts';
import { type Asked, created, endpoint, nothingLeft, ok, param, type Rest } from '../endpoint.ts';
import { failureOf, invalid, RestFailure } from '../failure.ts';
import { byQuery, byTags, filtered, textOf } from '../filter.ts';
import { objectId } from '../ids.ts';
import { type InstructionReader, readerOf, unknownInstruction } from '../instruction.ts';
import { pathOf, selfAndParent, site } from '../links.ts';
import { loadAll } from '../load.ts';
import { collection, onePage, pageAsked, single, sorted } from '../paging.ts';
import { partsOfDocument } from './document.ts';
import { expiringInstructions, inEnvironment, shared } from './instructions.ts';
import { loadSegment, loadSegments, withMembers } from './load.ts';
import { type InPlace, type RestSegment, segmentOf } from './representation.ts';

const placeOf = (asked: Asked): InPlace => ({
  project: param(asked, 'project'),
  environment: param(asked, 'environment'),
});
const catalogue = ({ project }: InPlace) => ({ project, environment: '' });

async function shownSegment({ db }: Rest, place: InPlace, key: string): Promise<RestSegment> {
  const loaded = await withMembers(db.reader, place, await loadSegment(db.reader, place, key));
  return { ...segmentOf(place, loaded), _flags: await flagsUsing(db.reader, place, key) };
}

/** The flags whose rules ask for the segment in this environment. */
async function flagsUsing(db: Rest['db']['reader'], place: InPlace, segment: string) {
  const [flags, targetings] = await Promise.all([
    loadAll(db, 'flag', catalogue(place)),
    loadAll(db, 'flag_targeting', place),
  ]);
  const using = new Set(
    targetings
      .filter(({ body: { rules } }) =>
        rules.some(({ clauses }) =>
          clauses.some(({ op, values }) => op === 'segmentMatch' && values.includes(segment)),
        ),
      )
      .map(({ body: { flag } }) => flag),
  );
  return flags
    .filter(({ body: { key } }) => using.has(key))
    .map(({ body: { key, name } }) => ({
      key,
      name,
      _links: selfAndParent('flags', place.project, key),
      _site: site(pathOf(place.project, place.environment, 'flags', key)),
    }));
}

function partsOfInstructions(
  place: InPlace,
  segment: string,
  instructions: readonly Instruction[],
): readonly Part[] {
  const about = { segment };
  const ofAll = [];
  const ofOne = [];
  for (const one of instructions) {
    const readShared = readerOf(shared, one);
    const readOwn = readerOf(inEnvironment, one);
    if (readShared) ofAll.push(...readShared(one, about));
    else if (readOwn) ofOne.push(...readOwn(one, about));
    else throw unknownInstruction(one);
  }
  return [
    { place: catalogue(place), calls: ofAll },
    { place, calls: ofOne },
  ];
}

const SegmentBody = z.strictObject({
  key: z.string(),
  name: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  unbounded: z.literal(false, 'needs no choice: every list may be long here').optional(),
  unboundedContextKind: z.literal('', 'needs no choice: a list takes every kind').optional(),
});

export const segmentEndpoints = [
  endpoint('GET', '/segments/{project}/{environment}', async (asked, rest) => {
    const place = placeOf(asked);
    assertMay(asked, 'segment.read', place, 'segment/*');
    const all = await loadSegments(rest.db.reader, place);
    const fitting = filtered(all, single(asked.query, 'filter'), {
      query: byQuery(({ body: { key, name, description } }) => `${key} ${name} ${description}`),
      tags: byTags(({ body: { tags } }) => tags),
      keys: ({ value }) => {
        const keys = Array.isArray(value) ? value.map(String) : String(value).split('|');
        return ({ body: { key } }) => keys.includes(key);
      },
      external: (condition) => {
        const isExternal = textOf({ ...condition, value: String(condition.value) }) === 'true';
        return () => !isExternal;
      },
    });
    const inOrder = sorted(fitting, single(asked.query, 'sort'), {
      key: ({ body }) => body.key,
      name: ({ body }) => body.name.toLowerCase(),
      creationDate: ({ createdAt }) => createdAt,
    });
    const page = pageAsked(asked.query);
    const items = await Promise.all(
      onePage(inOrder, page).map(async (one) =>
        segmentOf(place, await withMembers(rest.db.reader, place, one)),
      ),
    );
    const path = pathOf('segments', place.project, place.environment);
    return ok(collection(items, fitting.length, path, asked.query, page));
  }),

  endpoint('POST', '/segments/{project}/{environment}', async (asked, rest) => {
    const place = placeOf(asked);
    assertMay(asked, 'segment.create', catalogue(place), 'segment/*');
    await loadSegments(rest.db.reader, place);
    const { key, name, description, tags } = readBody(SegmentBody, asked.body);
    const call = createSegment({
      key,
      name,
      ...(description !== undefined && { description }),
      ...(tags !== undefined && { tags }),
    });
    await editOne(asked, rest, catalogue(place), [call]);
    return created(await shownSegment(rest, place, key));
  }),

  endpoint('GET', '/segments/{project}/{environment}/{segment}', async (asked, rest) => {
    const place = placeOf(asked);
    assertMay(asked, 'segment.read', place, `segment/${param(asked, 'segment')}`);
    return ok(await shownSegment(rest, place, param(asked, 'segment')));
  }),

  endpoint('PATCH', '/segments/{project}/{environment}/{segment}', async (asked, rest) => {
    const place = placeOf(asked);
    const key = param(asked, 'segment');
    assertMay(asked, 'segment.read', place, `segment/${key}`);
    const { _flags: _, ...before } = await shownSegment(rest, place, key);
    const patch = readPatch(asked);
    const { comment } = patch;
    const dryRun = single(asked.query, 'dryRun') === 'true';
    if (patch.form === 'document') {
      if (before.unbounded)
        throw new RestFailure(
          409,
          'conflict',
          'A long list is edited with a semantic patch, which names who is added or removed.',
        );
      await edit(asked, rest, partsOfDocument(place, before, patch.apply(before)), { comment, dryRun });
    } else {
      if (patch.environment !== null && patch.environment !== place.environment)
        throw invalid(`environmentKey: the address says ${place.environment}.`);
      await edit(asked, rest, partsOfInstructions(place, key, patch.instructions), { comment, dryRun });
    }
    return ok(await shownSegment(rest, place, key));
  }),

  endpoint('DELETE', '/segments/{project}/{environment}/{segment}', async (asked, rest) => {
    const place = placeOf(asked);
    const segment = param(asked, 'segment');
    assertMay(asked, 'segment.remove', catalogue(place), `segment/${segment}`);
    await loadSegment(rest.db.reader, place, segment);
    await editOne(asked, rest, catalogue(place), [removeSegment({ segment })]);
    return nothingLeft;
  }),

  endpoint('GET', '/segments/{project}/{segment}/expiring-targets/{environment}', async (asked, rest) => {
    const place = placeOf(asked);
    assertMay(asked, 'segment.read', place, `segment/${param(asked, 'segment')}`);
    return ok(await expiring(asked, rest, place));
  }),

  endpoint('PATCH', '/segments/{project}/{segment}/expiring-targets/{environment}', async (asked, rest) => {
    const place = placeOf(asked);
    const segment = param(asked, 'segment');
    assertMay(asked, 'segment.end-member', place, `segment/${segment}`);
    await loadSegment(rest.db.reader, place, segment);
    const patch = readPatch(asked);
    if (patch.form !== 'semantic') throw invalid('Expiring targets are edited with a semantic patch.');
    const errors: { instructionIndex: number; message: string }[] = [];
    for (const [instructionIndex, one] of patch.instructions.entries()) {
      const read = readerOf(expiringInstructions, one);
      if (!read) throw unknownInstruction(one);
      const message = await tried(asked, rest, place, one, read, patch.comment);
      if (message !== null) errors.push({ instructionIndex, message });
    }
    const total = patch.instructions.length;
    return ok({
      ...(await expiring(asked, rest, place)),
      totalInstructions: total,
      successfulInstructions: total - errors.length,
      failedInstructions: errors.length,
      errors,
    });
  }),
];

/** LaunchDarkly lets those of a list succeed that can, and says of the others why they could not. */
async function tried(
  asked: Asked,
  rest: Rest,
  place: InPlace,
  one: Instruction,
  read: InstructionReader<{ segment: string }>,
  comment: string,
): Promise<string | null> {
  const calls = read(one, { segment: param(asked, 'segment') });
  try {
    await editOne(asked, rest, place, calls, comment);
    return null;
  } catch (error) {
    const { status, body } = failureOf(error, '');
    if (status >= 500 || status === 403 || status === 405) throw error;
    return body.message;
  }
}

async function expiring(asked: Asked, { db }: Rest, place: InPlace) {
  const segment = param(asked, 'segment');
  await loadSegment(db.reader, place, segment);
  const members = await stores.segment_member.all(db.reader, place, { parent: segment });
  return {
    items: members.flatMap((member) =>
      member.until === undefined ? [] : [endOf(place, member, member.until)],
    ),
    _links: selfAndParent('segments', place.project, segment, 'expiring-targets', place.environment),
  };
}

function endOf(
  { project, environment }: InPlace,
  { segment, contextKind, contextKey, included }: SegmentMember,
  until: string,
) {
  return {
    _id: objectId([project, environment, segment, contextKind, contextKey].join('\n')),
    _version: 1,
    expirationDate: fromInstant(until),
    contextKind,
    contextKey,
    targetType: included ? 'included' : 'excluded',
    _resourceId: { environmentKey: environment, key: segment, kind: 'segment', projectKey: project },
  };
}
