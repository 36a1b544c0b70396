import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planMatrix } from '../../api/catalogue-queries.ts';
import { subscriptionsOf } from '../../api/queries.ts';
import type { CustomerReply, SubscriptionItemReply, SubscriptionReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { dayInWords, endsSoon } from '../../ui/time-words.ts';
import type { Tone } from '../../ui/tone.ts';
import { UsageBar } from '../../ui/usage-bar.tsx';
import { ChangeSeats } from './change-seats.tsx';
import { SeatPanel } from './seat-panel.tsx';
import classes from './subscription-list.module.css';
import { seatsInWords, untilInWords } from './words.ts';

/** What the customer bought: plans, seats and dates, and who sits on the seats. */
export function SubscriptionList({ customer }: { readonly customer: CustomerReply }) {
  const place = usePlace();
  const asked = useQuery(subscriptionsOf(place, customer.key));
  return (
    <Section title="Subscriptions" hint="What they have bought." padded={false}>
      <Loaded asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title="They have not bought anything"
              hint="Until they do, the default plan decides. “Put on a plan” is at the top of the page."
            />
          ) : (
            items.map((subscription) => (
              <OneSubscription key={subscription.eId} customer={customer} subscription={subscription} />
            ))
          )
        }
      </Loaded>
    </Section>
  );
}

const stateTones = {
  draft: 'neutral',
  active: 'good',
  suspended: 'bad',
  closed: 'neutral',
} as const satisfies Record<SubscriptionReply['state'], Tone>;

function OneSubscription({
  customer,
  subscription,
}: {
  readonly customer: CustomerReply;
  readonly subscription: SubscriptionReply;
}) {
  const { eId, state, source, createdAt, items } = subscription;
  return (
    <article className={classes['subscription']} aria-label={`Subscription ${eId}`}>
      <div className={classes['head']}>
        <KeyText value={eId} name="subscription" />
        <Chip tone={stateTones[state]}>{state}</Chip>
        <Text size="sm" c="dimmed">
          since {dayInWords(createdAt)}
          {source.system !== '' && source.system !== 'latchkey' && ` · kept by ${source.system}`}
        </Text>
      </div>
      <div className={classes['items']}>
        {items.map((item) => (
          <Item key={item.pkId} customer={customer} subscription={subscription} item={item} />
        ))}
      </div>
    </article>
  );
}

function Item({
  customer,
  subscription,
  item,
}: {
  readonly customer: CustomerReply;
  readonly subscription: SubscriptionReply;
  readonly item: SubscriptionItemReply;
}) {
  const now = useNow();
  const place = usePlace();
  const [sitting, setSitting] = useState(false);
  // What is edited is what was seen when the form opened: news must neither replace typed text nor hide a conflict.
  const [changing, setChanging] = useState<{
    readonly subscription: SubscriptionReply;
    readonly item: SubscriptionItemReply;
  } | null>(null);
  const plans = useQuery(planMatrix(place));
  const { plan, version, quantity, to, consumed } = item;
  const name = plans.data?.items.find(({ key }) => key === plan)?.name ?? plan;
  const closed =
    subscription.state === 'closed' || item.state === 'closed' ? 'It is closed for good.' : undefined;
  return (
    <div className={classes['item']}>
      <div>
        <TextLink
          to="/$project/$environment/plans/$plan"
          params={{ ...place, plan }}
          className={classes['plan'] ?? ''}
        >
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {version === 'current' ? 'follows the published version' : `stays on version ${version}`}
        </Text>
        <Text size="sm">
          {endsSoon(to, now) ? (
            <Chip tone="warn">{untilInWords(to, now, customer.timeZone)}</Chip>
          ) : (
            untilInWords(to, now, customer.timeZone)
          )}
        </Text>
      </div>
      <div className={classes['seats']}>
        <span>{seatsInWords(consumed, quantity)}</span>
        <UsageBar share={consumed / quantity} label={seatsInWords(consumed, quantity)} />
      </div>
      <div className={classes['deeds']}>
        <ActionButton
          action="subscription.change-quantity"
          off={closed}
          variant="default"
          size="compact-sm"
          onClick={() => setChanging({ subscription, item })}
        >
          Change seats
        </ActionButton>
        <ActionButton
          action="activation.read"
          variant="default"
          size="compact-sm"
          onClick={() => setSitting(true)}
        >
          Who sits where
        </ActionButton>
      </div>
      {changing && (
        <ChangeSeats customer={customer} {...changing} name={name} onClose={() => setChanging(null)} />
      )}
      <SeatPanel
        subscription={subscription}
        item={item}
        plan={name}
        opened={sitting}
        onClose={() => setSitting(false)}
      />
    </div>
  );
}
