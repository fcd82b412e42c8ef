import { describe, expect, test } from 'vitest';
import { goodsNamedIn } from '../../src/understand/facts/goods.ts';
import { bodies } from '../../src/understand/lexicon/authorities.ts';
import { countries, countryName, countryOfCode } from '../../src/understand/lexicon/countries.ts';
import { goodName, goodSymbol, goods, isRareEarthElement } from '../../src/understand/lexicon/goods.ts';
import { rules } from '../../src/understand/lexicon/rules/all.ts';
import { passageOf } from '../../src/understand/passage.ts';

function named(text: string): string[] {
  const [, ...sentences] = passageOf({ title: '-', text }).sentences;
  return [...new Set(sentences.flatMap(goodsNamedIn).map(({ good }) => good))];
}

describe('goods', () => {
  test.each(goods.map(({ name }) => name))(
    '%s is found by its English name and by its Chinese one',
    (name) => {
      expect(named(`It concerns ${name} exports and nothing else`)).toEqual([name]);
      expect(named(`涉及${goodName(name, 'zh')}出口`)).toEqual([name]);
    },
  );

  // One row for each family of terms: what ministries write besides the name itself.
  test.each<[words: string, names: string[]]>([
    ['鑭鈰鐠釹鉕', ['lanthanum', 'cerium', 'praseodymium', 'neodymium', 'promethium']],
    [
      '釤釓鋱鏑鎦鈧釔',
      ['samarium', 'gadolinium', 'terbium', 'dysprosium', 'lutetium', 'scandium', 'yttrium'],
    ],
    ['銪鈥鉺銩鐿', ['europium', 'holmium', 'erbium', 'thulium', 'ytterbium']],
    [
      '鎵鍺銻鎢碲鉍鉬銦',
      ['gallium', 'germanium', 'antimony', 'tungsten', 'tellurium', 'bismuth', 'molybdenum', 'indium'],
    ],
    ['middle and heavy rare earths', ['medium and heavy rare earths']],
    ['稀土磁材', ['rare earth magnets']],
    ['钕铁硼', ['rare earth magnets']],
    ['permanent magnets', ['rare earth magnets']],
    ['稀土设备和原辅料', ['rare earth equipment', 'rare earth raw and auxiliary materials']],
    ['稀土相关技术', ['rare earth technology']],
    ['人造石墨負極材料', ['artificial graphite anode materials']],
    ['球化石墨', ['graphite']],
    ['人造金刚石微粉', ['superhard materials']],
    ['鋰離子電池', ['lithium batteries']],
    ['UAVs and drones', ['drones']],
    ['无人驾驶航空飞行器', ['drones']],
    ['UHMWPE fibre', ['ultra-high molecular weight polyethylene fibre']],
    ['battery-electric passenger cars', ['electric passenger cars']],
    ['γ-丁内酯', ['gamma-butyrolactone products']],
    ['chipmaking is not semiconductor manufacturing tools', ['semiconductor manufacturing equipment']],
    ['半導體設備', ['semiconductor manufacturing equipment']],
    ['H200 chips', ['advanced computing chips']],
    ['dual-use goods', ['dual-use items']],
    ['軍民兩用物項', ['dual-use items']],
    ['釩鋯鉿', ['vanadium', 'zirconium', 'hafnium']],
    ['鈮鉭鈹錸', ['niobium', 'tantalum', 'beryllium', 'rhenium']],
    ['鈷、鎳、錳、鎂和碳酸鋰', ['cobalt', 'nickel', 'manganese', 'magnesium', 'lithium']],
    ['samarium-cobalt', ['samarium']],
    ['氖、氪、氙、氩和氦', ['neon', 'krypton', 'xenon', 'argon', 'helium']],
    ['rare gases, never in an inert gas atmosphere', ['noble gases']],
    ['copper concentrate, bauxite and fluorspar', ['copper concentrate', 'bauxite', 'fluorspar']],
    ['天然沙', ['natural sand']],
    ['ArF光阻劑', ['photoresists']],
    ['EDA tools', ['chip design software']],
    ['電子設計自動化軟體', ['chip design software']],
    ['flow cytometer, DNA synthesiser', ['flow cytometers', 'gene synthesizers']],
    ['数控机床和机床', ['CNC machine tools', 'machine tools']],
    ['optical fiber, sensors and a laser', ['optical fibre', 'sensors', 'lasers']],
    ['尿素、磷肥等化肥', ['urea', 'phosphate', 'fertilisers']],
    ['sugar, broken rice, wheat flour', ['sugar', 'rice', 'wheat']],
    ['aviation components', ['aircraft parts']],
    ['原木和天然橡胶', ['timber', 'rubber']],
    ['易制毒化學品', ['precursor chemicals']],
    ['radiation-hardened chips', ['radiation hardened integrated circuits']],
    ['暂停进口美国原木', []],
    ['成品油和原油', ['refined oil', 'crude oil']],
    ['鋁、鉻、鍶和鈀', ['aluminium', 'chromium', 'strontium', 'palladium']],
    ['ammonium paratungstate and cadmium telluride', ['tungsten', 'tellurium']],
    ['中国工业硅和多晶硅，硅谷不在其列', ['silicon', 'polysilicon']],
    ['黄金和白银, gold medals and silver linings', ['gold', 'silver']],
    ['lead and zinc, which lead the list', ['lead', 'zinc']],
    ['碳纖維、石墨烯與陶瓷基複合材料', ['carbon fibre', 'graphene', 'ceramic matrix composites']],
    ['氟化氫和氟聚醯亞胺', ['hydrogen fluoride', 'fluorinated polyimide']],
    [
      'fuel exports, LPG and used cooking oil',
      ['refined oil', 'liquefied petroleum gas', 'used cooking oil'],
    ],
    ['POME, palm oil residue', ['palm oil mill effluent', 'high acid palm oil residue']],
    ['HBM chips, DRAM, GPUs', ['semiconductors', 'advanced computing chips']],
    ['艾司摩爾的浸潤式微影設備和曝光機', ['semiconductor manufacturing equipment']],
    ['DUV lithography machines', ['semiconductor manufacturing equipment']],
    [
      'quantum items, gate-all-around transistor technology',
      ['quantum computing items', 'semiconductor technology'],
    ],
    ['工具機、可程式控制器與電阻器', ['machine tools', 'programmable logic controllers', 'resistors']],
    [
      'heavy construction machines, excavators, bearings',
      ['construction machinery', 'excavators', 'bearings'],
    ],
    ['无人机零部件、反无人机系统', ['drones', 'counter-drone equipment']],
    ['uncrewed underwater vehicles and birdshot', ['uncrewed underwater vehicles', 'ammunition']],
    ['night-vision goggles, howitzers, missiles', ['night vision devices', 'artillery', 'missiles']],
    ['非巴斯马蒂大米、碎米', ['rice']],
    ['live sheep, infant formula, ephedra', ['live sheep', 'infant formula', 'ephedra']],
    ['象牙、珊瑚和鱼翅', ['ivory', 'corals', 'shark fins']],
    ['质谱仪和流式细胞仪', ['mass spectrometry equipment', 'flow cytometers']],
    ['highly enriched uranium', ['enriched uranium']],
    ['live hogs, live cattle', ['live pigs', 'live cattle']],
    ['diesel cargoes, 汽油、航空煤油', ['refined oil']],
    ['Blackwell GPUs, GB200 racks, Ascend 920 processors, 昇腾芯片', ['advanced computing chips']],
    ['certain advanced computing items, supercomputers', ['advanced computing chips']],
    [
      'items under ECCNs 4A090 and 3B001',
      ['advanced computing chips', 'semiconductor manufacturing equipment'],
    ],
    ['hybrid bonders, 混合键合设备、量测检测设备', ['semiconductor manufacturing equipment']],
    ['diamond substrates, 氧化镓衬底', ['semiconductor materials']],
    ['quantum and chip items', ['quantum computing items', 'semiconductor items']],
    [
      'quantum technologies and cryogenic equipment',
      ['quantum computing items', 'cryogenic cooling equipment'],
    ],
    ['traction batteries, EV packs, 锂电', ['lithium batteries']],
    ['helium-3, 氦-3, 氦气', ['helium-3', 'helium']],
    ['LEAP-1A, C919 engines, 向商飞供应的发动机', ['aircraft engines']],
    ['conventional-weapon related goods', ['conventional weapons-related items']],
    ['softwood chips', ['wood chips']],
    ['rare earth separation technology, 稀土永磁制备技术', ['rare earth technology']],
    ['exports, reexports and temporary imports of defense articles', ['defense articles']],
    ['独居石、锆英砂和氟石', ['monazite', 'zircon', 'fluorspar']],
  ])('%s', (words, names) => {
    expect(named(words)).toEqual(names);
  });

  test('chemical symbols are shown and never matched', () => {
    for (const { symbol } of goods) {
      if (symbol) expect(named(`In ${symbol} we trust, ${symbol.toLowerCase()} or ${symbol}.`)).toEqual([]);
    }
    expect([goodSymbol('samarium'), goodSymbol('holmium'), goodSymbol('drones')]).toEqual(['Sm', 'Ho', null]);
  });

  test('a word that merely contains a name is not the good', () => {
    const words = [
      'Coalition talks on magnetism, integrity and grainy photographs',
      'A golden chance for the Ivory Coast, the Coral Sea and Silicon Valley to lead in sandy deserts',
      'Food security, tea parties, ricochets, oily steelworkers, tinned teams and a leader',
      '无锡、铜陵、白银市、锡林郭勒、黄金周、铅笔和硅谷的服务员',
    ];
    for (const text of words) expect([text, named(text)]).toEqual([text, []]);
  });

  test('the seventeen elements are rare earths, products of them are not elements', () => {
    expect(goods.filter(({ name }) => isRareEarthElement(name))).toHaveLength(17);
    expect(isRareEarthElement('rare earth magnets')).toBe(false);
  });

  test('an id that is not in the lexicon is shown as it is', () => {
    expect(goodName('unobtainium', 'zh')).toBe('unobtainium');
    expect(goodSymbol('unobtainium')).toBeNull();
  });

  test('names are unique, and patterns hold no capturing group', () => {
    expect(new Set(goods.map(({ name }) => name)).size).toBe(goods.length);
    for (const { en, han, name, code } of [...goods.map((good) => ({ ...good, code: '' })), ...countries]) {
      expect(new RegExp(`${en}|${han}|`).exec(''), name + code).toHaveLength(1);
    }
  });
});

