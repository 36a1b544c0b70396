import type { Place } from '@latchkey/model';
import type { Delivery } from '../delivery/delivery.ts';
import type { Applied } from '../kernel/changes/change.ts';
import type { Submit } from '../kernel/changes/submit.ts';
import type { Clock } from '../kernel/jobs/clock.ts';
import type { UsageDesk } from '../metering/index.ts';
import type { Recorder } from '../slices/insights/index.ts';
import type { KeysDeps } from '../slices/keys/index.ts';
import { type Chapter, calendarAt } from './chapter.ts';
import { answersOfTheYear } from './insights-of-the-year.ts';
import { story } from './story.ts';
import { beginDemo, type DemoKeys, rememberedAs, unfinishedDemo } from './unfinished.ts';
import { usageOfTheYear } from './usage-of-the-year.ts';

export interface DemoDeps extends KeysDeps {
  readonly submit: Submit;
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly delivery: Delivery;
  readonly desk: UsageDesk;
}

const places: { readonly [W in Chapter['where']]: Place } = {
  installation: { project: '', environment: '' },
  project: { project: 'demo', environment: '' },
  production: { project: 'demo', environment: 'production' },
  staging: { project: 'demo', environment: 'staging' },
};

/**
 * Tells the story into an empty database, each chapter a change at its own time. The same day gives the same demo, ids
 * included, because ids are made from those of the changes; only the values of the keys differ, which are returned.
 * A story that was broken off is told again from its beginning: chapters that happened are remembered, not repeated.
 */
export async function loadDemo(deps: DemoDeps): Promise<DemoKeys> {
  const { now, keys, values } = (await unfinishedDemo(deps)) ?? (await beginDemo(deps.clock.now(), deps));
  const telling = story(calendarAt(now), now, keys);
  let outcome: Applied | null = null;
  for (let number = 1; ; number += 1) {
    const next = telling.next(outcome);
    if (next.done) break;
    outcome = await happen(next.value, `chg_demo_${String(number).padStart(4, '0')}`, deps);
  }
  await answersOfTheYear(places.production, places.staging, { ...deps, now });
  await usageOfTheYear(places.production, { ...deps, now });
  return values;
}

async function happen(chapter: Chapter, id: string, { submit }: DemoDeps): Promise<Applied | null> {
  const { at, by, where, calls, comment, links = [], effectiveAt = null } = chapter;
  const outcome = await submit({
    id,
    place: places[where],
    principal: by,
    calls,
    comment,
    links,
    now: at,
    preview: false,
    effectiveAt,
    basedOn: null,
    idempotency: { key: rememberedAs(id), requestHash: id },
  });
  return outcome.status === 'applied' ? outcome : null;
}
