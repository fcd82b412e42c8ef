import type { SettingsTexts } from './texts.ts';

export const settings: SettingsTexts = {
  title: '本服务器的设置',
  zone: '时区',
  zoneNow: (now) => `当地现在${now}，摘要与免打扰时段以此为准`,
  askers: '可查询者',
  everyone: '所有人',
  goneRole: '所选身份组已不存在，重新选择前无人可查询',
  language: '新建关注的语言',
  ops: '来源异常通知到',
  none: '无',
  opsMissing: (channel, names) =>
    `未保存：我还不能在${channel}发布消息。缺少权限：${names.map((name) => `**${name}**`).join('、')}。`,
  opsNotHere:
    '未保存。来源由本机器人所在的全部服务器共用；哪些服务器可接收其运行状况，由机器人维护者在 ADMIN_SERVERS 中列明。',
  footer: '回复的语言（中文或英文）随各人的Discord界面而定。',
  menus: { askers: '仅限某身份组查询……', ops: '来源异常时通知频道……' },
  zoneForm: {
    title: '本服务器的时区',
    label: '城市、国家或时区名',
    hint: '如北京、布鲁塞尔、Asia/Tokyo 或 UTC',
  },
  unknownZone: (written) =>
    `未保存：“${written}”无法对应到唯一的时区。请写城市名或IANA时区名，如 \`北京\`、\`Asia/Shanghai\`、\`UTC\`。`,
};
