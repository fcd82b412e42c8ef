import type { SettingsTexts } from './texts.ts';

export const settings: SettingsTexts = {
  title: 'Settings of this server',
  zone: 'Time zone',
  zoneNow: (now) => `now ${now} there; digests and quiet hours go by it`,
  askers: 'Who may look things up',
  everyone: 'everyone',
  goneRole: 'a role that is gone: nobody, until another is chosen',
  language: 'New watches are told in',
  ops: 'Told when a source breaks',
  none: 'no channel',
  opsMissing: (channel, names) =>
    `Nothing was saved: I can't post in ${channel} yet. Missing: ${names.map((name) => `**${name}**`).join(', ')}.`,
  opsNotHere:
    'Nothing was saved. What is read is read for every server of this bot; its operator lists in ADMIN_SERVERS the servers that are told how it goes.',
  footer: 'Replies are in English or Chinese, as each reader uses Discord.',
  menus: { askers: 'Only a role may look things up …', ops: 'Tell a channel when a source breaks …' },
  zoneForm: {
    title: 'Time zone of this server',
    label: 'City, country or zone',
    hint: 'Such as Beijing, Brussels, Asia/Tokyo, or UTC',
  },
  unknownZone: (written) =>
    `Nothing was saved: “${written}” names no one time zone that I know. Write a city or an IANA name: \`Beijing\`, \`Asia/Shanghai\`, \`UTC\`.`,
};
