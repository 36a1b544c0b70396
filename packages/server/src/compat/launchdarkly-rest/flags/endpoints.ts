import { archiveFlag } from '../../../slices/flags/index.ts';
import { readPatch } from '../body.ts';
import { assertMay, edit, editOne } from '../edit.ts';
import { type Asked, created, endpoint, nothingLeft, ok, param, type Rest } from '../endpoint.ts';
import { invalid, notFound } from '../failure.ts';
import { readerOf, unknownInstruction } from '../instruction.ts';
import { pathOf } from '../links.ts';
import { loadEnvironment, loadEnvironments, loadOne } from '../load.ts';
import { collection, many, onePage, pageAsked, single } from '../paging.ts';
import { assertVersion, copyCall, readCopy } from './copy.ts';
import { cloneFrom, creationFrom } from './create.ts';
import { partsOfDocument } from './document.ts';
import { expiringInstructions, expiringTargetsOf } from './expiring.ts';
import { chosenFlags, environmentsNamed } from './filters.ts';
import { inEnvironments, loadFlag, loadFlags } from './load.ts';
import { flagOf, type RestFlag, summarised } from './representation.ts';
import { partsOfInstructions } from './semantic.ts';

const wholeProject = (project: string) => ({ project, environment: '' });

async function shownFlag({ db }: Rest, project: string, key: string, only: readonly string[] | null) {
  const flag = await loadFlag(db.reader, project, key);
  const [loaded] = await inEnvironments(db.reader, project, [flag], only);
  if (!loaded) throw new Error('a flag that was loaded is gone');
  return flagOf(project, loaded);
}

/** `env` narrows to some environments; without it, one flag is shown with all of them. */
const environmentsAsked = ({ query }: Asked): readonly string[] | null => {
  const named = many(query, 'env');
  return named.length > 0 ? named : null;
};

const isTrue = ({ query }: Asked, name: string): boolean => /^(true|1)$/.test(single(query, name) ?? '');

async function patchFlag(asked: Asked, rest: Rest, before: RestFlag) {
  const project = param(asked, 'project');
  const patch = readPatch(asked);
  const dryRun = isTrue(asked, 'dryRun');
  if (patch.form === 'document') {
    const parts = partsOfDocument(project, before, patch.apply(before));
    await edit(asked, rest, parts, { comment: patch.comment, dryRun });
    return;
  }
  const { environment, instructions, comment } = patch;
  const { body: flag } = await loadFlag(rest.db.reader, project, before.key);
  if (environment !== null) await loadEnvironment(rest.db.reader, { project, environment });
  const targeting =
    environment === null
      ? null
      : await loadOne(rest.db.reader, 'flag_targeting', { project, environment }, before.key);
  const about = { project, environment, flag, targeting: targeting?.body ?? null };
  await edit(asked, rest, partsOfInstructions(about, instructions), { comment, dryRun });
}

