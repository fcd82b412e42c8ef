import type { APIInteractionResponse } from 'discord.js';
import type { Interaction, Interactions } from '../interactions.ts';
import { type EditBody, isEphemeral, type NewBody, type StoredMessage } from '../messages.ts';
import { type Call, noContent, ok, type Route } from './route.ts';

const FOLLOW_UPS = '/webhooks/:applicationId/:token';
/** `@original` or the id of a follow-up. */
const ONE = '/webhooks/:applicationId/:token/messages/:messageId';

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints */
export const interactionRoutes: Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interactionId/:token/callback',
    auth: 'url',
    body: 'callback',
    handle(call, { interactions }) {
      const answer = call.json as APIInteractionResponse;
      const interaction = interactions.acknowledge(
        call.param('interactionId'),
        call.param('token'),
        answer,
        call.files,
      );
      return call.query.get('with_response') === 'true' ? ok(callbackResponse(interaction)) : noContent;
    },
  },
  {
    method: 'POST',
    path: FOLLOW_UPS,
    auth: 'url',
    body: 'follow-up',
    handle(call, { interactions }) {
      const interaction = interactions.withToken(call.param('token'));
      const body = call.json as NewBody;
      return ok(interactions.followUp(interaction, body, call.files).message);
    },
  },
  {
    method: 'GET',
    path: ONE,
    auth: 'url',
    handle: (call, { interactions }) => ok(addressed(call, interactions).stored.message),
  },
  {
    method: 'PATCH',
    path: ONE,
    auth: 'url',
    body: 'reply edit',
    handle(call, { interactions }) {
      const { interaction, stored } = addressed(call, interactions);
      interactions.edit(interaction, stored, call.json as EditBody, call.files);
      return ok(stored.message);
    },
  },
  {
    method: 'DELETE',
    path: ONE,
    auth: 'url',
    handle(call, { interactions }) {
      const { interaction, stored } = addressed(call, interactions);
      interactions.remove(interaction, stored);
      return noContent;
    },
  },
];

function addressed(
  call: Call,
  interactions: Interactions,
): { interaction: Interaction; stored: StoredMessage } {
  const interaction = interactions.withToken(call.param('token'));
  return { interaction, stored: interactions.message(interaction, call.param('messageId')) };
}

/** What `with_response=true` asks for. */
function callbackResponse({ id, type, response, thinking, original }: Interaction): object {
  const message = original?.message;
  return {
    interaction: {
      id,
      type,
      response_message_id: message?.id,
      response_message_loading: thinking,
      response_message_ephemeral: message !== undefined && isEphemeral(message),
    },
    resource: { type: response, ...(message === undefined ? {} : { message }) },
  };
}
