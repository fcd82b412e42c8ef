import { fold } from '../../fold.ts';
import type { Rule } from './rule.ts';

/** Terms of a language in which ministries post too: enough to catch the post, not to read it. */
interface Terms {
  id: string;
  language: string;
  /** Licences for export. */
  licences: string;
  /** Controls, bans and lists of what needs one. */
  controls: string;
}

// biome-ignore format: one line a language and kind
const terms: Terms[] = [
  {
    id: 'japanese', language: 'Japanese',
    licences: '輸出(?:の)?許可|輸出承認|(?:特別)?(?:一般|特定)包括(?:輸出)?許可',
    controls: '輸出貿易管理令|外国為替令|貨物等省令|安全保障貿易管理|輸出管理|リスト規制|キャッチオール規制|補完的輸出規制|外国ユーザーリスト|輸出規制|輸出禁止',
  },
  {
    id: 'korean', language: 'Korean',
    licences: '(?:포괄|개별)? ?수출 ?허가|전략물자 ?허가|수출 ?승인',
    controls: '수출 ?통제|수출 ?제한|수출 ?금지|전략물자',
  },
  {
    id: 'german', language: 'German',
    licences: 'Ausfuhrgenehmigung|Exportgenehmigung|Allgemeine[nr]? Genehmigung|Sammelgenehmigung|Exportlizenz',
    controls: 'Ausfuhrkontroll|Exportkontroll|Ausfuhrliste|Ausfuhrverbot|Exportverbot|Ausfuhrbeschränkung|Rüstungsexport',
  },
  {
    id: 'french', language: 'French',
    licences: "(?:licences?|autorisations?|permis) d'exportation|autorisations? d'exporter|soume\\w+ à autorisation d'exportation",
    controls: "contrôles? (?:des|à l'|des? l')? ?exportations?|biens à double usage|interdiction d'export|interdit\\w* l'exportation|exportation de matériels de guerre",
  },
  {
    id: 'spanish', language: 'Spanish',
    licences: '(?:licencias?|permisos?|autorizaci(?:ón|ones)) de exportación',
    controls: 'control(?:es)? (?:de|a) (?:las? )?exportaci(?:ón|ones)|material de doble uso|productos de doble uso|prohibici(?:ón|ones) de exporta|proh[ií]be la exportación',
  },
  {
    id: 'indonesian', language: 'Indonesian',
    licences: '(?:izin|persetujuan|perizinan) ekspor',
    controls: '(?:larangan|pembatasan|pengendalian|kontrol) ekspor|ekspor dilarang|melarang ekspor',
  },
  {
    id: 'vietnamese', language: 'Vietnamese',
    licences: '(?:giấy phép|cấp phép|phép) xuất khẩu',
    controls: '(?:kiểm soát|hạn chế|cấm|quản lý) xuất khẩu|hàng hóa lưỡng dụng',
  },
];

/** Posts in languages that are caught by their terms: what they say was done is left to a reader. */
export const languages: Rule[] = terms.flatMap(({ id, language, licences, controls }) => [
  {
    id: `${id}-licence`,
    says: `speaks of export licences, in ${language}`,
    points: 4,
    action: 'statement',
    en: new RegExp(fold(licences), 'i'),
  },
  {
    id: `${id}-control`,
    says: `speaks of export controls, in ${language}`,
    points: 3,
    action: 'statement',
    en: new RegExp(fold(controls), 'i'),
  },
]);
