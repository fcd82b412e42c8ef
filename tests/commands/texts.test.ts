import { expect, it } from 'vitest';
import { texts } from '../../commands/texts/index.ts';

/** The longest name of a zone that there is, or nearly. */
const zone = 'America/Argentina/ComodRivadavia';

it.each(['en', 'zh'] as const)('keeps what Discord takes in forms and menus, in %s', (language) => {
  const { watch, settings, source } = texts[language];
  const { quietForm, digestForm, menus } = watch;
  const labels = [
    ...[quietForm.title(123_456), quietForm.from, quietForm.until, quietForm.decisions],
    ...[digestForm.title(123_456), digestForm.every, digestForm.at],
    ...Object.values(settings.zoneForm).slice(0, 2),
    ...[source.edit.title, source.edit.name, source.edit.address, source.edit.language, source.edit.cadence],
  ];
  const descriptions = [quietForm.hint(zone), digestForm.hint(zone), settings.zoneForm.hint];
  const placeholders = [...Object.values(menus), ...Object.values(settings.menus), watch.elsewhere];

  for (const label of labels) expect(label.length, label).toBeLessThanOrEqual(45);
  for (const text of descriptions) expect(text.length, text).toBeLessThanOrEqual(100);
  for (const text of placeholders) expect(text.length, text).toBeLessThanOrEqual(150);
});
