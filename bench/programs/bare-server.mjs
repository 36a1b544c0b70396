import { createServer } from 'node:http';

/**
 * The least that can answer over HTTP on this platform: it returns bytes that it was given, with the headers that it was
 * given, and looks at nothing but `If-None-Match`. What Latchkey costs beyond it is Latchkey's own doing.
 */
let headers = {};
let notModifiedHeaders = {};
let bytes = Buffer.alloc(0);

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, notModifiedHeaders);
    response.end();
    return;
  }
  response.writeHead(200, headers);
  response.end(bytes);
});
// As Latchkey has it: the time is part of each reply.
server.keepAliveTimeout = 72_000;
server.listen(0, '127.0.0.1', () => process.send({ address: `http://127.0.0.1:${server.address().port}` }));

process.on('message', (given) => {
  if (given === 'usage') return;
  ({ headers, notModifiedHeaders } = given);
  bytes = Buffer.from(given.body);
  process.send('ready');
});
