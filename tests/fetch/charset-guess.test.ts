import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/fetch/charset.ts';

/** Fresh sentences of offices, by the encodings that texts in their language are found in. */
const written: Record<string, { encodings: string[]; sentences: string[] }> = {
  'Chinese, simplified': {
    encodings: ['gb2312', 'gbk', 'gb18030'],
    sentences: [
      '海关总署关于调整部分两用物项出口申报要求的公告',
      '工业和信息化部就石墨制品管理办法公开征求意见，截止日期为十二月二十日。',
      '任何单位和个人不得违反规定向境外军事用户转移钨、锑等物项。',
      '答记者问：通用许可将在今年年底前试行',
    ],
  },
  'Chinese, traditional': {
    encodings: ['big5', 'gbk'],
    sentences: [
      '國際貿易署預告修正戰略性高科技貨品種類草案',
      '出口人應於貨物裝運前，檢附最終用途證明書向主管機關申請。',
      '本部將持續與產業公會溝通，協助廠商了解新制。',
    ],
  },
  Japanese: {
    encodings: ['euc-jp', 'shift_jis'],
    sentences: [
      '輸出貿易管理令の一部を改正する政令が閣議決定されました',
      'リスト規制の対象となる貨物を輸出しようとする場合は、事前に許可が必要です。',
      'パブリックコメントの結果について公表します。',
    ],
  },
  Korean: {
    encodings: ['euc-kr'],
    sentences: [
      '전략물자 수출통제 제도 설명회를 개최합니다',
      '무역안보관리원은 기업의 자율준수 체계 구축을 지원하기로 했다.',
      '희토류 공급망 점검 회의 결과를 알려드립니다.',
    ],
  },
  French: {
    encodings: ['windows-1252'],
    sentences: ['Procédure simplifiée : les entités agréées n’ont plus à déposer de demande préalable.'],
  },
  German: {
    encodings: ['windows-1252'],
    sentences: ['Für Güter mit doppeltem Verwendungszweck gelten künftig verkürzte Prüffristen.'],
  },
  Russian: {
    encodings: ['windows-1251', 'koi8-r'],
    sentences: ['Утверждены правила вывоза товаров двойного назначения и технологий.'],
  },
  Polish: {
    encodings: ['windows-1250', 'iso-8859-2'],
    sentences: ['Zezwolenie może zostać cofnięte, jeżeli przedsiębiorca naruszył warunki wywozu.'],
  },
  Turkish: {
    encodings: ['windows-1254'],
    sentences: ['Çift kullanımlı malların ihracatı için yeni başvuru usulü açıklandı.'],
  },
  Greek: {
    encodings: ['windows-1253'],
    sentences: ['Οι αιτήσεις για την εξαγωγή υποβάλλονται ηλεκτρονικά από τον Ιανουάριο.'],
  },
  Hebrew: {
    encodings: ['windows-1255'],
    sentences: ['האגף לפיקוח על היצוא מודיע על שינוי בנוהל הגשת הבקשות.'],
  },
  Arabic: {
    encodings: ['windows-1256'],
    sentences: ['يجب على المصدرين تقديم الطلبات قبل نهاية الشهر الحالي.'],
  },
  Thai: { encodings: ['windows-874'], sentences: ['ผู้ส่งออกต้องยื่นคำขอล่วงหน้าอย่างน้อยสามสิบวัน'] },
};

const texts = Object.entries(written).flatMap(([language, { encodings, sentences }]) =>
  encodings.flatMap((encoding) => sentences.map((sentence) => ({ language, encoding, sentence }))),
);

const feed = (declaration: string, title: string) =>
  `<?xml version="1.0"${declaration}?><rss version="2.0"><channel><title>News</title><item><title>${title}</title></item></channel></rss>`;

describe('bytes that nothing true is said of', () => {
  it.each(texts)('are $language in $encoding: $sentence', ({ encoding, sentence }) => {
    for (const text of [sentence, feed('', sentence), feed(' encoding="utf-8"', sentence)]) {
      expect(decode(iconv.encode(text, encoding))).toBe(text);
    }
  });

  it.each(texts.filter(({ sentence }) => sentence.length > 20))(
    'are read as what they plainly are against a wrong label: $language in $encoding',
    ({ encoding, sentence }) => {
      const wrong = /^(?:gb|big5|euc|shift)/.test(encoding) ? 'iso-8859-1' : 'gb2312';
      const text = feed(` encoding="${wrong}"`, sentence);

      expect(decode(iconv.encode(text, encoding))).toBe(text);
      expect(
        decode(iconv.encode(feed('', sentence), encoding), { contentType: `text/xml; charset=${wrong}` }),
      ).toBe(feed('', sentence));
    },
  );

  it('are GB18030 where they make sense in no encoding', () => {
    expect(decode(iconv.encode('䶮㑇', 'gb18030'))).toBe('䶮㑇');
  });
});

