import { readFile } from 'node:fs/promises';
import {
  type LicenceStanding,
  type LicenceState,
  readLicence,
  readRevocations,
  standingOf,
} from '@latchkey/sdk/licence';
import { type Command, InvalidArgumentError } from 'commander';

interface Options {
  readonly key: string;
  readonly revocations?: string;
  readonly device?: string;
  readonly at?: number;
  readonly json?: boolean;
}

/** What scripts go by. 1 stays for faults of the command itself, 2 for wrong arguments. */
const exitCodes: { readonly [S in LicenceState]: number } = {
  valid: 0,
  in_grace: 3,
  expired: 4,
  not_yet_valid: 5,
  revoked: 6,
  wrong_device: 7,
  tampered: 8,
  superseded: 9,
  clock_set_back: 10,
  missing: 11,
};

export function addLicence(latchkey: Command): void {
  const licence = latchkey
    .command('licence')
    .description('Signed licence files, for applications without network');
  licence
    .command('verify')
    .description('Read a licence file, and say whether it is genuine and how it stands')
    .argument('<file>', 'the licence file')
    .requiredOption('--key <file>', 'the public keys: a JSON Web Key Set, or one key as PEM')
    .option('--revocations <file>', 'the signed list of revocations')
    .option('--device <name>', 'the device that it shall be used on')
    .option('--at <date>', 'how it stands at that time instead of now', instant)
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
The keys and the list are at /.well-known/latchkey/<project>/<environment>/jwks.json and …/revocations.jws.

Exit codes: 0 valid, 3 in grace, 4 expired, 5 not yet valid, 6 revoked, 7 for another device, 8 not genuine, 11 no such file.

Examples:
  $ latchkey licence verify acme-1.latchkey-licence --key jwks.json
  $ latchkey licence verify acme-1.latchkey-licence --key jwks.json --revocations revocations.jws --at 2027-01-01 --json`,
    )
    .action(async (file: string, options: Options, command: Command) => {
      const standing = await verify(file, options, command);
      process.stdout.write(options.json ? `${JSON.stringify(standing)}\n` : inWords(standing));
      process.exitCode = exitCodes[standing.state];
    });
}

async function verify(
  file: string,
  { key, revocations, device, at }: Options,
  command: Command,
): Promise<LicenceStanding> {
  const keys = await textOf(key, 'the public keys', command);
  const list =
    revocations === undefined ? null : await textOf(revocations, 'the list of revocations', command);
  const licence = await readFile(file, 'utf8').catch(() => null);
  const evidence = {
    licence: licence === null ? null : await readLicence(licence, keys),
    revocations: list === null ? null : await readRevocations(list, keys),
    device: device ?? null,
    seen: null,
  };
  return standingOf(evidence, at ?? Date.now());
}

async function textOf(path: string, what: string, command: Command): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    return command.error(`error: ${what} cannot be read: ${(error as Error).message}`, { exitCode: 2 });
  }
}

function instant(written: string): number {
  const at = Date.parse(written);
  if (Number.isNaN(at)) throw new InvalidArgumentError('It is not a date.');
  return at;
}

function inWords({ state, detail, licence }: LicenceStanding): string {
  const lines = [`${state.replaceAll('_', ' ')}: ${detail}`];
  if (licence !== null) {
    const { id, customer, project, environment, sequence, device, from, to, graceEnds, issuer } = licence;
    lines.push(
      `  customer     ${customer}`,
      `  environment  ${project}/${environment}, issued by ${issuer}`,
      `  file         number ${sequence} (${id})`,
      `  device       ${device ?? 'any'}`,
      `  valid        ${from} to ${to}, believed until ${graceEnds}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
