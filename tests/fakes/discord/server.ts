import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type RequestBody, readBody } from './body.ts';
import { DiscordError } from './errors.ts';
import { type Fault, type Faults, refusal } from './faults.ts';
import type { Limits } from './limits.ts';
import { findRoute } from './routes/index.ts';
import type { Answer } from './routes/route.ts';
import type { RecordedRequest, State, Violation } from './state.ts';
import { validate } from './validate.ts';

interface Rest {
  state: State;
  faults: Faults;
  limits: Limits;
  requests: RecordedRequest[];
  violations: Violation[];
  changed: () => void;
}

interface Reply extends Answer {
  headers?: Record<string, string>;
}

/** The REST API: records each request, lets faults strike, checks token and body, then asks the route. */
export function restServer(rest: Rest): Server {
  const server = createServer((incoming, response) => {
    serve(rest, incoming, response).catch((error: unknown) => {
      // The caller gave up, or was killed, in the middle of its request.
      if (!incoming.complete) return;
      // A mistake in the fake or in the test, not an answer of Discord's: it must not pass unseen.
      const problem = { path: [], code: 'FAKE', message: String(error) };
      rest.violations.push({
        request: `${incoming.method} ${incoming.url}`,
        problems: [problem],
        body: null,
      });
      send(response, { status: 500, body: { code: 0, message: String(error) } });
      rest.changed();
    });
  });
  // An idle connection closed under a client's next request would look like a fault nobody asked for.
  server.keepAliveTimeout = 0;
  return server;
}

async function serve(rest: Rest, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(incoming);
  const { pathname, search, searchParams } = new URL(incoming.url ?? '/', 'http://discord.invalid');
  const path = decodeURIComponent(pathname).replace(/^\/api(\/v\d+)?/, '');
  const request: RecordedRequest = {
    method: incoming.method ?? '',
    path,
    query: search.slice(1),
    body: body.json,
    status: null,
    invalid: false,
  };
  rest.requests.push(request);

  const fault = rest.faults.take(request);
  const effect = () => answer(rest, request, body, searchParams, incoming);
  const reply = replyTo(fault, effect);
  if (reply !== null) {
    request.status = reply.status;
    request.invalid = isInvalid(reply);
    send(response, reply);
  } else if (fault !== 'hang') incoming.socket.destroy();
  rest.changed();
}

/** Null: the caller gets no answer. */
function replyTo(fault: Fault | null, effect: () => Reply): Reply | null {
  if (fault === null) return effect();
  if (fault === 'drop' || fault === 'hang') return null;
  if (fault === 'accept-then-drop') {
    effect();
    return null;
  }
  if (fault !== 'ban' && 'accepted' in fault && fault.accepted) effect();
  return refusal(fault);
}

function isInvalid({ status, headers = {} }: Reply): boolean {
  return [401, 403].includes(status) || (status === 429 && headers['x-ratelimit-scope'] !== 'shared');
}

function answer(
  { state, limits, violations }: Rest,
  request: RecordedRequest,
  body: RequestBody,
  query: URLSearchParams,
  { headers }: IncomingMessage,
): Reply {
  const { method, path } = request;
  const found = findRoute(method, path);
  if (found === null) throw new Error(`The fake Discord has no route ${method} ${path}`);
  const { route, params } = found;
  if (route.auth === 'bot' && headers.authorization !== `Bot ${state.token}`) {
    return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
  }
  const { headers: bucket, refused } = limits.count(route, params);
  if (refused !== null) {
    const limited = refusal(refused);
    return { ...limited, headers: { ...limited.headers, ...bucket } };
  }
  try {
    if (route.body !== undefined) validate(route.body, body.json, body.files.length);
    const done = route.handle({ ...body, query, param: (name) => params[name] ?? '' }, state);
    return { ...done, headers: bucket };
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    if (error.avoidable) violations.push(violation(request, error));
    return { status: error.status, headers: bucket, body: error.toJSON() };
  }
}

function violation(
  { method, path, body }: RecordedRequest,
  { code, message, problems }: DiscordError,
): Violation {
  const all = problems.length > 0 ? problems : [{ path: [], code: String(code), message }];
  return { request: `${method} ${path}`, problems: all, body };
}

/** A 204 has no content-type: with one, discord.js would try to parse nothing as JSON. */
function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const page = typeof body === 'string';
  const content = body === undefined ? {} : { 'content-type': page ? 'text/html' : 'application/json' };
  response.writeHead(status, { ...content, ...headers });
  response.end(page || body === undefined ? body : JSON.stringify(body));
}
