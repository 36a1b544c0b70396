import autocannon from 'autocannon';

/** Asks one server for one round and tells what came of it. In its own process, so that it costs the servers nothing. */
process.on('message', async ({ address, paths, headers, connections, seconds, each = false }) => {
  const requests = paths.map((path) => ({ method: 'GET', path, headers }));
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

// Whoever asked is gone: so is the reason to run.
process.once('disconnect', () => process.exit(0));
