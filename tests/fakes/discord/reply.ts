import type { APIMessage } from 'discord.js';
import type { ErrorCode } from './errors.ts';
import type { Interaction } from './interactions.ts';
import { isEphemeral } from './messages.ts';

/** What a test reads: live, so a later edit or follow-up shows. */
export interface Reply {
  readonly interaction: Interaction;
  /** What the user sees as the answer; null when it was deleted, or when there is none. */
  readonly message: APIMessage | null;
  readonly content: string;
  readonly ephemeral: boolean;
  /** How the answer read before each edit, oldest first. */
  readonly edits: readonly APIMessage[];
  readonly files: ReadonlyMap<string, Buffer>;
  readonly followUps: readonly APIMessage[];
  readonly choices: Interaction['choices'];
  /** The form that opened instead of an answer. */
  readonly modal: Interaction['modal'];
  readonly refused: ErrorCode | null;
}

export function replyTo(interaction: Interaction): Reply {
  const original = () => (interaction.original?.deleted ? null : interaction.original);
  return {
    interaction,
    get message() {
      return original()?.message ?? null;
    },
    get content() {
      return original()?.message.content ?? '';
    },
    get ephemeral() {
      const message = original()?.message;
      return message !== undefined && isEphemeral(message);
    },
    get edits() {
      return original()?.edits ?? [];
    },
    get files() {
      return original()?.files ?? new Map();
    },
    get followUps() {
      return interaction.followUps.filter(({ deleted }) => !deleted).map(({ message }) => message);
    },
    get choices() {
      return interaction.choices;
    },
    get modal() {
      return interaction.modal;
    },
    get refused() {
      return interaction.refused;
    },
  };
}

/** The user has something to look at, or will never have: an answer, an acknowledged press, a refusal. */
export function isSettled({ response, thinking, refused }: Interaction): boolean {
  return refused !== null || (response !== null && !thinking);
}
