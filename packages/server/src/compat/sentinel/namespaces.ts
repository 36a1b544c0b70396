import { z } from 'zod';
import { addEntity, removeEntity, renameEntity } from '../../slices/projects/index.ts';
import { addressOf } from './address.ts';
import { readBody } from './body.ts';
import { assertMay, edit, edited, made } from './edit.ts';
import { type Asked, catalogueOf, created, type Desk, endpoint, nothingLeft, ok, param } from './endpoint.ts';
import { notFound } from './failure.ts';
import { type Entity, entitiesOf } from './licensing.ts';
import { pageOf, searched } from './lists.ts';

const shown = ({ id, name, description }: Entity) => ({ id, name, description, state: 'ENABLE' });

const all = async (asked: Asked, { db }: Desk): Promise<readonly Entity[]> =>
  (await entitiesOf(db.reader, asked.place)).filter(({ type }) => type === 'namespace');

async function find(asked: Asked, desk: Desk): Promise<Entity> {
  const { by, value } = addressOf(param(asked, 'id'), ['id', 'name']);
  const found = (await all(asked, desk)).find((one) => (by === 'id' ? one.id : one.name) === value);
  if (!found) throw notFound(`There is no namespace ${value}.`);
  return found;
}

const words = { name: z.string().exactOptional(), description: z.string().exactOptional() };
const NewNamespace = z.strictObject({ ...words, name: z.string() });
const Words = z.strictObject(words);

const again = async (asked: Asked, { db }: Desk, id: string | undefined) => {
  const found = (await entitiesOf(db.reader, asked.place)).find((one) => one.id === id);
  return { namespace: found && shown(found) };
};

export const namespaceEndpoints = [
  endpoint('GET', '/namespaces', async (asked, desk) => {
    assertMay(asked, 'catalogue.read', catalogueOf(asked.place), 'catalogue/*');
    const fields = { id: ({ id }: Entity) => id, name: ({ name }: Entity) => name };
    const fitting = searched(await all(asked, desk), asked.query, fields);
    return pageOf(['namespaces', 'namespace'], fitting, asked.query, shown);
  }),

  endpoint('POST', '/namespaces', async (asked, desk) => {
    const said = readBody('namespace', NewNamespace, asked.body);
    const calls = [addEntity({ type: 'namespace', ...said })];
    const applied = await edit(asked, desk, catalogueOf(asked.place), calls);
    return created(await again(asked, desk, made(applied, 'catalogue_entity')[0]));
  }),

  endpoint('GET', '/namespaces/{id}', async (asked, desk) => {
    assertMay(asked, 'catalogue.read', catalogueOf(asked.place), 'catalogue/*');
    return ok({ namespace: shown(await find(asked, desk)) });
  }),

  endpoint('PATCH', '/namespaces/{id}', async (asked, desk) => {
    assertMay(asked, 'catalogue.read', catalogueOf(asked.place), 'catalogue/*');
    const { id } = await find(asked, desk);
    const said = readBody('namespace', Words, asked.body);
    await edit(asked, desk, catalogueOf(asked.place), [renameEntity({ id, ...said })]);
    return edited(asked, () => again(asked, desk, id));
  }),

  endpoint('DELETE', '/namespaces/{id}', async (asked, desk) => {
    assertMay(asked, 'catalogue.read', catalogueOf(asked.place), 'catalogue/*');
    const { id } = await find(asked, desk);
    await edit(asked, desk, catalogueOf(asked.place), [removeEntity({ id })]);
    return nothingLeft;
  }),
];
