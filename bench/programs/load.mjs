import autocannon from 'autocannon';

/** Asks one server for one round and tells what came of it. In its own process, so that it costs the servers nothing. */
process.on('message', async ({ address, paths, bodies, headers, connections, seconds, each = false }) => {
  const requests = bodies
    ? bodies.map((body) => ({ method: 'POST', path: paths[0], headers, setupRequest: withNumber(body) }))
    : paths.map((path) => ({ method: 'GET', path, headers }));
  let client = 0;
  const result = await autocannon({
    url: address,
    connections,
    ...(each ? { amount: paths.length } : { duration: seconds }),
    requests: requests.slice(0, 1),
    // Connections walk their lists from the beginning: every one gets its own part, so that they never ask in step.
    setupClient: (one) => {
      const share = Math.ceil(requests.length / connections);
      const from = (client * share) % requests.length;
      client += 1;
      one.setRequests(
        each ? requests.slice(from, from + share) : [...requests.slice(from), ...requests.slice(0, from)],
      );
    },
  });
  process.send({
    replies: result.requests.total,
    repliesPerSecond: result.requests.total / result.duration,
    p50Milliseconds: result.latency.p50,
    p99Milliseconds: result.latency.p99,
    status: result.statusCodeStats,
    failures: result.errors + result.timeouts + result.resets,
  });
});

/** A body that has `$number` in it is never the same twice. */
function withNumber(body) {
  const [before, after] = body.split('$number');
  if (after === undefined) return (request) => ({ ...request, body });
  return (request) => {
    number += 1;
    return { ...request, body: before + number + after };
  };
}
let number = 0;

// Whoever asked is gone: so is the reason to run.
process.once('disconnect', () => process.exit(0));
