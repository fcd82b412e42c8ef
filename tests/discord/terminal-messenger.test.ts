import { expect, it } from 'vitest';
import { terminalMessenger } from '../../src/discord/terminal-messenger.ts';
import type { Outgoing } from '../../src/domain/delivery.ts';
import { storyView, varnianNames } from '../fakes/archive.ts';

it('prints a message whole, with its official address, and takes it for sent', async () => {
  const written: string[] = [];
  const messenger = terminalMessenger({
    write: (text) => written.push(text),
    colour: false,
    links: false,
    context: varnianNames,
  });

  const outgoing: Outgoing = {
    deliveryId: 'delivery-1',
    nonce: 'nonce-1',
    channelId: 'terminal',
    operation: 'send',
    targetMessageId: null,
    body: { kind: 'story', view: storyView() },
    roleIds: [],
    silent: false,
    language: 'en',
    market: 'US',
  };

  const outcome = await messenger.deliver(outgoing);

  expect(outcome).toEqual({ outcome: 'sent', messageId: 'delivery-1' });
  expect(written.join('')).toContain('Varnia');
  expect(written.join('')).toContain('https://trade.varnia.example/notices/1');
  expect(written.join('')).toMatch(/\n\n$/);
  expect(await messenger.find(outgoing)).toBeNull();
});
