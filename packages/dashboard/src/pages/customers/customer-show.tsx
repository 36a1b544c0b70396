import { useDisclosure } from '@mantine/hooks';
import { IconGift, IconPackages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { oneCustomer } from '../../api/queries.ts';
import type { CustomerReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { HoldPanel } from '../holds/hold-panel.tsx';
import { History } from '../ledger/history.tsx';
import { LicenceList } from '../licences/licence-list.tsx';
import { ProgrammePanel } from '../programmes/programme-panel.tsx';
import { UsagePanel } from '../usage/usage-panel.tsx';
import { CustomerDetails } from './customer-details.tsx';
import classes from './customer-show.module.css';
import { EntitlementList } from './entitlement-list.tsx';
import { GrantGive } from './grant-give.tsx';
import { GrantList } from './grant-list.tsx';
import { PutOnPlan } from './put-on-plan.tsx';
import { SubscriptionList } from './subscription-list.tsx';
import { stateWords } from './words.ts';

/** Everything about one customer on one page: what they have and why, what they bought, what was given, what happened. */
export function CustomerShow() {
  const place = usePlace();
  const { customer } = useParams({ from: '/$project/$environment/customers/$customer' });
  const asked = useQuery(oneCustomer(place, customer));
  return <Loaded asked={asked}>{(found) => <Known key={found.key} customer={found} />}</Loaded>;
}

function Known({ customer }: { readonly customer: CustomerReply }) {
  const place = usePlace();
  const [giving, give] = useDisclosure(false);
  const [buying, buy] = useDisclosure(false);
  const { key, name, state, identifiers, parent, tags, timeZone } = customer;
  const archived = state === 'archived' ? 'This customer is archived.' : undefined;
  return (
    <Page
      title={name}
      trail={
        <TextLink to="/$project/$environment/customers" params={place}>
          Customers
        </TextLink>
      }
      beside={<Chip tone={stateWords[state].tone}>{stateWords[state].word}</Chip>}
      lead={
        <div className={classes['facts']}>
          <KeyText value={key} />
          {Object.entries(identifiers).map(
            ([kind, value]) =>
              value !== undefined && (
                <KeyText key={kind} name={identifierWords[kind] ?? kind} value={value} />
              ),
          )}
          {parent !== null && (
            <span>
              part of{' '}
              <TextLink
                to="/$project/$environment/customers/$customer"
                params={{ ...place, customer: parent }}
              >
                {parent}
              </TextLink>
            </span>
          )}
          {tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </div>
      }
      action={
        <>
          <ActionButton
            action="grant.create"
            off={archived}
            variant="default"
            leftSection={<IconGift size={16} />}
            onClick={give.open}
          >
            Give a grant
          </ActionButton>
          <ActionButton
            action="subscription.create"
            off={archived}
            leftSection={<IconPackages size={16} />}
            onClick={buy.open}
          >
            Put on a plan
          </ActionButton>
        </>
      }
    >
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <EntitlementList customer={key} />
          <UsagePanel customer={key} timeZone={timeZone || 'UTC'} />
          <SubscriptionList customer={customer} />
          <ProgrammePanel customer={customer} />
          <GrantList customer={customer} />
          <LicenceList customer={customer} />
          <HoldPanel customer={customer} />
        </div>
        <div className={classes['column']}>
          <CustomerDetails customer={customer} />
          <History filter={{ customer: key }} hint="What happens to this customer appears here by itself." />
        </div>
      </div>
      <GrantGive customer={customer} opened={giving} onClose={give.close} />
      <PutOnPlan customer={customer} opened={buying} onClose={buy.close} />
    </Page>
  );
}

const identifierWords: Readonly<Record<string, string>> = {
  externalId: 'external',
  identifier: 'identifier',
  refId: 'reference',
  crmId: 'CRM',
  stripe: 'Stripe',
};
