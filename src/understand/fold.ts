/**
 * Folding makes texts comparable and keeps every offset: one UTF-16 unit in, one out. Full-width forms become
 * half-width, Traditional characters Simplified, so that each pattern is written once, in one script.
 */

// Pairs, Traditional before Simplified: the characters that occur in the lexicon and its rules.
const pairs =
  '萬万與与專专業业東东兩两嚴严個个豐丰臨临為为麗丽舉举義义烏乌樂乐習习書书買买亂乱爭争於于雲云亞亚產产親亲億亿僅仅從从倉仓儀仪價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体傭佣側侧僑侨' +
  '債债傾倾儲储兒儿黨党蘭兰關关興兴養养獸兽內内岡冈冊册寫写軍军農农馮冯衝冲決决況况凍冻淨净準准涼凉減减湊凑幾几鳳凤憑凭凱凯擊击劃划劉刘則则剛刚創创刪删劑剂勞劳勢势動动務务勵励勸劝' +
  '辦办區区醫医華华協协單单賣卖盧卢衛卫卻却廠厂廳厅歷历壓压廁厕縣县參参雙双發发變变敘叙葉叶號号嘆叹嗎吗啟启員员聽听吳吴嗆呛國国圖图圓圆聖圣場场壞坏塊块堅坚壇坛墜坠報报壯壮聲声' +
  '處处備备複复復复夠够頭头奪夺奮奋獎奖婦妇媽妈孫孙學学寧宁實实審审憲宪寬宽賓宾對对尋寻導导壽寿將将爾尔塵尘嘗尝層层屬属歲岁島岛嶺岭幣币帥帅師师帳帐帶带幫帮莊庄慶庆應应廟庙龐庞廢废開开' +
  '異异張张彈弹強强歸归當当錄录徹彻徵征憶忆懷怀態态總总戀恋懇恳懸悬驚惊慣惯憂忧慮虑戰战戲戏戶户執执擴扩掃扫揚扬擾扰撫抚搶抢護护擔担擬拟擁拥擇择擋挡損损換换據据擺摆攜携攝摄攤摊敵敌數数' +
  '齋斋斷断無无舊旧時时曠旷暫暂術术機机殺杀雜杂權权條条來来楊杨極极構构標标檢检樣样橋桥檔档歐欧殘残毀毁氣气漢汉湯汤溝沟沒没滬沪淚泪潔洁測测濟济濃浓濤涛潤润漲涨滅灭燈灯災灾爐炉點点煉炼' +
  '煙烟熱热愛爱牆墙獨独獎奖獲获獻献瑪玛環环現现電电畫画畢毕療疗瘋疯監监盤盘盜盗礦矿碼码磚砖確确禮礼禍祸離离種种稱称積积穩稳窮穷競竞筆笔籌筹簽签簡简類类糧粮緊紧糾纠紅红約约級级紀纪純纯' +
  '納纳紙纸線线組组細细終终經经結结給给絡络統统繼继績绩續续維维綜综緩缓編编縮缩織织羅罗罰罚職职聯联腦脑腳脚膠胶臉脸艦舰藝艺節节範范薦荐藥药蘇苏蘊蕴虛虚蟲虫補补製制裝装見见規规視视覺觉覽览' +
  '觀观觸触計计訂订認认討讨讓让訊讯議议記记許许論论設设訪访證证評评識识訴诉詞词試试話话誠诚詢询該该詳详語语說说請请諸诸課课調调談谈謀谋謂谓講讲謝谢貝贝負负貢贡財财責责敗败貨货質质販贩貫贯' +
  '貿贸費费賀贺資资賊贼賦赋賴赖購购賽赛贊赞趕赶趨趋躍跃車车軌轨轉转輪轮軟软載载較较輔辅輕轻輛辆輯辑輸输轄辖辭辞邊边達达遷迁過过運运還还進进遠远違违連连遲迟適适選选遞递遺遗郵邮鄰邻鄭郑醞酝' +
  '釋释裡里針针釣钓鈣钙鋼钢鈉钠鈔钞鑰钥鈞钧鎢钨鉤钩鈾铀鉬钼鉑铂鈷钴錢钱鉗钳鑽钻鐵铁鉛铅鉚铆鋁铝銅铜銦铟銷销鎖锁鋰锂鋅锌銳锐錯错錫锡錳锰鍺锗鍊链鏈链鎳镍鎂镁鎵镓銻锑鉍铋鑭镧鈰铈鐠镨釹钕鉕钷釤钐' +
  '銪铕釓钆鋱铽鏑镝鈥钬鉺铒銩铥鐿镱鑥镥鎦镥鈧钪釔钇長长門门閃闪閉闭問问間间聞闻閱阅闊阔隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐難难雖虽霧雾靜静韓韩頁页頂顶項项順顺須须預预領领頻频題题顏颜額额' +
  '風风飛飞飯饭飲饮飾饰餘余館馆馬马駐驻駛驶驅驱驗验騙骗鬥斗鬧闹魚鱼鰻鳗鮮鲜鳥鸟鳴鸣鹽盐麥麦黃黄齊齐齒齿龍龙龜龟臺台灣湾採采穫获週周檯台尷尴溫温塗涂矽硅衆众爲为啓启後后並并佈布佔占屆届圍围顯显豬猪駕驾鄉乡纖纤緬缅譯译紐纽併并傑杰藉借隻只別别滯滞緣缘詠咏釐厘艙舱駁驳潛潜劇剧繳缴贈赠麼么鬆松綁绑';

const punctuation =
  '\u3000 \u00a0 \u2002 \u2003 \u2009 \u202f \u200b \ufeff \t ，,；;：:！!？?（(）)［[］]〔[〕]【[】]“"”"„"「"」"『"』"＂"’\'‘\'–-—-‑-−-．.';

const table = new Map<number, string>();
for (let i = 0; i + 1 < pairs.length; i += 2) table.set(pairs.charCodeAt(i), pairs.charAt(i + 1));
for (let i = 0; i + 1 < punctuation.length; i += 2) {
  table.set(punctuation.charCodeAt(i), punctuation.charAt(i + 1));
}
// Full-width ASCII, where the list above does not say otherwise.
for (let code = 0xff01; code <= 0xff5e; code++) {
  if (!table.has(code)) table.set(code, String.fromCharCode(code - 0xfee0));
}

/** By UTF-16 unit; 0 where it stays as it is. */
const folding = new Uint16Array(0x10000);
for (const [code, replacement] of table) folding[code] = replacement.charCodeAt(0);

/** Beyond ASCII, or a tab: what folding can change. */
const foldable = /[\t\u0080-\uffff]/;

/** Lent to every text that fits: to make room for one costs more than to fold it. */
const lent = new Uint16Array(0x1000);

/** Folds without changing the length: an offset into the result is an offset into `text`. */
export function fold(text: string): string {
  if (!foldable.test(text)) return text;
  // In one array: a string put together piece by piece costs ten times its length in memory.
  const { length } = text;
  const units = length <= lent.length ? lent : new Uint16Array(length);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    units[i] = folding[code] || code;
  }
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
}
