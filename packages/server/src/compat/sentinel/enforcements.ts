import { z } from 'zod';
import { addEntity } from '../../slices/projects/index.ts';
import { addressOf, nameVersionOf } from './address.ts';
import { readBody } from './body.ts';
import { assertMay, edit, made } from './edit.ts';
import { type Asked, catalogueOf, created, type Desk, endpoint, ok, param } from './endpoint.ts';
import { notFound } from './failure.ts';
import { type Entity, enforcementName, entitiesOf, licenceModelShown } from './licensing.ts';
import { pageOf, searched } from './lists.ts';

const shown = ({ id, name, version }: Entity) => ({ id, name, version, nameVersion: { name, version } });

async function load(asked: Asked, { db }: Desk): Promise<readonly Entity[]> {
  assertMay(asked, 'catalogue.read', catalogueOf(asked.place), 'catalogue/*');
  return entitiesOf(db.reader, asked.place);
}

function findIn(all: readonly Entity[], asked: Asked): Entity {
  const { by, value } = addressOf(param(asked, 'id'), ['id', 'nameVersion']);
  const { name, version } = nameVersionOf(value);
  const found = all.find(
    (one) =>
      one.type === 'enforcement' &&
      (by === 'id' ? one.id === value : one.name === name && one.version === version),
  );
  if (!found) throw notFound(`There is no enforcement ${value}.`);
  return found;
}

const modelsOf = (all: readonly Entity[], enforcement: Entity): readonly Entity[] =>
  all.filter(({ type, belongsTo }) => type === 'licence_model' && belongsTo === enforcement.id);

const NewModel = z.strictObject({ name: z.string(), description: z.string().exactOptional() });

export const enforcementEndpoints = [
  endpoint('GET', '/enforcements', async (asked, desk) => {
    const enforcements = (await load(asked, desk)).filter(({ type }) => type === 'enforcement');
    const fields = {
      id: ({ id }: Entity) => id,
      name: ({ name }: Entity) => name,
      version: ({ version }: Entity) => version,
    };
    const fitting = searched(enforcements, asked.query, fields);
    return pageOf(['enforcements', 'enforcement'], fitting, asked.query, shown);
  }),

  endpoint('GET', '/enforcements/{id}', async (asked, desk) =>
    ok({ enforcement: shown(findIn(await load(asked, desk), asked)) }),
  ),

  endpoint('GET', '/enforcements/{id}/licenseModels', async (asked, desk) => {
    const all = await load(asked, desk);
    const fields = { id: ({ id }: Entity) => id, name: ({ name }: Entity) => name };
    const fitting = searched(modelsOf(all, findIn(all, asked)), asked.query, fields);
    return pageOf(['licenseModels', 'licenseModel'], fitting, asked.query, licenceModelShown);
  }),

  endpoint('POST', '/enforcements/{id}/licenseModels', async (asked, desk) => {
    const enforcement = findIn(await load(asked, desk), asked);
    const said = readBody('licenseModel', NewModel, asked.body);
    const call = addEntity({ type: 'licence_model', ...said, belongsTo: enforcement.id });
    const applied = await edit(asked, desk, catalogueOf(asked.place), [call]);
    const id = made(applied, 'catalogue_entity')[0];
    const model = (await load(asked, desk)).find((one) => one.id === id);
    return created({ licenseModel: model && licenceModelShown(model) });
  }),

  endpoint('GET', '/enforcements/{id}/licenseModels/{model}', async (asked, desk) => {
    const all = await load(asked, desk);
    const enforcement = findIn(all, asked);
    const { by, value } = addressOf(param(asked, 'model'), ['id', 'name']);
    const model = modelsOf(all, enforcement).find((one) => (by === 'id' ? one.id : one.name) === value);
    if (!model) throw notFound(`${enforcementName(enforcement)} has no licence model ${value}.`);
    return ok({ licenseModel: licenceModelShown(model) });
  }),
];