describe('authorities', () => {
  test('belong to countries of the lexicon, and their patterns hold no capturing group', () => {
    const known = new Set(countries.map(({ name }) => name));
    for (const { country, en, han } of bodies) {
      expect([country, known.has(country)]).toEqual([country, true]);
      expect(new RegExp(`${en}|${han}|`).exec(''), country).toHaveLength(1);
    }
  });
});

describe('countries', () => {
  test.each([
    ['United States', '美国', 'US'],
    ['EU', '欧盟', 'EU'],
    ['South Korea', '韩国', 'KR'],
    ['United Arab Emirates', '阿联酋', 'AE'],
  ])('%s', (name, zh, code) => {
    expect([countryName(name, 'zh'), countryName(name, 'en'), countryOfCode(code)]).toEqual([zh, name, name]);
  });

  test('a place that is not in the lexicon is shown as it is', () => {
    expect(countryName('Ruritania', 'zh')).toBe('Ruritania');
    expect(countryOfCode('ZZ')).toBeUndefined();
  });
});

describe('rules', () => {
  test('have ids of their own, an action where they speak for, a reach where they speak against', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, points, action, reach } of rules) {
      expect([id, points > 0, action !== undefined, reach === undefined]).toEqual([
        id,
        points > 0,
        points > 0,
        points > 0,
      ]);
    }
  });

  test('read a page of any shape in linear time', () => {
    const alike = [
      '批准出口申请',
      '暂停实施',
      'licence to export ',
      'not without a permit, ',
      '(((',
      '2027年1月',
      'No. 7 of ',
    ];
    for (const words of alike) {
      const page = words.repeat(20_000);
      for (const { en, han } of rules) expect([en?.test(page), han?.test(page)]).toHaveLength(2);
    }
  });
});
