import { Text } from '@mantine/core';
import type { ProgrammeReply } from '../../api/programme-queries.ts';
import { Chip } from '../../ui/chip.tsx';
import type { Column } from '../../ui/table.tsx';
import type { useNames } from './names.ts';
import { ProgrammeActions } from './programme-actions.tsx';
import { endActionInWords, endInWords, isOpen, kindWords, overlayInWords, stateWords } from './words.ts';

/** What a programme is, where it stands, and what can be done about it: the same in the list and on a customer's page. */
export const programmeColumns = (
  names: ReturnType<typeof useNames>,
  now: number,
  customerName: (programme: ProgrammeReply) => string,
  timeZone = 'UTC',
): readonly Column<ProgrammeReply>[] => [
  {
    id: 'what',
    title: 'What is tried',
    cell: (programme) => (
      <>
        <Text fw={600}>{overlayInWords(programme, names)}</Text>
        <Text size="sm" c="dimmed">
          {kindWords[programme.kind]}
          {programme.owner !== null && ` · ${programme.owner}`}
        </Text>
      </>
    ),
  },
  {
    id: 'seats',
    title: 'Seats',
    fit: true,
    wide: true,
    cell: ({ seats, seatsUsed }) => (seats === null ? '–' : `${seatsUsed ?? 0} of ${seats}`),
  },
  {
    id: 'goals',
    title: 'Goals',
    fit: true,
    wide: true,
    cell: ({ goals }) =>
      goals.length === 0 ? '–' : `${goals.filter(({ reached }) => reached).length} of ${goals.length}`,
  },
  {
    id: 'state',
    title: 'State',
    cell: (programme) => (
      <>
        <Chip tone={stateWords[programme.state].tone}>{stateWords[programme.state].word}</Chip>
        <Text size="sm" c="dimmed">
          {endInWords(programme, now, timeZone)}
          {isOpen(programme) && `, ${endActionInWords(programme, names.plan)}`}
        </Text>
      </>
    ),
  },
  {
    id: 'deeds',
    title: 'What to do',
    quiet: true,
    fit: true,
    cell: (programme) => <ProgrammeActions programme={programme} name={customerName(programme)} />,
  },
];
