import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { draftVersion } from '../../api/edits.ts';
import type { FeatureReply, PlanReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { countOf, joined } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import classes from './plan-contents.module.css';
import { changedFeatures, type Draft, draftOf, itemsOf } from './plan-draft.ts';
import { PlanItemField } from './plan-item-field.tsx';

/** Writes the next version, from the newest one. Nothing is sent until it is reviewed, and nobody has it until it is published. */
export function PlanContents({
  plan,
  features,
  onClose,
}: {
  readonly plan: PlanReply;
  readonly features: readonly FeatureReply[];
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const from = plan.versions[0];
  const [reviewing, review] = useDisclosure(false);
  const offered = features.filter(
    ({ state, key }) => state !== 'retired' || from?.items.some(({ feature }) => feature === key),
  );
  const before = from?.items ?? [];
  const [draft, setDraft] = useState<Draft>(() => draftOf(before, offered));
  const { items, lacking } = itemsOf(draft, offered);
  const changed = changedFeatures(before, items);
  const inherited = (key: string) =>
    before.some((item) => item.feature === key)
      ? undefined
      : from?.resolvedItems.find((item) => item.feature === key);
  const nameOf = (key: string) => offered.find((feature) => feature.key === key)?.name ?? key;
  const next = plan.latestVersion + 1;
  return (
    <Section
      title={`Version ${next}, being written`}
      hint={
        from?.base
          ? `Builds on ${from.base.plan}: what it has from there stays, unless you tick it and say otherwise.`
          : 'Tick what it includes.'
      }
      padded={false}
    >
      {offered.map((feature) => {
        const held = draft[feature.key];
        return (
          held && (
            <div
              key={feature.key}
              className={classes['row']}
              data-changed={changed.includes(feature.key) || undefined}
            >
              <PlanItemField
                feature={feature}
                value={held}
                inherited={inherited(feature.key)}
                base={from?.base?.plan ?? ''}
                onChange={(value) => setDraft({ ...draft, [feature.key]: value })}
              />
            </div>
          )
        );
      })}
      <div className={classes['bar']}>
        <Text c={lacking === null ? 'dimmed' : 'var(--mantine-color-error)'} aria-live="polite">
          {lacking !== null
            ? `${lacking} still needs its amount.`
            : changed.length === 0
              ? 'Nothing has changed yet.'
              : countOf(changed.length, 'feature changes', 'features change')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            Discard
          </Button>
          <Button disabled={lacking !== null || changed.length === 0} onClick={review.open}>
            Review
          </Button>
        </Group>
      </div>
      <ChangeDrawer
        opened={reviewing}
        onClose={review.close}
        title={`Save version ${next} of ${plan.name}`}
        lead={`Changes ${joined(changed.map(nameOf))}. It stays a draft: nobody has it until you publish it.`}
        confirm={`Save version ${next}`}
        done={`Version ${next} is saved as a draft. Publish it when it is time.`}
        edit={() =>
          draftVersion({ ...place, plan: plan.key }, { items, ...(from?.base ? { base: from.base } : {}) })
        }
        onDone={onClose}
      />
    </Section>
  );
}
