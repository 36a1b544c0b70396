/**
 * Flags in OpenFeature's words, for every door that speaks them: the remote evaluation protocol (OFREP) and the
 * providers of our SDK. One translation, so that an application may change from one to the other.
 *
 * @example
 * const translated = fromOpenFeature({ targetingKey: 'ada', customer: 'acme', country: 'DE' });
 * const answers = openFeatureAnswers(configuration, { customer, context: translated.context }, now);
 * answers.answer('exports'); // { key, value, variant, reason, metadata }
 */
export type { Memberships } from './check/guarded-flags.ts';
export {
  inOpenFeature,
  type OpenFeatureAnswer,
  type OpenFeatureAnswers,
  type OpenFeatureFailure,
  openFeatureAnswers,
} from './openfeature/answers.ts';
export { fromOpenFeature, type TranslatedContext, UnusableContext } from './openfeature/context.ts';
