/** What a path of client-side SDKs asks for; null when it is none of theirs. */
export interface ClientQuestion {
  readonly what: 'results' | 'values' | 'stream' | 'ping' | 'goals' | 'events' | 'image';
  readonly protocol: 'first' | 'second';
  /** The environment's public id, or null where a key in a header says it. */
  readonly clientSideId: string | null;
  /** Null where the body has it, or nobody is asked about. */
  readonly context: string | null;
}

/** The paths, with the words that may stand in them. `users` and `user` are the older words. */
export function clientQuestionOf(
  method: string,
  parts: readonly string[],
  parameters: URLSearchParams,
): ClientQuestion | null {
  const isReport = method === 'REPORT';
  const isPost = method === 'POST';
  const [first = '', second = '', ...rest] = parts;
  const question = (
    what: ClientQuestion['what'],
    clientSideId: string | null,
    context: string | null = null,
  ): ClientQuestion => ({ what, protocol: 'first', clientSideId, context });

  if (first === 'sdk' && (second === 'poll' || second === 'stream') && rest[0] === 'eval') {
    if (rest.length > 2 || isPost !== (rest[1] === undefined)) return null;
    const what = second === 'poll' ? 'results' : 'stream';
    return { ...question(what, parameters.get('auth'), rest[1] ?? null), protocol: 'second' };
  }

  if ((first === 'sdk' || first === 'msdk') && (second === 'evalx' || second === 'eval')) {
    const what = second === 'evalx' ? 'results' : 'values';
    const isNamed = rest.length === (isReport ? 2 : 3) && first === 'sdk';
    const [word = '', context = null, ...more] = isNamed ? rest.slice(1) : rest;
    const words = isReport ? ['context', 'user'] : ['contexts', 'users'];
    if (isPost || !words.includes(word) || more.length > 0 || isReport !== (context === null)) return null;
    return question(what, isNamed ? (rest[0] ?? '') : null, context);
  }
  const image = first === 'a' && parts.length === 2 ? /^([0-9a-f]{24})\.gif$/.exec(second)?.[1] : undefined;
  if (image !== undefined) return question('image', image);
  const isEvents = ['events', 'mobile'].includes(first);
  if (isEvents !== isPost) return null;
  const path = parts.join('/');
  if (first === 'events' && ['bulk', 'diagnostic'].includes(second) && rest.length === 1)
    return question('events', rest[0] ?? '');
  if (['mobile', 'mobile/events', 'mobile/events/bulk', 'mobile/events/diagnostic'].includes(path))
    return question('events', null);
  if (first === 'sdk' && second === 'goals' && rest.length === 1) return question('goals', rest[0] ?? '');
  if (first === 'ping' && parts.length === 2) return question('ping', second);
  if (path === 'mping') return question('ping', null);
  if (first === 'eval' && parts.length === (isReport ? 2 : 3))
    return question('stream', second, rest[0] ?? null);
  if (first === 'meval' && parts.length === (isReport ? 1 : 2))
    return question('stream', null, parts[1] ?? null);
  return null;
}
