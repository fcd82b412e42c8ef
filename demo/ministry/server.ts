import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Answer, Asked, Site } from './site.ts';

/** Decides what is sent; called once the whole request has been read. */
export type Responder = (asked: Asked, gone: Promise<unknown>) => Promise<Answer>;

export interface OriginServer {
  /** `http://127.0.0.1:PORT`. */
  address: string;
  close(): Promise<void>;
}

/** Serves one site on a free port of the loopback interface. */
export async function serve(site: Site, respond: Responder): Promise<OriginServer> {
  const server = createServer((request, response) => {
    handle(site, respond, request, response).catch((error: Error) => fail(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

async function handle(site: Site, respond: Responder, request: IncomingMessage, response: ServerResponse) {
  const gone = new Promise((resolve) => response.once('close', resolve));
  const body = await text(request);
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const asked: Asked = {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', site.origin),
    headers: request.headers,
    form: new URLSearchParams(isForm ? body : ''),
  };
  const answer = await respond(asked, gone);
  if (!response.destroyed) send(answer, asked, response);
}

function send(answer: Answer, asked: Asked, response: ServerResponse): void {
  const { status = 200, type, headers = {}, isStatic = false } = answer;
  const body = Buffer.from(answer.body);
  if (!isStatic) {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
    return;
  }
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
  if (matches(asked.headers['if-none-match'], etag)) {
    response.writeHead(304, { etag, ...headers }).end();
    return;
  }
  response.writeHead(status, { 'content-type': type, etag, ...headers }).end(body);
}

/** If-None-Match compares weakly: RFC 9110, section 13.1.2. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = ifNoneMatch?.split(',').map((value) => value.trim().replace(/^W\//, ''));
  return known?.includes(etag) ?? false;
}

/** Whoever goes away in the middle of a request needs no answer; a mistake of ours is shown. */
function fail(response: ServerResponse, error: Error): void {
  if (response.destroyed) return;
  response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(error.stack);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
