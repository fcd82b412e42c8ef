import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';

/** The application's slash commands, global (`null`) and per guild. */
export class Commands {
  readonly #scopes = new Map<string | null, APIApplicationCommand[]>();
  readonly #applicationId: string;
  readonly #nextId: () => string;

  constructor(applicationId: string, nextId: () => string) {
    this.#applicationId = applicationId;
    this.#nextId = nextId;
  }

  /**
   * Replaces all commands of the scope. One that keeps its kind and name keeps its id.
   * @see https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
   */
  put(
    guildId: string | null,
    bodies: readonly RESTPostAPIApplicationCommandsJSONBody[],
  ): APIApplicationCommand[] {
    const before = this.list(guildId);
    const after = bodies.map((body): APIApplicationCommand => {
      const type = body.type ?? ApplicationCommandType.ChatInput;
      const known = before.find((command) => command.type === type && command.name === body.name);
      return {
        ...(body as Partial<APIApplicationCommand>),
        id: known?.id ?? this.#nextId(),
        application_id: this.#applicationId,
        version: this.#nextId(),
        name: body.name,
        type,
        description: 'description' in body ? (body.description ?? '') : '',
        default_member_permissions: permissionsOf(body.default_member_permissions),
        ...(guildId === null ? {} : { guild_id: guildId }),
      };
    });
    this.#scopes.set(guildId, after);
    return after;
  }

  list(guildId: string | null): APIApplicationCommand[] {
    return this.#scopes.get(guildId) ?? [];
  }

  all(): APIApplicationCommand[] {
    return [...this.#scopes.values()].flat();
  }

  /** The slash command people of the guild see: its own hides a global one of the same name. */
  find(guildId: string, name: string): APIApplicationCommand | undefined {
    return [...this.list(guildId), ...this.list(null)].find(
      (command) => command.type === ApplicationCommandType.ChatInput && command.name === name,
    );
  }
}

function permissionsOf(bits: string | number | bigint | null | undefined): string | null {
  return bits === null || bits === undefined ? null : String(bits);
}
