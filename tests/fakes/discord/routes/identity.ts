import type { RESTPostAPICurrentUserCreateDMChannelJSONBody } from 'discord.js';
import { apiAny, apiDm } from '../channel-payloads.ts';
import { DiscordError } from '../errors.ts';
import { visibleChannel } from '../permissions.ts';
import type { State } from '../state.ts';
import { type Answer, type Call, ok, type Route } from './route.ts';

/** Who the bot is, where its gateway is, what a channel is. */
export const identityRoutes: Route[] = [
  {
    method: 'GET',
    path: '/gateway/bot',
    auth: 'bot',
    handle: (_call, { gatewayUrl }) =>
      ok({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 },
      }),
  },
  { method: 'GET', path: '/users/@me', auth: 'bot', handle: (_call, { world }) => ok(world.bot) },
  { method: 'GET', path: '/applications/@me', auth: 'bot', handle: (_call, state) => ok(application(state)) },
  {
    method: 'GET',
    path: '/oauth2/applications/@me',
    auth: 'bot',
    handle: (_call, state) => ok(application(state)),
  },
  {
    method: 'GET',
    path: '/channels/:channelId',
    auth: 'bot',
    handle: (call, { world }) => ok(apiAny(visibleChannel(world, call.param('channelId')))),
  },
  { method: 'POST', path: '/users/@me/channels', auth: 'bot', body: 'direct message', handle: openDm },
];

/** Whether the user takes messages shows only when one is sent. */
function openDm({ json }: Call, { world }: State): Answer {
  const { recipient_id: id } = json as RESTPostAPICurrentUserCreateDMChannelJSONBody;
  const user = world.user(id);
  if (user === undefined) throw new DiscordError(10013);
  return ok(apiDm(world.dmWith(id).id, user));
}

function application({ applicationId, world }: State): object {
  return {
    id: applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '',
    flags: 0,
    bot: world.bot,
  };
}
