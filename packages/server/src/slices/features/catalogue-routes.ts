import { missingEntries } from '@latchkey/engine';
import type { CatalogueEntity } from '@latchkey/model';
import { type Applied, type Route, read, write } from '../../kernel/http/routes.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { offerWaitingFlags } from '../flags/index.ts';
import { addEntity, removeEntity, renameEntity, restoreCatalogue } from '../projects/index.ts';
import {
  AddEntity,
  ChangeEntity,
  EntityPage,
  EntityRemoved,
  EntityReply,
  OneEntity,
  Restored,
} from './schemas.ts';

const tag = 'Catalogue';
const ofEntity = ({ id }: { readonly id: string }) => `catalogue/${id}`;
const anyEntity = () => 'catalogue/*';
const entities = tableStore('catalogue_entity');

/** Entries that flag-born features stand on can be renamed and removed; every such edit says what it stops. */
export const catalogueRoutes: readonly Route[] = [
  read({
    scope: 'project',
    path: '/catalogue',
    summary:
      'Namespaces, enforcements, licence models and attributes, and which of the needed ones are missing',
    tag,
    action: 'catalogue.read',
    resource: anyEntity,
    reply: EntityPage,
    async answer({ place }, db) {
      const items = [...(await entities.all(db, place, {}))];
      return { items, nextCursor: null, missing: [...missingEntries(items)] };
    },
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/catalogue',
    summary: 'Add a catalogue entry; by the name of a missing one it restores what stood on it',
    tag,
    body: AddEntity,
    action: 'catalogue.add',
    resource: anyEntity,
    status: 201,
    reply: EntityReply,
    operations: ({ body }) => [addEntity(body), offerWaitingFlags({})],
    answer: (applied) => ({ ...writtenEntity(applied), warnings: [] }),
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/catalogue/restore',
    summary: 'Bring back the entries that a project starts with, and make up for what waited for them',
    tag,
    action: 'catalogue.restore',
    resource: anyEntity,
    reply: Restored,
    operations: () => [restoreCatalogue({}), offerWaitingFlags({})],
    answer: ({ resources, revision }) => ({
      restored: resources.flatMap(({ kind, after }) =>
        kind === 'catalogue_entity' ? [after as CatalogueEntity] : [],
      ),
      features: resources.flatMap(({ kind, id }) => (kind === 'feature' ? [id] : [])),
      revision,
    }),
  }),
  write({
    method: 'PATCH',
    scope: 'project',
    path: '/catalogue/{id}',
    summary: 'Rename a catalogue entry',
    tag,
    params: OneEntity,
    body: ChangeEntity,
    action: 'catalogue.rename',
    resource: ofEntity,
    reply: EntityReply,
    edits: ({ id }) => ({ kind: 'catalogue_entity', id }),
    prepare: ({ place }, db) => entities.all(db, place, {}),
    operations: ({ params: { id }, body }) => [renameEntity({ id, ...body }), offerWaitingFlags({})],
    answer(applied, { params: { id } }, all) {
      const entity = writtenEntity(
        applied,
        all.find((one) => one.id === id),
      );
      return {
        ...entity,
        warnings: lossOf(
          all,
          all.map((one) => (one.id === id ? entity : one)),
        ),
      };
    },
  }),
  write({
    method: 'DELETE',
    scope: 'project',
    path: '/catalogue/{id}',
    summary: 'Remove a catalogue entry',
    tag,
    params: OneEntity,
    action: 'catalogue.remove',
    resource: ofEntity,
    reply: EntityRemoved,
    edits: ({ id }) => ({ kind: 'catalogue_entity', id }),
    prepare: ({ place }, db) => entities.all(db, place, {}),
    operations: ({ params: { id } }) => [removeEntity({ id })],
    answer: ({ revision }, { params: { id } }, all) => ({
      id,
      warnings: lossOf(
        all,
        all.filter((one) => one.id !== id),
      ),
      revision,
    }),
  }),
];

/** An entry has a version of its own, such as 1.0; its edition counter travels in the ETag alone. */
function writtenEntity({ resources, revision }: Applied, before: CatalogueEntity | null = null) {
  const touched = resources.find(({ kind }) => kind === 'catalogue_entity')?.after as
    | CatalogueEntity
    | undefined;
  const entity = touched ?? before;
  if (!entity) throw new Error('the change left no catalogue entry to answer with');
  return { ...entity, revision };
}

/** What an edit stopped, said with the reply; the edit itself is the owner's to make. */
function lossOf(before: readonly CatalogueEntity[], after: readonly CatalogueEntity[]): string[] {
  const there = new Set(missingEntries(before));
  return missingEntries(after)
    .filter((entry) => !there.has(entry))
    .map((entry) => `Without ${entry}, flags no longer become features until it is restored.`);
}
