import type { Decision, Feature } from '@latchkey/model';
import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronRight, IconLock, IconMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { featuresIn } from '../../api/catalogue-queries.ts';
import { entitlementsOf } from '../../api/queries.ts';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { daysInWords, endsSoon } from '../../ui/time-words.ts';
import { UsageBar } from '../../ui/usage-bar.tsx';
import classes from './entitlement-list.module.css';
import { EntitlementWhy } from './entitlement-why.tsx';
import { byAttention, originTones, shareUsed, sourceInWords, usedInWords, valueInWords } from './words.ts';

type Shown = 'has' | 'not' | 'all';

/** What the customer has, and why: every feature's decision in a sentence, its sources, what is used and when it ends. */
export function EntitlementList({ customer }: { readonly customer: string }) {
  const place = usePlace();
  const [shown, setShown] = useState<Shown>('has');
  const asked = useQuery(entitlementsOf(place, customer));
  const features = useQuery(featuresIn(place));
  const featureByKey = new Map(features.data?.items.map((feature) => [feature.key, feature]));
  return (
    <Section
      title="What they have"
      hint="Every answer, with its reasons inside."
      padded={false}
      action={
        <SegmentedControl
          size="xs"
          aria-label="Show"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: 'has', label: 'Has' },
            { value: 'not', label: 'Has not' },
            { value: 'all', label: 'All' },
          ]}
        />
      }
    >
      <Loaded asked={asked}>
        {({ items }) => {
          const rows = items
            .filter(({ allowed }) => shown === 'all' || allowed === (shown === 'has'))
            .toSorted(byAttention);
          return rows.length === 0 ? (
            shown === 'has' ? (
              <Empty title="They have nothing yet" hint="Put them on a plan, or give them a grant." />
            ) : (
              <Empty title="There is nothing that they lack" />
            )
          ) : (
            <ul className={classes['list']}>
              {rows.map((decision) => (
                <Row
                  key={decision.feature}
                  decision={decision}
                  feature={featureByKey.get(decision.feature)}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Row({ decision, feature }: { readonly decision: Decision; readonly feature: Feature | undefined }) {
  const now = useNow();
  const why = useId();
  const [open, setOpen] = useState(false);
  const { allowed, nextChangeAt, sentence, sources = [] } = decision;
  const kept = sources.filter((source) => source.kept);
  const share = shareUsed(decision);
  const used = usedInWords(decision);
  return (
    <li className={classes['row']}>
      <UnstyledButton
        className={classes['summary']}
        aria-expanded={open}
        aria-controls={why}
        onClick={() => setOpen(!open)}
      >
        <Sign decision={decision} />
        <span>
          <span className={classes['name']}>
            {feature?.name ?? decision.feature}
            {allowed && nextChangeAt !== null && endsSoon(nextChangeAt, now) && (
              <Chip tone="warn">changes {daysInWords(nextChangeAt, now)}</Chip>
            )}
            {feature?.state === 'sunset' && <Chip tone="warn">sunset</Chip>}
            {feature?.state === 'beta' && <Chip>beta</Chip>}
          </span>
          {sentence && <span className={classes['sentence']}>{sentence}</span>}
          {kept.length > 0 && (
            <span className={classes['chips']}>
              {kept.map((source) => (
                <Chip key={source.grant} tone={originTones[source.origin]} title={source.label}>
                  {sourceInWords(source)}
                </Chip>
              ))}
            </span>
          )}
        </span>
        <span className={classes['amount']}>
          <span className={classes['value']}>{valueInWords(decision.value, feature, allowed)}</span>
          {share !== null && <UsageBar share={share} label={used ?? ''} />}
          {used && <span className={classes['used']}>{used}</span>}
        </span>
        <IconChevronRight size={16} className={classes['arrow'] ?? ''} aria-hidden="true" />
      </UnstyledButton>
      <div id={why} hidden={!open}>
        {open && <EntitlementWhy decision={decision} />}
      </div>
    </li>
  );
}

function Sign({ decision: { allowed, reason } }: { readonly decision: Decision }) {
  if (allowed)
    return (
      <span className={classes['sign']} data-sign="yes">
        <IconCheck size={14} stroke={2.4} aria-label="Has it" />
      </span>
    );
  const stopped =
    reason === 'feature_disabled' || reason === 'denied_by_grant' || reason === 'customer_suspended';
  return (
    <span className={classes['sign']} data-sign={stopped ? 'stopped' : 'no'}>
      {stopped ? (
        <IconLock size={13} aria-label="Stopped" />
      ) : (
        <IconMinus size={14} stroke={2.2} aria-label="Has it not" />
      )}
    </span>
  );
}
