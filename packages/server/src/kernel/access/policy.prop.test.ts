import { fc, test } from '@fast-check/vitest';
import type { Statement } from '@latchkey/model';
import { expect } from 'vitest';
import { explainPermission, mayDo, mightDo, type PolicyQuestion } from './policy.ts';
import { rightsOfToken, statementsOfRoles } from './rights.ts';

/** Small alphabets, so that questions and statements meet. */
const word = fc.constantFrom('a', 'b', 'ab', 'ba');
const glob = fc.oneof(word, fc.constantFrom('*', 'a*', '*b', '*a*', 'a*b'));
const kind = fc.constantFrom('proj', 'env', 'flag', 'customer');
const tag = fc.constantFrom('t', 'u', 'tu');
const anAction = fc.constantFrom('flag.turn', 'flag.create', 'grant.create');
const actionPattern = fc.oneof(anAction, fc.constantFrom('*', 'flag.*', '*.create', 'grant'));

const level = fc.tuple(kind, word).map(([of, name]) => `${of}/${name}`);
const aPath = fc.array(level, { minLength: 1, maxLength: 3 }).map((levels) => levels.join(':'));
const levelPattern = fc.tuple(fc.oneof(kind, fc.constant('*')), glob).map(([of, name]) => `${of}/${name}`);
const selector = fc.array(fc.oneof(tag, fc.constant('t*')), { maxLength: 2 });
const aSpecifier = fc
  .tuple(fc.array(levelPattern, { minLength: 1, maxLength: 3 }), selector)
  .map(([levels, tags]) => levels.join(':') + (tags.length > 0 ? `;${tags.join(',')}` : ''));

const aStatement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom('allow', 'deny'),
  actions: fc.array(actionPattern, { minLength: 1, maxLength: 2 }),
  resources: fc.array(aSpecifier, { minLength: 1, maxLength: 2 }),
});
const policy = fc.array(aStatement, { maxLength: 5 });
const aQuestion: fc.Arbitrary<PolicyQuestion> = fc.record({
  action: anAction,
  resource: aPath,
  tags: fc.uniqueArray(tag),
});

test.prop([policy, aQuestion])(
  'the answer is the one of the rule written out literally',
  (statements, question) => {
    expect(mayDo(statements, question)).toBe(literally(statements, question));
  },
);

test.prop([policy, aStatement, aQuestion])(
  'another denial never allows more',
  (statements, more, question) => {
    if (!mayDo(statements, question)) {
      expect(mayDo([...statements, { ...more, effect: 'deny' }], question)).toBe(false);
    }
  },
);

test.prop([policy, aStatement, aQuestion])(
  'another allowance never denies more',
  (statements, more, question) => {
    if (mayDo(statements, question)) {
      expect(mayDo([...statements, { ...more, effect: 'allow' }], question)).toBe(true);
    }
  },
);

test.prop([
  policy.chain((p) => fc.tuple(fc.constant(p), fc.shuffledSubarray(p, { minLength: p.length }))),
  aQuestion,
])('the order of statements says nothing', ([statements, shuffled], question) => {
  expect(mayDo(shuffled, question)).toBe(mayDo(statements, question));
});

test.prop([policy, aQuestion])(
  'the statement named in the explanation decides by itself',
  (statements, question) => {
    const answer = explainPermission(statements, question);
    if (answer.statement === null) {
      expect(answer.allowed).toBe(false);
    } else {
      const named = statements[answer.statement] as Statement;
      expect(mayDo([{ ...named, effect: 'allow' }], question)).toBe(true);
    }
  },
);

test.prop([policy, aQuestion])(
  'what is allowed with its tags might be allowed without them',
  (statements, question) => {
    if (mayDo(statements, question)) expect(mightDo(statements, question)).toBe(true);
  },
);

test.prop([aQuestion, fc.shuffledSubarray(['sales', 'support', 'engineer', 'product', 'auditor'])])(
  'a further built-in role never takes anything away',
  (question, roles) => {
    const none = new Map();
    if (roles.some((role) => mayDo(statementsOfRoles([role], none), question))) {
      expect(mayDo(statementsOfRoles(roles, none), question)).toBe(true);
    }
  },
);

const roleKeys = ['a', 'b', 'c'];
const customRoles = fc
  .tuple(...roleKeys.map(() => fc.array(aStatement, { maxLength: 3 })))
  .map((all) => new Map(roleKeys.map((key, index) => [key, aRole(key, all[index] ?? [])])));
const someRoles = fc.uniqueArray(fc.constantFrom(...roleKeys, 'sales'), { minLength: 1 });
const aRole = (key: string, statements: Statement[]) => ({
  key,
  name: key,
  description: '',
  statements,
  builtIn: false,
});

test.prop([customRoles, someRoles, someRoles, aQuestion], { numRuns: 1000 })(
  "a member's token may what the token and the member both may, at most",
  (custom, ofToken, ofMember, question) => {
    if (!mayDo(rightsOfToken(ofToken, ofMember, custom).statements, question)) return;
    expect(mayDo(statementsOfRoles(ofMember, custom), question)).toBe(true);
    expect(mayDo(statementsOfRoles(ofToken, custom), question)).toBe(true);
  },
);

/** The rule as a sentence, slowly: patterns become regular expressions, nothing is shared with the code under test. */
function literally(statements: readonly Statement[], { action, resource, tags }: PolicyQuestion): boolean {
  const fits = (pattern: string, text: string) =>
    new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(text);
  const names = (specifier: string) => {
    const [path = '', selectors = ''] = specifier.split(';');
    const wanted = path.split(':').flatMap((part) => part.split('/'));
    const given = resource.split(':').flatMap((part) => part.split('/'));
    const everyTag = selectors.split(',').filter((one) => one !== '');
    return (
      wanted.length === given.length &&
      wanted.every((one, index) => fits(one, given[index] as string)) &&
      everyTag.every((one) => tags.filter((present) => fits(one, present)).length > 0)
    );
  };
  const speaking = statements.filter(
    (statement) =>
      statement.actions.filter((one) => fits(one, action)).length > 0 &&
      statement.resources.filter(names).length > 0,
  );
  return speaking.length > 0 && speaking.every(({ effect }) => effect === 'allow');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
