import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { featuresIn, flagsIn, planMatrix } from '../../api/catalogue-queries.ts';
import type { FeatureReply, PlanColumn } from '../../api/replies.ts';
import { ButtonLink, TextLink } from '../../shell/links.tsx';
import { useMe } from '../../shell/may.ts';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { History } from '../ledger/history.tsx';
import classes from './home.module.css';
import { greeting } from './words.ts';

/** The morning's look: how many customers are on what, which features nobody can buy yet, and what others just did. */
export function Home() {
  const place = usePlace();
  const environment = useEnvironment();
  const { principal } = useMe();
  const plans = useQuery(planMatrix(place));
  const features = useQuery(featuresIn(place));
  const flags = useQuery(flagsIn(place));
  const unassigned = useQuery(featuresIn(place, { unassigned: 'true' }));
  const on = flags.data?.items.filter((flag) => flag.on).length;
  return (
    <Page
      title={greeting(principal.name, new Date().getHours())}
      name="Home"
      lead={`This is ${environment.name}.`}
      action={
        <ButtonLink to="/$project/$environment/customers" params={place} variant="default">
          Find a customer
        </ButtonLink>
      }
    >
      <div className={classes['figures']}>
        <Link to="/$project/$environment/customers" params={place} className={classes['figure'] ?? ''}>
          <Figure name="Customers on plans" number={plans.data && sum(plans.data.items)} />
        </Link>
        <Link to="/$project/$environment/plans" params={place} className={classes['figure'] ?? ''}>
          <Figure
            name="Plans and add-ons"
            number={plans.data?.items.filter(({ state }) => state === 'live').length}
          />
        </Link>
        <Link to="/$project/$environment/features" params={place} className={classes['figure'] ?? ''}>
          <Figure name="Features" number={features.data?.items.length} />
        </Link>
        <Link to="/$project/$environment/flags" params={place} className={classes['figure'] ?? ''}>
          <Figure name="Flags on" number={on} />
        </Link>
      </div>
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Section title="Customers by plan">
            <Loaded asked={plans}>{({ items }) => <ByPlan plans={items} />}</Loaded>
          </Section>
          <Section
            title="Not for sale yet"
            hint="Features that are in no plan: nobody gets them until they are, or until somebody grants them."
            padded={false}
          >
            <Loaded asked={unassigned}>{({ items }) => <Unassigned features={items} />}</Loaded>
          </Section>
        </div>
        <div className={classes['column']}>
          <History filter={{}} title="Latest changes" limit={10} />
        </div>
      </div>
    </Page>
  );
}

const sum = (plans: readonly PlanColumn[]): number =>
  plans.filter(({ kind }) => kind !== 'addon').reduce((all, { customers }) => all + customers, 0);

const Figure = ({ name, number }: { readonly name: string; readonly number: number | undefined }) => (
  <>
    <span className={classes['name']}>{name}</span>
    <span className={classes['number']}>{number ?? '–'}</span>
  </>
);

function ByPlan({ plans }: { readonly plans: readonly PlanColumn[] }) {
  const place = usePlace();
  const most = Math.max(1, ...plans.map(({ customers }) => customers));
  if (plans.length === 0)
    return (
      <Empty
        title="There are no plans yet"
        hint="A plan is what customers buy. Make the first one under Plans."
      />
    );
  return (
    <ul className={classes['plans']}>
      {plans.map(({ key, name, customers }) => (
        <li key={key} className={classes['plan']}>
          <TextLink to="/$project/$environment/customers" params={place} search={{ plan: key }}>
            {name}
          </TextLink>
          <span
            className={classes['bar']}
            style={{ width: `${(customers / most) * 100}%` }}
            aria-hidden="true"
          />
          <span>{customers}</span>
        </li>
      ))}
    </ul>
  );
}

function Unassigned({ features }: { readonly features: readonly FeatureReply[] }) {
  const place = usePlace();
  return (
    <Table
      label="Features in no plan"
      rows={features.slice(0, 6)}
      rowKey={({ key }) => key}
      empty={<Empty title="Every feature is in a plan" />}
      columns={[
        {
          id: 'name',
          title: 'Feature',
          cell: ({ key, name }) => (
            <TextLink to="/$project/$environment/features/$feature" params={{ ...place, feature: key }}>
              {name}
            </TextLink>
          ),
        },
        {
          id: 'source',
          title: 'Comes from',
          fit: true,
          cell: ({ source }) =>
            source.platform === 'latchkey' ? 'here' : <Chip tone="info">{source.platform}</Chip>,
        },
        { id: 'state', title: 'State', fit: true, wide: true, cell: ({ state }) => state },
      ]}
    />
  );
}
