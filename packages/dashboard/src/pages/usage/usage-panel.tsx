import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { type BucketReply, type MeterReply, usageOf } from '../../api/usage-queries.ts';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { UsageBar } from '../../ui/usage-bar.tsx';
import { UsageHistory } from './usage-history.tsx';
import classes from './usage-panel.module.css';
import { besidesInWords, shareOf, standingInWords } from './words.ts';

/** How a customer's meters stand, allowance by allowance. Not there where nothing is metered. */
export function UsagePanel({ customer, timeZone }: { readonly customer: string; readonly timeZone: string }) {
  const place = usePlace();
  const asked = useQuery(usageOf(place, customer));
  if (asked.data?.items.length === 0) return null;
  return (
    <Section title="Use" hint="What is counted, and what is left of it." padded={false}>
      <Loaded asked={asked}>
        {({ items }) =>
          items.map((meter) => (
            <Meter key={meter.feature} meter={meter} customer={customer} timeZone={timeZone} />
          ))
        }
      </Loaded>
    </Section>
  );
}

function Meter({
  meter: { feature, name, unit, decision, buckets },
  customer,
  timeZone,
}: {
  readonly meter: MeterReply;
  readonly customer: string;
  readonly timeZone: string;
}) {
  const [showsHistory, history] = useDisclosure(false);
  const id = useId();
  const isAtLimit = decision.reason === 'limit_reached' || decision.reason === 'cap_reached';
  return (
    <div className={classes['meter']}>
      <div className={classes['head']}>
        <h3>{name}</h3>
        {isAtLimit && <Chip tone="bad">at the limit</Chip>}
        {!decision.allowed && !isAtLimit && <Chip>not allowed now</Chip>}
        <Button
          className={classes['more'] ?? ''}
          variant="default"
          size="compact-sm"
          aria-expanded={showsHistory}
          aria-controls={id}
          aria-label={`${showsHistory ? 'Hide' : 'Show'} the history of ${name}`}
          onClick={history.toggle}
        >
          {showsHistory ? 'Hide history' : 'History'}
        </Button>
      </div>
      {buckets.length === 0 ? (
        <Text size="sm" c="dimmed">
          No allowance of it now.
        </Text>
      ) : (
        <ul className={classes['buckets']}>
          {buckets.map((bucket) => (
            <Allowance key={bucket.bucket} bucket={bucket} unit={unit} timeZone={timeZone} />
          ))}
        </ul>
      )}
      <div id={id} className={showsHistory ? classes['history'] : undefined} hidden={!showsHistory}>
        {showsHistory && <UsageHistory customer={customer} feature={feature} name={name} />}
      </div>
    </div>
  );
}

function Allowance({
  bucket,
  unit,
  timeZone,
}: {
  readonly bucket: BucketReply;
  readonly unit: string | null;
  readonly timeZone: string;
}) {
  const share = shareOf(bucket);
  const standing = standingInWords(bucket);
  const besides = besidesInWords(bucket, timeZone);
  return (
    <li>
      <div className={classes['line']}>
        <span>{bucket.label || 'Open to all'}</span>
        <span>
          {standing}
          {unit !== null && <Text span size="xs" c="dimmed">{` ${unit}`}</Text>}
        </span>
      </div>
      {share !== null && <UsageBar share={share} label={`${bucket.label}: ${standing}`} />}
      {besides.length > 0 && <div className={classes['besides']}>{besides.join(' · ')}</div>}
    </li>
  );
}
