import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OwnRoutes } from './own-routes.ts';

/** A number read whenever somebody asks for the metrics. */
export interface Measure {
  /** `latchkey_open_streams` */
  readonly name: string;
  readonly help: string;
  readonly read: () => number;
}

/**
 * Prometheus. Labels are route patterns, methods that we declared and status classes: nothing a caller sends becomes a
 * label, so that callers cannot fill the memory.
 */
export function createMetrics(measures: readonly Measure[]) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const { name, help, read } of measures) {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) });
  }
  const requestSeconds = new Histogram({
    name: 'latchkey_http_request_seconds',
    help: 'How long requests took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    observe(app: FastifyInstance): void {
      app.addHook('onResponse', async (request, reply) => {
        if (String(reply.raw.getHeader('content-type')).startsWith('text/event-stream')) return;
        const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
        const method = request.is404 ? 'none' : request.method;
        const status = `${Math.floor(reply.statusCode / 100)}xx`;
        requestSeconds.observe({ method, route, status }, reply.elapsedTime / 1000);
      });
    },
    routes: {
      declares: [{ method: 'GET', url: '/metrics' }],
      mount(app) {
        app.get('/metrics', async (_, reply) =>
          reply
            .type(registry.contentType)
            .header('cache-control', 'no-store')
            .send(await registry.metrics()),
        );
      },
    } satisfies OwnRoutes,
    close: () => registry.clear(),
  };
}