export const flagEndpoints = [
  endpoint('GET', '/flags/{project}', async (asked, rest) => {
    const project = param(asked, 'project');
    assertMay(asked, 'flag.read', wholeProject(project), 'flag/*');
    const chosen = chosenFlags(await loadFlags(rest.db.reader, project), asked.query);
    const page = pageAsked(asked.query);
    const named = environmentsNamed(asked.query);
    const shown = await inEnvironments(rest.db.reader, project, onePage(chosen, page), named);
    const isWhole = single(asked.query, 'summary') === '0' || single(asked.query, 'summary') === 'false';
    const items = shown.map((flag) => {
      const one = flagOf(project, flag);
      return isWhole ? one : summarised(one);
    });
    return ok(collection(items, chosen.length, pathOf('flags', project), asked.query, page));
  }),

  endpoint('POST', '/flags/{project}', async (asked, rest) => {
    const project = param(asked, 'project');
    const place = wholeProject(project);
    assertMay(asked, 'flag.create', place, 'flag/*');
    const source = single(asked.query, 'clone');
    const { key, call, callsInEnvironments } =
      source === undefined ? creationFrom(project, asked.body) : cloneFrom(source, asked.body);
    const environments = await loadEnvironments(rest.db.reader, project);
    await editOne(asked, rest, place, [call]);
    for (const { body } of environments) {
      const there = { project, environment: body.key };
      await editOne(asked, rest, there, callsInEnvironments, 'Created with these defaults');
    }
    return created(await shownFlag(rest, project, key, null));
  }),

  endpoint('GET', '/flags/{project}/{flag}', async (asked, rest) => {
    const [project, flag] = [param(asked, 'project'), param(asked, 'flag')];
    assertMay(asked, 'flag.read', wholeProject(project), `flag/${flag}`);
    return ok(await shownFlag(rest, project, flag, environmentsAsked(asked)));
  }),

  endpoint('PATCH', '/flags/{project}/{flag}', async (asked, rest) => {
    const [project, flag] = [param(asked, 'project'), param(asked, 'flag')];
    assertMay(asked, 'flag.read', wholeProject(project), `flag/${flag}`);
    const before = await shownFlag(rest, project, flag, null);
    await patchFlag(asked, rest, before);
    return ok(await shownFlag(rest, project, flag, null));
  }),

  endpoint('DELETE', '/flags/{project}/{flag}', async (asked, rest) => {
    const [project, flag] = [param(asked, 'project'), param(asked, 'flag')];
    assertMay(asked, 'flag.archive', wholeProject(project), `flag/${flag}`);
    await loadFlag(rest.db.reader, project, flag);
    await editOne(asked, rest, wholeProject(project), [archiveFlag({ flag })]);
    return nothingLeft;
  }),

  endpoint('POST', '/flags/{project}/{flag}/copy', async (asked, rest) => {
    const [project, flag] = [param(asked, 'project'), param(asked, 'flag')];
    const copy = readCopy(asked.body);
    const target = { project, environment: copy.target.key };
    assertMay(asked, 'flag.copy', target, `flag/${flag}`);
    const { environments } = await shownFlag(rest, project, flag, null);
    assertVersion(copy.source, environments);
    assertVersion(copy.target, environments);
    const source = await loadOne(
      rest.db.reader,
      'flag_targeting',
      { project, environment: copy.source.key },
      flag,
    );
    if (!source) throw notFound(`There is no flag ${flag} in ${copy.source.key}.`);
    await editOne(asked, rest, target, [copyCall(flag, copy, source.body)], copy.comment);
    return created(await shownFlag(rest, project, flag, null));
  }),

  endpoint('GET', '/flags/{project}/{flag}/expiring-targets/{environment}', async (asked, rest) => {
    const place = { project: param(asked, 'project'), environment: param(asked, 'environment') };
    assertMay(asked, 'flag.read', place, `flag/${param(asked, 'flag')}`);
    return ok(await expiring(asked, rest, place));
  }),

  endpoint('PATCH', '/flags/{project}/{flag}/expiring-targets/{environment}', async (asked, rest) => {
    const place = { project: param(asked, 'project'), environment: param(asked, 'environment') };
    const flag = param(asked, 'flag');
    assertMay(asked, 'flag.end-target', place, `flag/${flag}`);
    await expiring(asked, rest, place);
    const patch = readPatch(asked);
    if (patch.form !== 'semantic') throw invalid('Expiring targets are edited with a semantic patch.');
    const calls = patch.instructions.flatMap((one) => {
      const read = readerOf(expiringInstructions, one);
      if (!read) throw unknownInstruction(one);
      return read(one, { project: place.project, flag });
    });
    await editOne(asked, rest, place, calls, patch.comment);
    return ok({
      ...(await expiring(asked, rest, place)),
      totalInstructions: calls.length,
      successfulInstructions: calls.length,
      failedInstructions: 0,
      errors: [],
    });
  }),
];

async function expiring(asked: Asked, { db }: Rest, place: { project: string; environment: string }) {
  await loadEnvironment(db.reader, place);
  const targeting = await loadOne(db.reader, 'flag_targeting', place, param(asked, 'flag'));
  if (!targeting) throw notFound(`There is no flag ${param(asked, 'flag')} in ${place.project}.`);
  return expiringTargetsOf(place, targeting.body);
}
