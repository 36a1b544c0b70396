import type { Flag } from '@latchkey/model';
import { Chip } from '../../ui/chip.tsx';
import { stateWords } from './words.ts';

/** Where a flag is in its life; a live one needs no mark. */
export const StateChip = ({ state }: { readonly state: Flag['state'] }) =>
  state === 'live' ? null : <Chip tone={stateWords[state].tone}>{stateWords[state].word}</Chip>;
