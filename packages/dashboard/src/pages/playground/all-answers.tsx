import { Button, Text } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Asked, answersOfFlags } from '../../api/playground-queries.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { SearchField } from '../../shell/filters.tsx';
import { matches } from '../../shell/matches.ts';
import { usePlace } from '../../shell/place.ts';
import { countOf } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { ListFoot, Toolbar } from '../../ui/toolbar.tsx';
import { answerInWords, reasonInWords } from './words.ts';

/** Until the flags are there; the answers may come first. */
const unknown = { variations: [], on: false } as const;

/** More are found by searching. */
const shownMax = 100;

/** What every flag answers, each with its reason in a few words and the way to all steps. */
export function AllAnswers({
  asked,
  flags,
  onFlag,
}: {
  readonly asked: Asked;
  readonly flags: UseQueryResult<{ readonly items: readonly FlagInEnvironment[] }>;
  readonly onFlag: (flag: string) => void;
}) {
  const place = usePlace();
  const answers = useQuery(answersOfFlags(place, asked));
  const [query, setQuery] = useState('');
  const known = new Map(flags.data?.items.map((flag) => [flag.key, flag]));
  return (
    <Section title="What they get" padded={false}>
      <Toolbar>
        <SearchField label="Name or key" value={query} onSearch={setQuery} />
      </Toolbar>
      <Loaded asked={answers}>
        {({ items }) => {
          const found = items.filter(({ flag, name }) => matches(query, flag, name));
          return (
            <>
              <Table
                label="What every flag answers"
                rows={found.slice(0, shownMax)}
                rowKey={({ flag }) => flag}
                empty={<Empty title="No flag fits" hint="Search for part of its name or key." />}
                columns={[
                  {
                    id: 'flag',
                    title: 'Flag',
                    cell: ({ flag, name }) => (
                      <>
                        <Text fw={600}>{name}</Text>
                        <Text size="xs" c="dimmed">
                          {flag}
                        </Text>
                      </>
                    ),
                  },
                  {
                    id: 'answer',
                    title: 'They get',
                    cell: (answer) => (
                      <strong>{answerInWords(answer, known.get(answer.flag) ?? unknown)}</strong>
                    ),
                  },
                  {
                    id: 'why',
                    title: 'Because',
                    wide: true,
                    cell: (answer) => reasonInWords(answer, known.get(answer.flag) ?? unknown),
                  },
                  {
                    id: 'steps',
                    title: 'Every step',
                    quiet: true,
                    fit: true,
                    cell: ({ flag, name }) => (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={`Why ${name}`}
                        onClick={() => onFlag(flag)}
                      >
                        Why
                      </Button>
                    ),
                  },
                ]}
              />
              <ListFoot>
                <span>
                  {found.length > shownMax
                    ? `The first ${shownMax} of ${countOf(found.length, 'flag')}; search to find the others`
                    : countOf(found.length, 'flag')}
                </span>
              </ListFoot>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
