import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
  GatewayDispatchEvents,
  type GatewayInteractionCreateDispatchData,
  InteractionType,
} from 'discord.js';
import type { Changes } from './changes.ts';
import { everyComponent, type RawComponent } from './component-rules.ts';
import type { Gateway } from './gateway.ts';
import { type InteractionBase, interactionBase, resolved, type Who } from './interaction-payloads.ts';
import type { NewInteraction } from './interactions.ts';
import type { Field } from './modal-rules.ts';
import { checkChoice, type FieldValues, fillForm, MENUS, mentions } from './modal-values.ts';
import { fillIn, type Invocation } from './option-values.ts';
import { isSettled, type Reply, replyTo } from './reply.ts';
import type { State } from './state.ts';

export interface UseCommand extends Who, Omit<Invocation, 'focused'> {
  name: string;
  channelId: string;
}

export interface TypeOption extends UseCommand {
  /** The option being typed; its text so far is in `options`. */
  focused: string;
}

export interface Press extends Who {
  /** The message as sent; ephemeral ones too. */
  message: Pick<APIMessage, 'id' | 'channel_id'>;
  customId: string;
}

export interface Choose extends Press {
  /** Values of a string menu; ids for user, role and channel menus. */
  values: readonly string[];
}

export interface Submit extends Who {
  /** The answer that opened the form. */
  form: Reply;
  /** What is left out stays as the form proposes it. */
  fields?: FieldValues;
}

/**
 * People who use the bot. Each method resolves when they see an answer: not while the bot is "thinking",
 * and also when Discord refused the answer (`refused`). What Discord's client would not let a person do throws.
 */
export class Interact {
  readonly #state: State;
  readonly #gateway: Gateway;
  readonly #changes: Changes;

  /** What was used last, while the bot still works on it. */
  last: Reply | null = null;

  constructor(state: State, gateway: Gateway, changes: Changes) {
    this.#state = state;
    this.#gateway = gateway;
    this.#changes = changes;
  }

  command(use: UseCommand): Promise<Reply> {
    const { command, data } = this.#commandData(use);
    const type = InteractionType.ApplicationCommand as const;
    return this.#send(use, { type, source: null }, `an answer to /${command.name}`, (base) => {
      return { ...base, type, data } satisfies GatewayInteractionCreateDispatchData;
    });
  }

  autocomplete(use: TypeOption): Promise<Reply> {
    const { command, data } = this.#commandData(use);
    const type = InteractionType.ApplicationCommandAutocomplete as const;
    return this.#send(use, { type, source: null }, `choices for /${command.name} ${use.focused}`, (base) => {
      return { ...base, type, data } satisfies GatewayInteractionCreateDispatchData;
    });
  }

  button(press: Press): Promise<Reply> {
    return this.#component(press, [ComponentType.Button], () => ({}));
  }

  select(choose: Choose): Promise<Reply> {
    const menus = Object.keys(MENUS).map(Number);
    return this.#component(choose, menus, (component) => {
      checkChoice(component as Field, choose.values);
      const mentioned = mentions(component.type, choose.values, this.#isRole(choose.message.channel_id));
      return { values: choose.values, ...resolved(this.#state.world, choose.message.channel_id, mentioned) };
    });
  }

  /** Sends a form that a command, a button or a menu has opened; by whom it was opened, unless told. */
  submit({ form, fields = {}, ...who }: Submit): Promise<Reply> {
    const { modal, channelId, userId, source } = form.interaction;
    if (modal === null) throw new Error('That answer has opened no form');
    const { components, mentioned } = fillForm(modal, fields, this.#isRole(channelId));
    const data = {
      custom_id: modal.custom_id,
      components: components as never,
      ...resolved(this.#state.world, channelId, mentioned),
    };
    const type = InteractionType.ModalSubmit as const;
    const message = source === null ? {} : { message: source.message };
    const sender = { userId, ...who, channelId };
    return this.#send(sender, { type, source }, `an answer to the form ${modal.custom_id}`, (base) => {
      return { ...base, type, ...message, data } satisfies GatewayInteractionCreateDispatchData;
    });
  }

  #isRole(channelId: string): (id: string) => boolean {
    const { world } = this.#state;
    const { roles } = world.guild(world.channel(channelId).guildId);
    return (id) => roles.has(id);
  }

  #commandData(use: TypeOption | UseCommand) {
    const { guildId } = this.#state.world.channel(use.channelId);
    const command = this.#registered(guildId, use.name);
    const { options, mentioned } = fillIn(command, use);
    const data = {
      id: command.id,
      name: command.name,
      type: ApplicationCommandType.ChatInput as const,
      options: options as never,
      ...resolved(this.#state.world, use.channelId, mentioned),
    };
    return { command, data };
  }

  #registered(guildId: string, name: string): APIApplicationCommand {
    const command = this.#state.commands.find(guildId, name);
    if (command !== undefined) return command;
    const names = this.#state.commands.all().map((one) => one.name);
    throw new Error(`Nobody can use /${name}: registered are [${names.join(', ')}]`);
  }

  #component(
    press: Press,
    types: readonly ComponentType[],
    more: (component: RawComponent) => object,
  ): Promise<Reply> {
    const { id, channel_id: channelId } = press.message;
    const source = this.#state.messages.find(channelId, id);
    if (source === undefined) throw new Error(`Message ${id} is not in channel ${channelId}`);
    const component = everyComponent((source.message.components ?? []) as RawComponent[]).find(
      ({ custom_id: customId, type }) => customId === press.customId && types.includes(type),
    );
    if (component === undefined || component.disabled) {
      throw new Error(`Message ${id} shows nothing to press that is called ${press.customId}`);
    }
    const type = InteractionType.MessageComponent as const;
    const data = { custom_id: press.customId, component_type: component.type, ...more(component) };
    return this.#send({ ...press, channelId }, { type, source }, `an answer to ${press.customId}`, (base) => {
      return {
        ...base,
        type,
        message: source.message,
        data: data as never,
      } satisfies GatewayInteractionCreateDispatchData;
    });
  }

  #send(
    who: Who & { channelId: string },
    what: Pick<NewInteraction, 'type' | 'source'>,
    label: string,
    payload: (base: InteractionBase) => GatewayInteractionCreateDispatchData,
  ): Promise<Reply> {
    if (this.#gateway.sessions === 0) throw new Error('No bot is connected to the gateway');
    const { world, interactions } = this.#state;
    const { guildId } = world.channel(who.channelId);
    const userId = who.userId ?? world.guild(guildId).ownerId;
    const interaction = interactions.begin({ ...what, channelId: who.channelId, userId });
    this.last = replyTo(interaction);
    const data = payload(interactionBase(this.#state, interaction, who));
    this.#gateway.dispatch({ event: GatewayDispatchEvents.InteractionCreate, data });
    return this.#changes.waitFor(() => isSettled(interaction) && replyTo(interaction), label);
  }
}
