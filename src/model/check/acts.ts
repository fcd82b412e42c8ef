import type { Wording } from './found.ts';

/** Words that say what was done: a text may not turn one act into another, nor into its opposite. */
// biome-ignore format: one line an act
export const acts: readonly Wording[] = [
  { name: 'approve', en: /\b(?:approv\w+|grant(?:s|ed|ing)?|cleared|green-?lit|award(?:s|ed)?)\b/gi, zh: /批准|核准|获批|批复|发放|颁发|签发|核发|放行|准予/g, also: /准许|同意|\b(?:issu(?:e|es|ed|ing)|authori[sz]\w+|licen[cs]ed)\b/i, actions: ['approve'] },
  { name: 'refuse', en: /\b(?:refus\w+|reject\w*|den(?:y|ies|ied|ial|ials)|turn(?:s|ed)? down|blocks?|blocked)\b/gi, zh: /拒绝|拒批|驳回|否决|不予(?:许可|批准)/g, actions: ['deny'] },
  { name: 'revoke', en: /\b(?:revo[kc]\w+|withdr[ae]w\w*|cancel\w*|rescind\w*|annul\w*|repeal\w*|abolish\w*|scrap(?:s|ped)?)\b/gi, zh: /撤[销回]|吊销|废止|作废|取消/g, also: /失效|\blift/i },
  { name: 'ban', en: /\b(?:ban(?:s|ned|ning)?|prohibit\w*|forbid\w*|forbade|embargo\w*)\b/gi, zh: /禁[止运令]/g, also: /不得|\b(?:may|shall|must) not\b/i, actions: ['deny'] },
  { name: 'suspend', en: /\b(?:suspen\w+|halt\w*|paus\w+|freez\w+|froze\w*|stop(?:s|ped|ping)?|on hold)\b/gi, zh: /暂停|中止|停止|叫停|冻结|暂缓/g, actions: ['suspend', 'suspend_control', 'extend_suspension'] },
  { name: 'lift', en: /\b(?:lift(?:s|ed|ing)?|remov\w+|eas(?:e|es|ed|ing)|relax\w*|loosen\w*|waiv\w+|exempt\w*)\b/gi, zh: /解除|放宽|放开|豁免|移出|免于/g, also: /取消|免/, actions: ['relax'] },
  { name: 'tighten', en: /\b(?:tighten\w*|strengthen\w*|toughen\w*|expand\w*|widen\w*|escalat\w*)\b/gi, zh: /收紧|加严|加强|扩大|强化|升级/g },
  { name: 'retaliate', en: /\b(?:retaliat\w*|counter-?measures?|sanction\w*|punish\w*|penal\w+)\b/gi, zh: /反制|制裁|报复|惩[罚戒]|处罚/g },
  { name: 'resume', en: /\b(?:resum\w+|restart\w*|restor\w+|reinstat\w*)\b/gi, zh: /恢复|重启/g, actions: ['resume'] },
  { name: 'extend', en: /\b(?:exten(?:d|ds|ded|ding|sion|sions)|prolong\w*|renew\w*)\b/gi, zh: /延[长期至续]|展期|续期/g, actions: ['extend_suspension'] },
  { name: 'add', en: /\b(?:add(?:s|ed|ing)|blacklist\w*)\b/gi, zh: /增列|列入|新增|纳入/g, also: /增加|补充|\blist(?:s|ed|ing)?\b/i, actions: ['new_control'] },
];
