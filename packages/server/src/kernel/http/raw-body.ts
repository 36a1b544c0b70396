import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ProblemError } from '../changes/problem-error.ts';
import { isDeeperThan, requestLimits } from './limits.ts';

const unpack = promisify(gunzip);

/** What one body may be as it arrives, and once it is unpacked. */
export interface BodyLimits {
  readonly bytesMax: number;
  readonly unpackedBytesMax: number;
}

/** Bodies that are on their way at the same time, all together. Who sends more is asked to come again. */
const heldBytesMax = 64 * 1_048_576;
let heldBytes = 0;

/**
 * Reads a JSON body, compressed or not, for addresses that are answered before the framework. Bounded in size and depth
 * before it is parsed; what is in it is for the caller to judge, a piece at a time.
 */
export async function readRawJson(request: IncomingMessage, limits: BodyLimits): Promise<unknown> {
  const packed = await read(request, limits.bytesMax);
  const raw = isPacked(request) ? await unpacked(packed, limits.unpackedBytesMax) : packed;
  if (isDeeperThan(requestLimits.depth, raw)) {
    const depthMax = requestLimits.depth;
    throw new ProblemError('too_deep', `The body may nest ${depthMax} levels.`, { depthMax });
  }
  try {
    return JSON.parse(raw.toString()) as unknown;
  } catch (cause) {
    throw Object.assign(new ProblemError('invalid_json', 'The body is not JSON.'), { cause });
  }
}

async function read(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    // The connection must outlive a body that is read no further, or the refusal would not arrive.
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += part.length;
      heldBytes += part.length;
      if (bytes > bytesMax) throw tooLarge(bytesMax);
      if (heldBytes > heldBytesMax)
        throw new ProblemError('unavailable', 'Too much arrives at once; send it again.');
      parts.push(part);
    }
    return Buffer.concat(parts);
  } finally {
    heldBytes -= bytes;
    request.resume();
  }
}

const isPacked = ({ headers }: IncomingMessage): boolean =>
  (headers['content-encoding'] ?? '').toLowerCase() === 'gzip';

async function unpacked(packed: Buffer, bytesMax: number): Promise<Buffer> {
  try {
    return await unpack(packed, { maxOutputLength: bytesMax });
  } catch (cause) {
    const isLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    if (isLarge) throw tooLarge(bytesMax);
    throw Object.assign(new ProblemError('invalid_json', 'The body is not compressed as it says.'), {
      cause,
    });
  }
}

const tooLarge = (bytesMax: number): ProblemError =>
  new ProblemError('request_too_large', `The body may have ${bytesMax} bytes.`, { bytesMax });
