import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from './log.ts';

/** What one path answers. */
export interface Answer {
  status: number;
  type: string;
  body: string;
}

export interface Endpoint {
  port: number;
  close(): Promise<void>;
}

/** The endpoint cannot be opened. `message` is one sentence that says why. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
}

/**
 * A few paths over HTTP, for monitoring: GET alone, nothing is read of a body.
 * @throws {EndpointError} The address cannot be listened on.
 */
export async function openEndpoint(
  { host, port }: { host: string; port: number },
  paths: Record<string, () => Promise<Answer>>,
  log: Log,
): Promise<Endpoint> {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const answer = Object.hasOwn(paths, path) ? paths[path] : undefined;
    if (!answer || request.method !== 'GET')
      return send(response, { status: 404, type: 'text/plain', body: '' });
    try {
      send(response, await answer());
    } catch (error) {
      log.error({ err: error, path }, 'monitoring could not be answered');
      send(response, { status: 500, type: 'text/plain', body: '' });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new EndpointError(`METRICS_PORT: ${host}:${port} cannot be listened on (${cause.message}).`, {
          cause,
        }),
      ),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
