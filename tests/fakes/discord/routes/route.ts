import type { RequestBody } from '../body.ts';
import type { State } from '../state.ts';
import type { BodyKind } from '../validate.ts';

export interface Call extends RequestBody {
  query: URLSearchParams;
  /** The part of the path called `name`. */
  param(name: string): string;
}

export interface Answer {
  status: number;
  /** Absent with 204. */
  body?: unknown;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/channels/:channelId` */
  path: string;
  /** `bot`: the token in the header. `url`: the interaction's token in the address, whatever the header says. */
  auth: 'bot' | 'url';
  /** What the body must be. */
  body?: BodyKind;
  /** Synchronous, so that a request happens at once or not at all. Throws DiscordError. */
  handle(call: Call, state: State): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };
