import type { SettingsTexts } from './texts.ts';

export const settings: SettingsTexts = {
  title: 'Settings of this server',
  zone: 'Time zone',
  zoneNow: (now) => `now ${now} there; digests and quiet hours go by it`,
  askers: 'Who may look things up',
  everyone: 'everyone',
  goneRole: 'a role that is gone: nobody, until another is chosen',
  language: 'New watches are told in',
  footer: 'Replies are in English or Chinese, as each reader uses Discord.',
  menus: { askers: 'Only a role may look things up …' },
  zoneForm: {
    title: 'Time zone of this server',
    label: 'City, country or zone',
    hint: 'Such as Beijing, Brussels, Asia/Tokyo, or UTC',
  },
  unknownZone: (written) =>
    `Nothing was saved: “${written}” names no one time zone that I know. Write a city or an IANA name: \`Beijing\`, \`Asia/Shanghai\`, \`UTC\`.`,
};
