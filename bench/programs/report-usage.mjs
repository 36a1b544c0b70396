/** Preloaded into a server under measurement: tells its own CPU time and memory to whoever started it, when asked. */
process.on('message', (asked) => {
  if (asked !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send({ cpuMicroseconds: user + system, memoryBytes: process.memoryUsage.rss() });
});
// Being asked must not keep a server running that would otherwise end, nor let it outlive who started it.
process.channel.unref();
process.once('disconnect', () => process.exit(0));
