import type {
  APIModalInteractionResponse,
  RESTPostAPIChannelMessageJSONBody,
  RESTPostAPIGuildForumThreadsJSONBody,
} from 'discord.js';
import * as schema from 'discord-api-spec/zod';
import { z } from 'zod';
import { DiscordError, type Problem } from './errors.ts';
import { modalRules } from './modal-rules.ts';
import { commandRules, messageRules, type Rule } from './rules.ts';

export type BodyKind =
  | 'message'
  | 'message edit'
  | 'follow-up'
  | 'reply edit'
  | 'callback'
  | 'commands'
  | 'thread of a message'
  | 'thread alone'
  | 'forum post'
  | 'thread edit'
  | 'direct message';

interface BodyCheck {
  schema: z.core.$ZodType;
  rules: (body: never) => Problem[];
  /** Ends of paths that discord.js sends, that Discord takes, and that its schema does not list. */
  tolerated: readonly string[];
  /** An empty message is refused here. For an edit that depends on what was there before. */
  mustShow?: boolean;
}

const message = (body: RESTPostAPIChannelMessageJSONBody) => apply(messageRules, body);
const WITH_EMOJI = ['emoji.animated'];
const IN_EVERY_MESSAGE = ['tts', 'enforce_nonce', ...WITH_EMOJI];

/** A body of which the schema says everything. */
function bare(known: z.core.$ZodType): BodyCheck {
  return { schema: known, rules: () => [], tolerated: [] };
}

/** The package has Discord's schemas but no map from operation to schema: this is the map. */
const CHECKS: Record<Exclude<BodyKind, 'callback'>, BodyCheck> = {
  message: {
    schema: schema.MessageCreateRequestSchema,
    rules: message,
    tolerated: WITH_EMOJI,
    mustShow: true,
  },
  'message edit': {
    schema: schema.MessageEditRequestPartialSchema,
    rules: message,
    tolerated: IN_EVERY_MESSAGE,
  },
  'follow-up': {
    schema: schema.IncomingWebhookRequestPartialSchema,
    rules: message,
    tolerated: IN_EVERY_MESSAGE,
    mustShow: true,
  },
  'reply edit': {
    schema: schema.IncomingWebhookUpdateRequestPartialSchema,
    rules: message,
    tolerated: IN_EVERY_MESSAGE,
  },
  'forum post': {
    schema: schema.CreateForumThreadRequestSchema,
    rules: ({ message: first }: RESTPostAPIGuildForumThreadsJSONBody) => under('message', message(first)),
    tolerated: IN_EVERY_MESSAGE,
    mustShow: true,
  },
  // discord.js says which type it expects, though the channel alone decides.
  'thread of a message': { ...bare(schema.CreateTextThreadWithMessageRequestSchema), tolerated: ['type'] },
  'thread alone': bare(schema.CreateTextThreadWithoutMessageRequestSchema),
  'thread edit': bare(schema.UpdateThreadRequestPartialSchema),
  'direct message': bare(schema.CreatePrivateChannelRequestSchema),
  commands: {
    schema: z.array(schema.ApplicationCommandUpdateRequestSchema),
    rules: (body: Parameters<(typeof commandRules)[number]>[0]) => apply(commandRules, body),
    tolerated: ['nsfw'],
  },
};

const reply = {
  schema: schema.CreateMessageInteractionCallbackRequestSchema,
  rules: ({ data = {} }: { data?: RESTPostAPIChannelMessageJSONBody }) => under('data', message(data)),
  tolerated: IN_EVERY_MESSAGE,
};
const update = { ...reply, schema: schema.UpdateMessageInteractionCallbackRequestSchema };
const autocomplete = {
  schema: schema.ApplicationCommandAutocompleteCallbackRequestSchema,
  rules: () => [],
  tolerated: [],
};

