import { dayText } from '../../src/understand/phrases/days.ts';
import { settings } from './settings/zh.ts';
import { source } from './source/zh.ts';
import type { Texts } from './texts.ts';
import { watch } from './watch/zh.ts';

export const zh: Texts = {
  newer: '较新',
  older: '较早',
  shareHere: '分享到本频道',
  asCsv: '导出CSV',
  rows: (count) => `共${count}行，见附表。`,
  noFiles: '导出表格需在本频道授予 **附加文件** 权限：频道设置 → 权限。',
  sources: '来源',
  sharedBy: (mention) => `由${mention}分享`,
  cannotShare: '您无权在本频道发言，未分享。',
  expired: '该列表已过期，请重新运行命令。',
  unknownGoods: (names) => `未识别的物项：${names}。请从输入时显示的列表中选择。`,
  unknownEntry: (option, names) => `\`${option}\` 中无法识别${names}。请从输入时显示的列表中选择。`,
  tiers: { decision: '许可决定', measure: '管制措施', statement: '表态' },
  tiersAll: '许可决定、管制措施、表态',
  goodsAll: '全部物项',
  goodsMore: (count) => `另有${count}项`,
  whole: (good) => `${good}（全部）`,
  filters: {
    authorities: '部门',
    tiers: '层级',
    kinds: '类别',
    actions: '动作',
    goods: '物项',
    destinations: '目的国',
    sources: '来源',
    sourceLanguages: '发布语言',
    words: '词语',
  },
  pair: (name, value) => `${name}：${value}`,
  comma: '、',
  archive: (since) => `资料库始于${since}`,
  lastRead: '最近一次读取',
  never: '从未',

  notADate: (written) => `无法识别日期“${written}”。请写作2025-06-15，或只写月份：2025-06。`,

  recent: {
    title: (filter) => (filter ? `近期消息：${filter}` : '近期出口许可消息'),
    none: '库内没有符合条件的消息。可用 `/watch add` 在出现时接收提醒。',
  },

  batches: {
    title: (goods, reports, since) => `许可获批：${goods} · ${since}以来通报${reports}次`,
    titleAll: (reports) => `许可获批 · 通报${reports}次`,
    none: (goods) => (goods ? `库内没有关于${goods}许可获批的通报。` : '库内没有许可获批的通报。'),
    count: (licences) => `${licences}份许可`,
    noQuantity: '未说明数量',
    forPlaces: (places) => `目的地：${places}`,
    noNumbers: '历次通报均未说明数量。',
    someNumbers: (count, reports) => `${reports}次通报中${count}次说明了数量。`,
    noUsFirms: '是否涉及美企：均未说明。',
    someUsFirms: (count) => `是否涉及美企：${count}次有说明。`,
    notNumbered: '商务部未对批次编号：两次通报可能指同一批许可。',
    perGood: (reports, first, last) =>
      first === last ? `通报${reports}次 · ${first}` : `通报${reports}次 · 首次${first}，最近${last}`,
    withoutGoods: (reports) => `未指明物项的通报${reports}次`,
    open: '查看某一物项的通报……',
    option: (good, reports) => `${good} · ${reports}次`,
  },

  measures: {
    unread: '尚未读取任何来源，无法说明管制措施。',
    notACode: '不是有效编码。管制编码形如1C902或3C001.b，海关编码为4至10位数字。',
    noNotices: '尚未读到编号公告，不代表无需许可。',
    title: (subject, day) => `${day}的出口管制${subject ? `：${subject}` : ''}`,
    groups: {
      'in-force': '施行中',
      suspended: '当日暂停实施',
      'not-confirmed': '待确认：所定期限已届满',
      'not-yet': '尚未施行',
      ended: '已废止',
      buyers: '按最终用户：适用于所有两用物项，包括上述物项',
    },
    notNamed: (subject) => `本库公告均未列名${subject}。`,
    notFree: '不代表无需许可：管制以物项描述为准，编码仅供参考。请同时按物项查询。',
    brackets: (codes) => `（${codes}）`,
    spoken: (day, title, until) => `${day}的表态，不改变任何期限：${title}${until ? `，提及${until}` : ''}`,
    source: '原文',
    next: '下一期限',
    statedEnd: (day, notice, days) => `${day}（${days === 0 ? '当日' : `${days}天后`}）：${notice}所定期限`,
    notRead: '他文所涉、尚未读到',
    footer: (notices, newest, readOn) =>
      `依据已读公告${notices}份，最新为${newest} · 来源读取至${readOn} · 不构成法律意见；未列出的物项不代表无需许可`,
    back: '上一页',
    further: '下一页',
    otherDate: '其他日期',
    otherGoods: '其他物项……',
    quotes: '原文摘录',
    quotesTitle: (subject) => `公告原文摘录${subject ? `：${subject}` : ''}`,
    noQuotes: '库内未摘录原文，请见公告。',
    dateTitle: '查询某日的措施',
    dateLabel: '日期，如2026-11-12',
  },

  story: {
    none: '没有符合的消息。请输入其中的词语并从列表中选择，或输入消息下方的编号。',
    number: (id) => `第${id}号消息`,
    merged: (id, into) => `第${id}号消息与第${into}号为同一消息，已合并至后者。`,
    timeline: (count) => (count === 1 ? '经过' : `经过：共${count}条，由旧到新`),
    open: '查看某一事件……',
    reworded: '文字有改动',
    pagesOn: '（续）',
    began: '消息由此开始',
  },

  search: {
    askedNothing: '请说明要查找的词语、物项或日期。',
    title: (asked, count, more) => `${asked} · ${more ? '超过' : ''}${count}条，由新到旧`,
    also: (names) => `同时查找：${names}`,
    near: (word) => `相近：${word}`,
    silent: '与出口许可无关',
    moreHere: (stories) => `同页另有${stories}项答复`,
    asked: '记者提问：',
    kinds: { batch: '许可发放或中止', measure: '管制措施', statement: '表态' },
    only: { batch: '只看许可', measure: '只看措施', statement: '只看表态' },
    allKinds: '全部类型',
    everything: '查找全部页面',
    nothing: (asked) => `未找到：${asked}`,
    looked: (items, since, everything) =>
      `已查找${since ? `${since}以来的` : ''}${items}个页面${everything ? '' : '中与出口许可有关的内容'}。`,
    watch: (options) => `如需在出现时接收提醒：/watch add ${options}`,
  },

  timeline: {
    title: (goods, from, to) => `时间线：${goods} · ${from}至${to}`,
    month: (month) => dayText(`${month}-01`, 'zh').replace(/1日$/, ''),
    counts: {
      decision: (count) => `许可决定${count}`,
      measure: (count) => `管制措施${count}`,
      statement: (count) => `表态${count}`,
    },
    nothing: '无',
    marks: { batch: '●', measure: '■', statement: '·' },
    picture: {
      title: '出口管制消息逐月统计',
      subject: (goods, from, to) => `${from}至${to} · ${goods}`,
      month: (month) => `${Number(month.slice(5))}月`,
      year: (year) => `${year}年`,
      legend: { decision: '许可决定', measure: '管制措施', statement: '表态' },
      note: ({ authority, badge, withdrawn, goods, notice }) =>
        `${authority}：${[badge, ...(goods ? [goods] : [])].join('，')}${notice ? `（${notice}）` : ''}${withdrawn ? '，已撤下' : ''}`,
      footer: (shown, marked, since) =>
        `${shown < marked ? `许可决定与管制措施共${marked}项，列出${shown}项 · ` : ''}存档始于${since}`,
      monthTold: (month, counts) => `${month}${counts}`,
      between: '；',
      told: (subject, months) => `柱状图：消息逐月统计，${subject}。${months}。`,
    },
  },

  help: {
    title: '各国商务部门谈及出口许可时发出提醒，并指明未说明的内容',
    lines: [
      { who: '最新', what: '/recent · /batches goods: 稀土（历次许可获批通报）' },
      {
        who: '查阅',
        what: '/measures goods: 稀土（可查任意一日的管制措施） · /measures code: 1C902 · /story（一则消息及其经过）',
      },
      { who: '查找', what: '/search words: 镓（中英文、任意长度） · /timeline goods: 镓（逐月图示）' },
      { who: '可信度', what: '/status（无提醒是否即无消息） · /source list（所读取的全部来源）' },
      {
        who: '管理服务器',
        what: '/watch add 向频道发送提醒 · /watch list、edit、pause、remove · /settings 时区、可查询者',
      },
      { who: '说明', what: '查询结果仅您可见，按“分享到本频道”后公开 · 不构成法律意见' },
    ],
  },

  source,

  settings,

  status: {
    title: {
      normal: (reading, sources) => `读取正常：${sources}个来源中${reading}个，无盲区`,
      degraded: (reading, sources) => `部分来源异常：${sources}个中${reading}个正常，各部门仍有来源覆盖`,
      blind: (_reading, _sources, uncovered) => `${uncovered}读取中断：无提醒不代表无消息`,
      starting: (reading, sources) => `正在启动：${sources}个来源中${reading}个已完成首次读取`,
    },
    covered: '已覆盖',
    uncovered: '未覆盖',
    unread: '尚未读取',
    notCovered: '无其他来源覆盖',
    coveredByOthers: '由其他来源覆盖',
    thisServer: '本服务器',
    checkNow: '立即读取',
    noWatch: '尚无频道接收提醒：请管理员在相应频道输入 /watch add。',
    alerts: (count) => `30天内${count}条`,
    last: '最近',
    deliveries: (waiting, held, rejected, unknown) =>
      `待发送${waiting}${held > 0 ? `（其中${held}条因免打扰或频道无权发言而暂缓）` : ''} · 被Discord拒绝${rejected} · 结果不明${unknown}`,
    parkedHow: '所缺权限见 /watch list',
    lastError: (channel, error) => `${channel}最近一次异常：${error}`,
    cacheFault: (message) => `缓存不可用，页面须全部重读，列表会提前失效：${message}`,
  },

  watch,

  why: {
    title: '为何收到此消息',
    tier: (tier) => `归为“${tier}”，依据：`,
    fired: '支持',
    against: '反对',
    reason: (says, words, rule, points) => `${says}：${words}（规则${rule}，${points}）`,
    passedOver: '未采信',
    passed: {
      question: (words) => `${words}：记者提问，并非官方表述`,
      number: (words, asked) => `${words}${asked ? '（记者提问中）' : ''}：并非许可数量`,
    },
    letThrough: '符合的关注',
    noWatch: '本频道现有关注均不符合：当时的关注已移除或更改。',
    evidence: '存证',
    published: '发布于',
    precision: { date: '（仅有日期）', minute: '（精确到分）', second: '（精确到秒）' },
    undated: '页面未注明日期',
    firstSeen: '首次读到',
    sent: '发送于',
    revision: (number, of, seen) => `第${number}版，共${of}版，读到于${seen}`,
    file: (sha256, name) =>
      name
        ? `所读文本见附件${name} · 该文件的SHA-256：${sha256}`
        : `标题、空行与正文（UTF-8）的SHA-256：${sha256} · 附上文本需在此授予“附加文件”权限`,
    addresses: '原文地址',
    noEnglish: '英文页面：尚未见到',
    titleOnly: '发送时仅知标题。',
    unknown: '库内没有此消息：它来自另一套系统。',
  },

  changed: {
    title: (source) => `改动对照：${source}`,
    times: (before, after) => `对照文本：${before} 与 ${after}`,
    onlyForm: '所比较部分用词未变：改动在标点、附件，或过于靠后之处。',
    footer: (place, of) => `第${place}处改动，共${of}处，由新到旧 · 两版文本均已留存`,
    none: '库内没有该事件的改动文本。',
  },

  wrong: {
    button: '内容有误',
    ask: '何处有误？',
    optional: '可简要说明，也可留空。由机器人维护者查阅。',
    stored: (id) =>
      `谢谢，已记为第${id}号反馈。运营者将与原文核对；如确属本机器人之误，将在所有收到此消息的频道注明更正，在此之前消息不变。`,
    known: (id) => `您已反馈过此消息，为第${id}号。`,
  },

  stories: { title: (count) => `${count}条消息` },
};
