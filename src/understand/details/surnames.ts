/** Chinese surnames, in Simplified characters: what tells "发言人何亚东表示" from "发言人随后表示". */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤束耿汲华洪柳祝左涂齐庞樊殷施倪翟牛葛游聂章鲁焦路丘管裴卞褚卫穆霍季岳康俞安常费尤单温柯梅关辛欧聊屈';
const double = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|端木|夏侯';

/** A pattern of surnames, without capturing groups. */
export const surname = `(?:${double}|[${single}])`;

/** Words that begin as names do: 郑重, 严正, 周四. */
export const noName =
  /^(?:郑重|严[正肃厉格词]|周[一二三四五六日末]|高度|方才|方面|金融|安全|常务|华盛|向[媒记]|任何|万分|何时|于[今昨当近日]|.{1,3}[今昨][天日])/;
