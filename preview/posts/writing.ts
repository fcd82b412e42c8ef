import type { NewPost } from '../stage.ts';

/** A good that a notice puts under licence, with its code in the control list. */
export interface Item {
  name: string;
  code: string;
  what: string;
}

/** A notice that puts goods under licence. `from`: as written, "2029年11月8日"; absent: at once. */
export function control(number: string, goods: string, items: readonly Item[], from?: string): NewPost {
  const full = `商务部 海关总署公告${number}`;
  return {
    title: `${full} 公布对${goods}相关物项实施出口管制的决定`,
    paragraphs: [
      `为维护国家安全和利益、履行防扩散等国际义务，依据《中华人民共和国出口管制法》等法律法规，经国务院批准，决定对${goods}相关物项实施出口管制。现公告如下：`,
      '一、未经许可，不得出口下列物项：',
      ...items.map(
        ({ name, code, what }, index) =>
          `（${'一二三四五六七八九十'[index]}）${code} ${name}相关物项：${what}。`,
      ),
      '二、出口经营者出口上述物项，应当向国务院商务主管部门申请许可，并提交最终用户和最终用途证明文件。',
      from ? `三、本公告自${from}起正式实施。` : '三、本公告自公布之日起正式实施。',
    ],
  };
}

/** What a spokesperson answers. */
export function answered(title: string, question: string, answer: string): NewPost {
  return { title, paragraphs: [`有记者问：${question}`, `答：${answer}`] };
}
