import type { Told } from './told.ts';

/** Posts in languages that are only caught. */
export const otherLanguages: Told[] = [
  ['caught', '重要鉱物の輸出許可について', '経済産業省は、ガリウムの輸出許可申請を審査している。', {}, 'JP'],
  [
    'caught',
    '輸出貿易管理令の一部を改正する政令が閣議決定されました',
    '本政令は2027年5月1日から施行されます。',
    {},
    'JP',
  ],
  [
    'caught',
    '전략물자 수출허가 고시 개정',
    '산업통상자원부는 전략물자 수출통제 고시를 개정하였다.',
    {},
    'KR',
  ],
  [
    'caught',
    'Neue Ausfuhrgenehmigung für Dual-Use-Güter',
    'Das BAFA hat die Allgemeine Genehmigung Nr. 44 veröffentlicht.',
    {},
    'DE',
  ],
  [
    'caught',
    'Contrôle des exportations de biens à double usage',
    'Un arrêté soumet à autorisation d’exportation les ordinateurs quantiques.',
    {},
    'FR',
  ],
  [
    'caught',
    'Licencia de exportación de material de defensa',
    'El Gobierno suspende las licencias de exportación de armas a Israel.',
    {},
    'ES',
  ],
  [
    'caught',
    'Izin ekspor konsentrat tembaga',
    'Kementerian Perdagangan menerbitkan persetujuan ekspor konsentrat tembaga.',
    {},
    'ID',
  ],
  [
    'caught',
    'Giấy phép xuất khẩu khoáng sản',
    'Bộ Công Thương quy định về giấy phép xuất khẩu đất hiếm.',
    {},
    'VN',
  ],
];
