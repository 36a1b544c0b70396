import { Member, type OperationCall } from '@latchkey/model';
import { z } from 'zod';
import { hashPassword, isPassword, Password } from '../../kernel/access/password.ts';
import { memberByEmail, memberById } from '../../kernel/access/principals.ts';
import {
  clearedCookie,
  endSession,
  endSessionsOf,
  liveSession,
  sessionCookie,
  sessionValue,
  startSession,
} from '../../kernel/access/session.ts';
import type { SignInAttempts } from '../../kernel/access/sign-in-attempts.ts';
import { giveBackLink, type LinkPurpose, redeemLink } from '../../kernel/access/sign-in-link.ts';
import type { Change } from '../../kernel/changes/change.ts';
import { type FieldError, ProblemError } from '../../kernel/changes/problem-error.ts';
import type { OwnRoutes } from '../../kernel/http/own-routes.ts';
import type { Database } from '../../kernel/store/database.ts';
import { hasMembers } from './list.ts';
import { acceptInvitation, changePassword } from './operations/accept.ts';
import { inviteMember } from './operations/invite.ts';
import { newId } from './routes.ts';

export interface SessionDeps {
  readonly db: Database;
  /** Whether people reach us over https, which decides the name of the cookie. */
  readonly secure: boolean;
  readonly attempts: SignInAttempts;
  readonly submit: (change: Change) => Promise<unknown>;
  readonly newChangeId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What an endpoint is told of a request, and what it answers. */
interface Asked {
  readonly body: unknown;
  readonly cookie: string | undefined;
  readonly address: string;
}
interface Answer {
  readonly body: unknown;
  readonly cookie: string;
}

const SignIn = z.strictObject({ email: z.string().max(254), password: z.string().max(200) });
const TakeUp = z.strictObject({
  token: z.string().max(200),
  name: Member.shape.name.optional(),
  email: Member.shape.email.optional(),
  password: Password.optional(),
});
const NewPassword = z.strictObject({ current: z.string().max(200), password: Password });

const SignedIn = z.object({
  member: z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(z.string()) }),
});
const SignedOut = z.object({ signedOut: z.literal(true) });

/** Signing in and out. These change no configuration, so they are no Changes; what they do to members is. */
export function sessionRoutes(deps: SessionDeps): OwnRoutes {
  const url = '/api/v1/session';
  const endpoints = [
    {
      method: 'POST',
      url,
      summary: 'Sign in with e-mail address and password',
      tag: 'Sessions',
      body: SignIn,
      reply: SignedIn,
      answer: signIn,
    },
    {
      method: 'DELETE',
      url,
      summary: 'Sign out',
      tag: 'Sessions',
      reply: SignedOut,
      answer: signOut,
    },
    {
      method: 'POST',
      url: `${url}/link`,
      summary: 'Use a one-time link: become the first administrator, or take up an invitation',
      tag: 'Sessions',
      body: TakeUp,
      reply: SignedIn,
      answer: takeUpLink,
    },
    {
      method: 'PUT',
      url: `${url}/password`,
      summary: 'Choose another password; all other browsers have to sign in again',
      tag: 'Sessions',
      body: NewPassword,
      reply: SignedIn,
      answer: choosePassword,
    },
  ] as const;
  return {
    forBrowsers: true,
    declares: endpoints,
    mount(app) {
      for (const { method, url, answer } of endpoints) {
        app.route({
          method,
          url,
          handler: async ({ body, headers, ip }, reply) => {
            const answered = await answer({ body, cookie: headers.cookie, address: ip }, deps);
            return reply.header('set-cookie', answered.cookie).send(answered.body);
          },
        });
      }
    },
  };
}

async function signIn({ body, cookie, address }: Asked, deps: SessionDeps): Promise<Answer> {
  const { email, password } = SignIn.parse(body);
  const { db, attempts } = deps;
  const now = deps.now();
  assertMayTry(attempts, email, address, now);
  // Counted before the slow part, so that many guesses at once are counted as well; forgiven when it was right.
  attempts.failed(email, address, now);
  const member = await memberByEmail(db.reader, email);
  const knows = await isPassword(member?.state === 'active' ? member.passwordHash : null, password);
  if (!member || !knows)
    throw new ProblemError('sign_in_failed', 'Check both, or ask an administrator for a new link.');
  attempts.succeeded(email, address);
  return signedIn(member, cookie, deps);
}

async function signOut({ cookie }: Asked, { db, secure, now }: SessionDeps): Promise<Answer> {
  const value = sessionValue(cookie, secure);
  const live = value === null ? null : await liveSession(db, db.reader, value, now());
  if (live) await endSession(db, live.idHash);
  return { body: { signedOut: true }, cookie: clearedCookie(secure) };
}

