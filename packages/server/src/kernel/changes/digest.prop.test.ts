import { fc, test } from '@fast-check/vitest';
import { type AnyMutation, type Project, toInstant } from '@latchkey/model';
import { expect } from 'vitest';
import { digestOf, shapeOf } from './digest.ts';

const place = { project: 'shop', environment: '' };
const aProject: fc.Arbitrary<Project> = fc.record({
  key: fc.constantFrom('shop', 'club', 'desk'),
  name: fc.constantFrom('One', 'Two'),
  description: fc.constantFrom('', 'Changed'),
  tags: fc.subarray(['a', 'b']),
});
const edit = (before: Project | null, after: Project): AnyMutation => ({
  resource: 'project',
  place,
  id: after.key,
  before,
  after,
});
const someProjects = fc.uniqueArray(aProject, { selector: ({ key }) => key, minLength: 1, maxLength: 3 });
const editsOf = (mutations: readonly AnyMutation[]) => new Map(mutations.map((one) => [one.id, one]));

test.prop([someProjects])(
  'the order in which records were touched makes no other change of it',
  (projects) => {
    const mutations = projects.map((project) => edit(null, project));
    expect(digestOf(editsOf(mutations))).toBe(digestOf(editsOf(mutations.toReversed())));
  },
);

test.prop([someProjects, aProject])(
  'two changes have one digest exactly when each record goes from the same to the same',
  (projects, other) => {
    const [first, ...rest] = projects;
    if (!first) return;
    const one = editsOf(projects.map((project) => edit(null, project)));
    const two = editsOf([{ ...other, key: first.key }, ...rest].map((project) => edit(null, project)));
    const same = JSON.stringify(first) === JSON.stringify({ ...other, key: first.key });
    expect(digestOf(one) === digestOf(two)).toBe(same);
  },
);

test.prop([aProject, fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 })])(
  'the shape is blind to moments and to nothing else',
  (project, one, other) => {
    const at = (moment: number, name: string) =>
      editsOf([edit(project, { ...project, name, description: toInstant(moment) })]);
    expect(shapeOf(at(one, 'Same'))).toBe(shapeOf(at(other, 'Same')));
    expect(shapeOf(at(one, 'Same'))).not.toBe(shapeOf(at(one, 'Other')));
  },
);
