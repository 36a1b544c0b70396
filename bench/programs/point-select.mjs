import pg from 'pg';

/** The least that a cold answer needs: one row by its primary key, over as many connections as the load has. */
process.on('message', async ({ databaseUrl, connections, customers }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  await Promise.all(Array.from({ length: connections }, () => pool.query('select pg_sleep(0.01)')));
  const took = [];
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < customers.length) {
      const customer = customers[next];
      next += 1;
      const asked = performance.now();
      const { rows } = await pool.query({
        name: 'one',
        text: `select body from resource
               where project = 'shop' and environment = 'production' and kind = 'customer' and id = $1`,
        values: [customer],
      });
      if (rows.length !== 1) throw new Error(`there is no ${customer}`);
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - started) / 1000;
  await pool.end();
  took.sort((a, b) => a - b);
  process.send({
    repliesPerSecond: customers.length / seconds,
    p50Milliseconds: took[Math.floor(took.length * 0.5)],
    p99Milliseconds: took[Math.floor(took.length * 0.99)],
  });
});

// Whoever asked is gone: so is the reason to run.
process.once('disconnect', () => process.exit(0));