async function takeUpLink({ body, cookie, address }: Asked, deps: SessionDeps): Promise<Answer> {
  const asked = TakeUp.parse(body);
  const { db, attempts } = deps;
  const now = deps.now();
  assertMayTry(attempts, linkAccount, address, now);
  const purpose = await redeemLink(db, asked.token, now);
  if (!purpose || (purpose.kind === 'first_administrator' && (await hasMembers(db.reader)))) {
    attempts.failed(linkAccount, address, now);
    throw new ProblemError('sign_in_link_used', 'Ask an administrator for a new one.');
  }
  try {
    const id = await takeUp(purpose, asked, deps);
    await endSessionsOf(db, id);
    const member = await memberById(db.reader, id);
    if (!member) throw new Error('a member is gone right after they joined');
    return await signedIn(member, cookie, deps);
  } catch (error) {
    // Whatever was wrong with the name or the password can be put right, and then the link must still work.
    if (error instanceof ProblemError && error.code !== 'sign_in_link_used')
      await giveBackLink(db, asked.token);
    throw error;
  }
}

/** All who try links count as one account: a link is not guessed for somebody. */
const linkAccount = 'sign-in link';

/** Makes the member who the link is for, or lets them choose their password. Answers their id. */
async function takeUp(
  purpose: LinkPurpose,
  asked: z.infer<typeof TakeUp>,
  deps: SessionDeps,
): Promise<string> {
  const { name, email, password } = asked;
  const isFirst = purpose.kind === 'first_administrator';
  if (password === undefined || (isFirst && (name === undefined || email === undefined))) {
    throw missing({ password, ...(isFirst && { name, email }) });
  }
  const passwordHash = await hashPassword(password);
  if (purpose.kind === 'member') {
    const named = name === undefined ? {} : { name };
    await change(
      [acceptInvitation({ member: purpose.id, passwordHash, ...named })],
      'Took up an invitation',
      deps,
    );
    return purpose.id;
  }
  const id = newId('m');
  await change(
    [
      inviteMember({ id, email: email ?? '', name: name ?? '', roles: ['administrator'] }),
      acceptInvitation({ member: id, passwordHash }),
    ],
    'The first administrator',
    deps,
  );
  return id;
}

function missing(fields: Readonly<Record<string, unknown>>): ProblemError {
  const errors: FieldError[] = Object.entries(fields)
    .filter(([, value]) => value === undefined)
    .map(([name]) => ({ pointer: `#/${name}`, detail: 'is needed' }));
  return new ProblemError('invalid_request', 'This link asks for more.', {}, errors);
}

async function choosePassword({ body, cookie, address }: Asked, deps: SessionDeps): Promise<Answer> {
  const { current, password } = NewPassword.parse(body);
  const { db, secure, attempts } = deps;
  const now = deps.now();
  const value = sessionValue(cookie, secure);
  const live = value === null ? null : await liveSession(db, db.reader, value, now);
  const member = live && (await memberById(db.reader, live.member));
  if (member?.state !== 'active') throw new ProblemError('unauthenticated', 'Sign in first.');
  assertMayTry(attempts, member.email, address, now);
  attempts.failed(member.email, address, now);
  if (!(await isPassword(member.passwordHash, current)))
    throw new ProblemError('sign_in_failed', 'That is not your present password.', {}, [
      { pointer: '#/current', detail: 'is not the present password' },
    ]);
  attempts.succeeded(member.email, address);
  const passwordHash = await hashPassword(password);
  await change([changePassword({ member: member.id, passwordHash })], 'Chose another password', deps);
  await endSessionsOf(db, member.id);
  return signedIn(member, undefined, deps);
}

async function signedIn(member: Member, cookie: string | undefined, deps: SessionDeps): Promise<Answer> {
  const { db, secure, now } = deps;
  const session = await startSession(db, member.id, now(), sessionValue(cookie, secure));
  const { id, name, email, roles } = member;
  return { body: { member: { id, name, email, roles } }, cookie: sessionCookie(session, secure) };
}

function assertMayTry(attempts: SignInAttempts, account: string, address: string, now: number): void {
  const retryAfterSeconds = attempts.secondsToWait(account, address, now);
  if (retryAfterSeconds === 0) return;
  const minutes = Math.ceil(retryAfterSeconds / 60);
  throw new ProblemError('too_many_requests', `Try again in ${minutes} minutes.`, { retryAfterSeconds });
}

/** Nobody is signed in yet, so the product acts: what made it do so was the link or the password. */
async function change(calls: readonly OperationCall[], comment: string, deps: SessionDeps): Promise<void> {
  await deps.submit({
    id: deps.newChangeId(),
    place: { project: '', environment: '' },
    principal: { kind: 'system', id: 'sign-in', name: 'Sign-in' },
    calls,
    comment,
    links: [],
    now: deps.now(),
    preview: false,
    effectiveAt: null,
    basedOn: null,
    idempotency: null,
  });
}