describe('a true label', () => {
  it.each(texts)('is believed: $language in $encoding', ({ encoding, sentence }) => {
    const text = feed(` encoding="${encoding}"`, sentence);

    expect(decode(iconv.encode(text, encoding))).toBe(text);
  });

  // A single character says nothing by itself.
  it.each`
    label                 | bytesIn           | text
    ${'euc-kr'}           | ${'euc-kr'}       | ${'년'}
    ${'big5'}             | ${'big5'}         | ${'鎵'}
    ${'iso-8859-1'}       | ${'windows-1252'} | ${'€'}
    ${'cp437'}            | ${'cp437'}        | ${'Ç'}
    ${'IBM850'}           | ${'cp850'}        | ${'ü'}
    ${'cspc8codepage437'} | ${'cp437'}        | ${'ÿ'}
    ${'mac-cyrillic'}     | ${'maccyrillic'}  | ${'Ж'}
    ${'maclatin2'}        | ${'maccenteuro'}  | ${'Ą'}
    ${'windows_1250'}     | ${'windows-1250'} | ${'Ł'}
    ${'koi8-u'}           | ${'koi8-u'}       | ${'ї'}
    ${'x-sjis'}           | ${'shift_jis'}    | ${'銅'}
    ${'Shift_JISX0213'}   | ${'shift_jis'}    | ${'銅'}
  `('is believed of one character: $label', ({ label, bytesIn, text }) => {
    const xml = `<?xml version='1.0' encoding='${label}'?><title>${text}</title>`;

    expect(decode(iconv.encode(xml, bytesIn))).toBe(xml);
  });

  it('is believed though its bytes are ASCII: UTF-7', () => {
    expect(decode(Buffer.from("<?xml version='1.0' encoding='utf-7'?><t>d+AOk-j+AOA-</t>"))).toContain(
      '<t>déjà</t>',
    );
  });

  it('may have spaces around it', () => {
    const xml = '<?xml version="1.0" encoding = " gbk "?><title>镓</title>';

    expect(decode(iconv.encode(xml, 'gbk'))).toBe(xml);
  });
});

describe('Unicode by its first bytes', () => {
  const text = feed(' encoding="iso-8859-1"', 'Licence délivrée, 许可');

  it.each`
    bytesIn       | addBOM
    ${'utf-16le'} | ${false}
    ${'utf-16be'} | ${false}
    ${'utf-16le'} | ${true}
    ${'utf-16be'} | ${true}
    ${'utf-32le'} | ${false}
    ${'utf-32be'} | ${false}
    ${'utf-32le'} | ${true}
    ${'utf-32be'} | ${true}
  `('is $bytesIn, mark: $addBOM', ({ bytesIn, addBOM }) => {
    expect(decode(iconv.encode(text, bytesIn, { addBOM }))).toBe(text);
  });
});

it('reads Japanese in seven bits by its escapes', () => {
  const bytes = Buffer.from('Notice: \x1b$B5v2D\x1b(B of 1 May', 'latin1');

  expect(decode(bytes)).toBe('Notice: 許可 of 1 May');
});

describe('a mainframe', () => {
  // `<?xml version='1.0' encoding='…'?><t>A!</t>` in EBCDIC: digits and capitals stand where no other encoding has them.
  const start = '4c6fa7949340a58599a28996957e7df14bf07d40859583968489958 77e7d'.replaceAll(' ', '');
  const page = (label: string, rest: string) => Buffer.from(start + label + rest, 'hex');

  it.each`
    label           | name       | text
    ${'8397f0f3f7'} | ${'cp037'} | ${'!'}
    ${'8397f5f0f0'} | ${'cp500'} | ${']'}
    ${'f8f8f8f8'}   | ${'8888'}  | ${'!'}
  `('is read by the code page that it declares: $name', ({ label, name, text }) => {
    expect(decode(page(label, '7d6f6e4ca36ec15a4c61a36e'))).toBe(
      `<?xml version='1.0' encoding='${name}'?><t>A${text}</t>`,
    );
  });
});

describe('UTF-8 that was taken for Latin-1 and encoded again', () => {
  const twice = (text: string, as: string) =>
    Buffer.from(new TextDecoder(as).decode(Buffer.from(text, 'utf8')), 'utf8');

  it.each(['关于公布目录的通知', 'Licence délivrée à l’étranger', '경제 뉴스'])('is undone: %s', (text) => {
    expect(decode(twice(text, 'windows-1252'))).toBe(text);
  });

  it.each(['Prix : 20 £', 'São Paulo', '“Ã©” 是乱码', 'Â'])(
    'is not seen where it is not certain: %s',
    (text) => {
      expect(decode(Buffer.from(text, 'utf8'))).toBe(text);
    },
  );
});
