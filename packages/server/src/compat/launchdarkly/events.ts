import type { IncomingMessage, ServerResponse } from 'node:http';

/** What one post of events may be as it arrives; the SDKs send some hundred kilobytes at most. */
const eventsBytesMax = 5 * 1_048_576;

/**
 * Takes what SDKs report of their evaluations, compressed or not, and answers at once. Nothing is counted of it yet, so
 * nothing is kept, parsed or unpacked; a refusal would make the application stop reporting until it is started again.
 */
export function takeEvents(request: IncomingMessage, response: ServerResponse): void {
  let bytes = 0;
  request.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes <= eventsBytesMax || response.headersSent) return;
    // The sender drops this load and goes on reporting; the connection ends with it.
    response.writeHead(413, { connection: 'close', 'content-length': 0 });
    response.end(() => request.destroy());
  });
  request.on('end', () => {
    if (response.headersSent) return;
    response.writeHead(202, { 'content-length': 0 });
    response.end();
  });
  request.on('error', () => response.destroy());
}
