import { type CompiledConfiguration, type FlagAnswer, FlagRoll } from '@latchkey/engine';
import { AnswerTexts } from '../../delivery/answer-texts.ts';
import type { Edition } from './edition.ts';
import { generatedPrefix } from './gates.ts';

interface BuiltOn {
  readonly key: string;
  readonly place: number;
  readonly isOn: boolean;
  readonly variation: number | null | undefined;
}

/**
 * The flags of an edition that browsers and phones may read, as they are asked under one configuration and written in
 * that edition. What does not depend on who asks is worked out once.
 */
export class ClientFlags {
  readonly configuration: CompiledConfiguration;
  readonly roll: FlagRoll;
  /** The first of the roll. Those after are asked because others build on them, and told to nobody. */
  readonly told: number;
  /** Some segment lists more members than an edition has: it says so of the answers that rest on it. */
  readonly hasUnlisted: boolean;
  readonly #edition: Edition;
  /** By place in the roll; without the flags that we made. */
  readonly #builtOn: readonly (readonly BuiltOn[])[];
  readonly #plain: AnswerTexts<FlagAnswer>;
  readonly #withReasons: AnswerTexts<FlagAnswer>;

  constructor(edition: Edition, configuration: CompiledConfiguration) {
    const { flags, segments } = edition.projection;
    const open = [...flags.values()].filter(({ clientSide }) => clientSide === true).map(({ key }) => key);
    const builtOn = open.map((key) => builtOnBy(edition, key));
    const keys = [...new Set([...open, ...builtOn.flat().map(({ key }) => key)])];
    const places = new Map(keys.map((key, place) => [key, place]));
    this.#edition = edition;
    this.configuration = configuration;
    this.roll = new FlagRoll(configuration, keys);
    this.told = open.length;
    this.hasUnlisted = [...segments.values()].some(({ unbounded }) => unbounded === true);
    this.#builtOn = builtOn.map((each) =>
      each.map(({ key, variation }) => ({
        key,
        variation,
        place: places.get(key) ?? -1,
        isOn: flags.get(key)?.on === true,
      })),
    );
    const written = (withReasons: boolean) =>
      new AnswerTexts<FlagAnswer>((place, answer, asked) => {
        const result = this.#result(place, answer, asked, withReasons);
        return `${JSON.stringify(keys[place])}:${JSON.stringify(result)}`;
      });
    this.#plain = written(false);
    this.#withReasons = written(true);
  }

  /** All answers as members of an object. */
  joined(answers: readonly FlagAnswer[], withReasons: boolean) {
    const texts = withReasons ? this.#withReasons : this.#plain;
    return texts.joined(answers, this.told, (place) => this.#askedCount(answers, place));
  }

  /** As client-side SDKs read them, with their keys. */
  results(answers: readonly FlagAnswer[], withReasons: boolean) {
    return this.roll.keys.slice(0, this.told).map((key, place) => {
      const answer = answers[place] as FlagAnswer;
      return [key, this.#result(place, answer, this.#askedCount(answers, place), withReasons)] as const;
    });
  }

  #result(
    place: number,
    { value, variationIndex, reason }: FlagAnswer,
    askedCount: number,
    withReasons: boolean,
  ) {
    const { items, version } = this.#edition;
    const asked = (this.#builtOn[place] ?? []).slice(0, askedCount);
    return {
      value,
      ...(variationIndex !== null && { variation: variationIndex }),
      version,
      flagVersion: items.flags.get(this.roll.keys[place] ?? '')?.version ?? version,
      trackEvents: false,
      ...(withReasons && { reason }),
      ...(asked.length > 0 && { prerequisites: asked.map(({ key }) => key) }),
    };
  }

  /** Of the flags that it builds on, how many were asked: up to the first that stood in the way. */
  #askedCount(answers: readonly FlagAnswer[], place: number): number {
    const builtOn = this.#builtOn[place] as readonly BuiltOn[];
    if (builtOn.length === 0 || answers[place]?.reason.kind === 'OFF') return 0;
    const failing = builtOn.findIndex(
      (each) => !each.isOn || answers[each.place]?.variationIndex !== each.variation,
    );
    return failing === -1 ? builtOn.length : failing + 1;
  }
}

const builtOnBy = ({ projection }: Edition, key: string) =>
  (projection.flags.get(key)?.prerequisites ?? []).filter((each) => !each.key.startsWith(generatedPrefix));

const newest = new WeakMap<Edition, ClientFlags>();

/** An edition may be read under two configurations, one after the other, while the next edition is made. */
export function clientFlagsOf(edition: Edition, configuration: CompiledConfiguration): ClientFlags {
  const known = newest.get(edition);
  if (known?.configuration === configuration) return known;
  const flags = new ClientFlags(edition, configuration);
  newest.set(edition, flags);
  return flags;
}
