import { existsSync, readFileSync } from 'node:fs';

const read = (report) => (existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null);

/** A runner that ends badly without naming a failed test has failed all the same. */
const atLeastOne = (passed, failed, code) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

/** Files that could not even be loaded count as one failed test each. */
export function vitestTally(report, code) {
  const said = read(report);
  if (said === null) return { passed: 0, failed: 1 };
  const broken = said.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return atLeastOne(said.numPassedTests, said.numFailedTests + broken.length, code);
}

/** Passing only at a second try is not passing. */
export function playwrightTally(report, code) {
  const said = read(report);
  if (said === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = said.stats;
  return atLeastOne(expected, unexpected + flaky, code);
}