const modal = {
  schema: schema.ModalInteractionCallbackRequestSchema,
  rules: ({ data }: APIModalInteractionResponse) => under('data', apply(modalRules, data)),
  tolerated: [],
};

/** Answers to an interaction, by InteractionResponseType. */
const CALLBACKS: Record<number, BodyCheck> = {
  4: { ...reply, mustShow: true },
  5: reply,
  6: update,
  7: update,
  8: autocomplete,
  9: modal,
};

/** Throws 50035, or 50006 for an empty message, when Discord would not take this body. */
export function validate(kind: BodyKind, body: unknown, fileCount: number): void {
  const check = kind === 'callback' ? CALLBACKS[callbackType(body)] : CHECKS[kind];
  if (check === undefined)
    throw invalid([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'Unknown type' }]);

  const input = kind === 'commands' ? withNumericPermissions(body) : body;
  const result = z.safeParse(check.schema, input);
  if (!result.success) throw invalid(result.error.issues.flatMap((issue) => readable(issue)));
  const problems = [...unknownKeys(input, result.data, check.tolerated), ...check.rules(input as never)];
  if (problems.length > 0) throw invalid(problems);
  if (check.mustShow && fileCount === 0 && showsNothing(body)) throw new DiscordError(50006, [], true);
}

function invalid(problems: Problem[]): DiscordError {
  return new DiscordError(50035, problems, true);
}

function apply<Body>(rules: readonly Rule<Body>[], body: Body): Problem[] {
  return rules.flatMap((rule) => rule(body));
}

function under(key: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: [key, ...problem.path] }));
}

function callbackType(body: unknown): number {
  return isRecord(body) && typeof body.type === 'number' ? body.type : Number.NaN;
}

function showsNothing(body: unknown): boolean {
  if (!isRecord(body)) return true;
  const shown = [body.data, body.message].find(isRecord) ?? body;
  const { content, embeds, components, sticker_ids: stickers, poll, message_reference: reference } = shown;
  const forwards = isRecord(reference) && reference.type === 1;
  const lists = [embeds, components, stickers].some((list) => Array.isArray(list) && list.length > 0);
  return !(lists || poll || forwards || (typeof content === 'string' && content.trim() !== ''));
}

/** The schema wants a number, though the reference documents a string and discord.js sends one. */
function withNumericPermissions(commands: unknown): unknown {
  if (!Array.isArray(commands)) return commands;
  return commands.map((command) =>
    isRecord(command) && typeof command.default_member_permissions === 'string'
      ? { ...command, default_member_permissions: Number(command.default_member_permissions) }
      : command,
  );
}

/** Parsing drops what the schema does not name; what is missing afterwards was unknown. */
function unknownKeys(
  input: unknown,
  parsed: unknown,
  tolerated: readonly string[],
  path: (string | number)[] = [],
): Problem[] {
  if (Array.isArray(input) && Array.isArray(parsed)) {
    return input.flatMap((item, index) => unknownKeys(item, parsed[index], tolerated, [...path, index]));
  }
  if (!isRecord(input) || !isRecord(parsed)) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    if (key in parsed) return unknownKeys(value, parsed[key], tolerated, [...path, key]);
    const place = [...path, key].join('.');
    if (tolerated.some((end) => `.${place}`.endsWith(`.${end}`))) return [];
    return [{ path: [...path, key], code: 'UNKNOWN_KEY', message: 'Discord does not know this field' }];
  });
}

/** For a union, the complaints of the one member whose `type` is the value's own. */
function readable(issue: z.core.$ZodIssue, base: Problem['path'] = []): Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find(
      (branch) => !branch.some(({ path: [only, more] }) => only === 'type' && !more),
    );
    if (meant !== undefined) return meant.flatMap((inner) => readable(inner, path));
  }
  const code = issue.code === 'too_big' ? 'BASE_TYPE_MAX_LENGTH' : `BASE_TYPE_${issue.code.toUpperCase()}`;
  return [{ path, code, message: issue.message }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
