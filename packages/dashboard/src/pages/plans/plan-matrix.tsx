import type { PlanItem } from '@latchkey/model';
import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { featuresIn, planMatrix } from '../../api/catalogue-queries.ts';
import type { FeatureReply, PlanColumn } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { countOf } from '../../ui/impact-words.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { dayInWords } from '../../ui/time-words.ts';
import { itemInWords } from '../features/words.ts';
import { PlanCreate } from './plan-create.tsx';
import classes from './plan-matrix.module.css';
import { kindWords } from './words.ts';

/** Which plan gives what: the pricing page from the inside, as it is published in this environment. */
export function PlanMatrix() {
  const place = usePlace();
  const environment = useEnvironment();
  const [creating, create] = useDisclosure(false);
  const plans = useQuery(planMatrix(place));
  const features = useQuery(featuresIn(place));
  return (
    <Page
      title="Plans"
      lead={`What each plan gives in ${environment.name}. Open a plan to change its contents.`}
      action={
        <ActionButton action="plan.create" leftSection={<IconPlus size={16} />} onClick={create.open}>
          Create a plan
        </ActionButton>
      }
    >
      <Card>
        <Loaded asked={plans}>
          {({ items }) => (
            <Loaded asked={features}>
              {({ items: known }) => (
                <Matrix
                  plans={items.filter(({ state }) => state === 'live')}
                  features={known.filter(({ state }) => state !== 'retired')}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      </Card>
      <PlanCreate opened={creating} onClose={create.close} />
    </Page>
  );
}

function Matrix({
  plans,
  features,
}: {
  readonly plans: readonly PlanColumn[];
  readonly features: readonly FeatureReply[];
}) {
  const place = usePlace();
  if (plans.length === 0)
    return (
      <Empty title="There are no plans yet" hint="A plan is a package of features that customers buy." />
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <div className={classes['scroll']} role="group" aria-label="Plans and features" tabIndex={0}>
      <table className={classes['matrix']}>
        <thead>
          <tr>
            <td />
            {plans.map((plan) => (
              <th key={plan.key} scope="col">
                <PlanHead plan={plan} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {features.map((feature) => (
            <tr key={feature.key}>
              <th scope="row" className={classes['feature']}>
                <TextLink
                  to="/$project/$environment/features/$feature"
                  params={{ ...place, feature: feature.key }}
                  c="var(--mantine-color-text)"
                >
                  {feature.name}
                </TextLink>
                {feature.state !== 'general' && (
                  <Text size="xs" c="dimmed">
                    {feature.state}
                  </Text>
                )}
              </th>
              {plans.map(({ key, current }) => (
                <td key={key}>
                  <Given
                    item={current?.items.find((item) => item.feature === feature.key)}
                    feature={feature}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlanHead({
  plan: { key, name, kind, current, announced, customers },
}: {
  readonly plan: PlanColumn;
}) {
  const place = usePlace();
  return (
    <div className={classes['plan']}>
      <TextLink
        to="/$project/$environment/plans/$plan"
        params={{ ...place, plan: key }}
        className={classes['planName'] ?? ''}
      >
        {name}
      </TextLink>
      {kind !== 'plan' && <Chip>{kindWords[kind]}</Chip>}
      {current ? (
        <Text size="xs" c="dimmed">
          version {current.version}
        </Text>
      ) : (
        <Chip tone="warn">not published</Chip>
      )}
      {announced[0] && (
        <Chip tone="info">
          version {announced[0].version} from {dayInWords(announced[0].from)}
        </Chip>
      )}
      <TextLink to="/$project/$environment/customers" params={place} search={{ plan: key }} size="xs">
        {countOf(customers, 'customer')}
      </TextLink>
    </div>
  );
}

function Given({ item, feature }: { readonly item: PlanItem | undefined; readonly feature: FeatureReply }) {
  if (item === undefined)
    return <span className={classes['no']}>{feature.access === 'open' ? 'open' : '–'}</span>;
  if (item.effect === 'allow')
    return <IconCheck size={17} stroke={2.4} className={classes['yes'] ?? ''} aria-label="Included" />;
  return <span className={classes['given']}>{itemInWords(item, feature.unit)}</span>;
}
