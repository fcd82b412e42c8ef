import type { Row } from './row.ts';

/** The seventeen elements and what is made of them. */
// biome-ignore format: one line a term
export const rareEarths: readonly Row[] = [
  ['samarium', '钐', 'Sm', 'samarium', '钐'],
  ['gadolinium', '钆', 'Gd', 'gadolinium', '钆'],
  ['terbium', '铽', 'Tb', 'terbium', '铽'],
  ['dysprosium', '镝', 'Dy', 'dysprosium', '镝'],
  ['lutetium', '镥', 'Lu', 'lutetium', '镥'],
  ['scandium', '钪', 'Sc', 'scandium', '钪'],
  ['yttrium', '钇', 'Y', 'yttrium', '钇'],
  ['lanthanum', '镧', 'La', 'lanthanum', '镧'],
  ['cerium', '铈', 'Ce', 'cerium', '铈'],
  ['praseodymium', '镨', 'Pr', 'praseodymium', '镨'],
  ['neodymium', '钕', 'Nd', 'neodymium(?![- ](?:iron|(?:permanent )?magnets?\\b))', '钕(?!铁硼)'],
  ['promethium', '钷', 'Pm', 'promethium', '钷'],
  ['europium', '铕', 'Eu', 'europium', '铕'],
  ['holmium', '钬', 'Ho', 'holmium', '钬'],
  ['erbium', '铒', 'Er', 'erbium', '铒'],
  ['thulium', '铥', 'Tm', 'thulium', '铥'],
  ['ytterbium', '镱', 'Yb', 'ytterbium', '镱'],
  ['medium and heavy rare earths', '中重稀土', null, '(?:medium|middle)(?:-| )?(?:and|to|\\/|&)?(?:-| )?heavy rare[- ]earths?', '中重稀土'],
  ['rare earth raw and auxiliary materials', '稀土原辅料', null, '(?:rare[- ]earth )?raw and auxiliary materials', '(?:稀土)?原辅料'],
  ['rare earth equipment', '稀土设备', null, 'rare[- ]earth[- ](?:(?:production|processing|related) )*equipment', '稀土(?:生产加工|相关|加工|生产)?设备'],
  ['rare earth technology', '稀土技术', null, 'rare[- ]earth(?:[- ](?:related|processing|extraction|separation|refining|smelting|mining|production|recycling|magnets?|making|and|metals?))*[- ](?:technolog(?:y|ies)|know-how)|(?:permanent[- ])?magnet(?:[- ](?:making|production|manufacturing)) (?:technolog(?:y|ies)|know-how)', '稀土(?:永磁|磁[体材]|相关|开采|采选|冶炼|分离|提取|提炼|加工|利用|回收|制备|生产|制造|[、和及与的])*(?:技术|工艺)'],
  ['rare earth targets', '稀土靶材', null, 'rare[- ]earth targets?', '稀土靶材'],
  ['rare earth magnets', '稀土永磁体', null, '(?:rare[- ]earth |neodymium(?:-iron-boron)? |ndfeb |samarium-cobalt )?(?:permanent )?magnets?', '稀土永磁(?:体|材料)?|永磁(?:体|材料)|稀土磁(?:材|体|铁)|磁材|磁体|磁铁|钕铁硼'],
  ['rare earths', '稀土', null, 'rare[- ]earths?', '稀土'],
];
