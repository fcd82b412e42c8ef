import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayIdentifyData,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayResumeData,
} from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Dispatch } from './payloads.ts';

export interface GatewayOptions {
  token: string;
  /** Intents that the portal has not granted: asking for one ends with 4014. */
  disallowedIntents: number;
  heartbeatInterval: number;
  nextId: () => string;
  /** READY, then one GUILD_CREATE each. */
  greeting: (sessionId: string) => Dispatch[];
  changed: () => void;
}

/** What the bot sent. */
export interface Frame {
  op: GatewayOpcodes;
  d: unknown;
}

interface Session {
  id: string;
  intents: number;
  /** All that was dispatched, numbered from 1, so that RESUME can replay the part that was missed. */
  sent: { op: GatewayOpcodes.Dispatch; s: number; t: string; d: unknown }[];
  /** Null while the bot is away and may still resume. */
  socket: WebSocket | null;
}

/** Events that need no intent; the others modelled here need Guilds. */
const WITHOUT_INTENT: readonly string[] = [
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.Resumed,
  GatewayDispatchEvents.InteractionCreate,
];

/**
 * Closing with one of these ends the session; after 4004 and 4010 to 4014 a bot must not even reconnect.
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const ENDS_SESSION: readonly number[] = [1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014];

/**
 * Discord's gateway over JSON: HELLO, IDENTIFY, heartbeats, RESUME.
 * @see https://discord.com/developers/docs/events/gateway#connections
 */
export class Gateway {
  /** Every frame the bot sent, oldest first. */
  readonly received: Frame[] = [];
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly #silent = new WeakSet<WebSocket>();
  readonly #options: GatewayOptions;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  /** How many sessions have a live connection. */
  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== null).length;
  }

  /** Sessions that hear of events: connected ones, and those that may yet resume. */
  get sessions(): number {
    return this.#sessions.size;
  }

  count(op: GatewayOpcodes): number {
    return this.received.filter((frame) => frame.op === op).length;
  }

  /** Tells every session. A session without a connection hears it when it resumes. */
  dispatch({ event, data }: Dispatch): void {
    for (const session of this.#sessions.values()) this.#send(session, { event, data });
    this.#options.changed();
  }

  /** Closes every connection with this code: 4000 lets the bot resume, 4004 does not. */
  close(code: number): void {
    for (const socket of this.#detach()) socket.close(code);
    if (ENDS_SESSION.includes(code)) this.forgetSessions();
  }

  /** Breaks every connection without a word. */
  drop(): void {
    for (const socket of this.#detach()) socket.terminate();
  }

  /** Asks every connection to come back (op 7), as Discord does when it moves servers. */
  askToReconnect(): void {
    for (const socket of this.#server.clients) write(socket, { op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Declares every session invalid (op 9). One that is not resumable is forgotten. */
  invalidate(resumable: boolean): void {
    const sockets = this.#detach();
    if (!resumable) this.forgetSessions();
    for (const socket of sockets) write(socket, { op: GatewayOpcodes.InvalidSession, d: resumable });
  }

  /** Connections stay open and nothing comes through any more, not even acknowledgements of heartbeats. */
  goSilent(): void {
    for (const socket of this.#detach()) this.#silent.add(socket);
  }

  /** Forgets all sessions, as after a long absence: the next RESUME is refused. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection));
  }

  async stop(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #detach(): WebSocket[] {
    for (const session of this.#sessions.values()) session.socket = null;
    return [...this.#server.clients];
  }

  #welcome(socket: WebSocket): void {
    write(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#options.heartbeatInterval } });
    socket.on('message', (data) => {
      const frame: Frame = JSON.parse(String(data));
      this.received.push(frame);
      if (!this.#silent.has(socket)) this.#answer(socket, frame);
      this.#options.changed();
    });
    socket.on('close', (code) => {
      const session = this.#sessionOf(socket);
      // Only a client that says goodbye (1000, 1001) ends its session.
      if (session !== undefined) session.socket = null;
      if (session !== undefined && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
      this.#options.changed();
    });
  }

  #answer(socket: WebSocket, { op, d }: Frame): void {
    if (op === GatewayOpcodes.Heartbeat) write(socket, { op: GatewayOpcodes.HeartbeatAck, d: null });
    else if (op === GatewayOpcodes.Identify) this.#identify(socket, d as GatewayIdentifyData);
    else if (op === GatewayOpcodes.Resume) this.#resume(socket, d as GatewayResumeData);
    else if (this.#sessionOf(socket) === undefined) socket.close(GatewayCloseCodes.NotAuthenticated);
  }

  #identify(socket: WebSocket, { token, intents }: GatewayIdentifyData): void {
    const { disallowedIntents, greeting, nextId } = this.#options;
    const refusal =
      token !== this.#options.token
        ? GatewayCloseCodes.AuthenticationFailed
        : (intents & disallowedIntents) !== 0 && GatewayCloseCodes.DisallowedIntents;
    if (refusal) {
      socket.close(refusal);
      return;
    }
    const session: Session = { id: `session-${nextId()}`, intents, sent: [], socket };
    this.#sessions.set(session.id, session);
    for (const dispatch of greeting(session.id)) this.#send(session, dispatch);
  }

  #resume(socket: WebSocket, { token, session_id: id, seq }: GatewayResumeData): void {
    const session = this.#sessions.get(id);
    if (token !== this.#options.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed);
    } else if (session === undefined) {
      // `false`: this session cannot be resumed, identify anew.
      write(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    } else {
      session.socket = socket;
      for (const missed of session.sent.filter(({ s }) => s > seq)) write(socket, missed);
      this.#send(session, { event: GatewayDispatchEvents.Resumed, data: {} });
    }
  }

  #send(session: Session, { event, data }: Dispatch): void {
    if (!WITHOUT_INTENT.includes(event) && (session.intents & GatewayIntentBits.Guilds) === 0) return;
    const payload = { op: GatewayOpcodes.Dispatch as const, s: session.sent.length + 1, t: event, d: data };
    session.sent.push(payload);
    if (session.socket !== null) write(session.socket, payload);
  }

  #sessionOf(socket: WebSocket): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.socket === socket);
  }
}

function write(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload));
}
