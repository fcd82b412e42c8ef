import { describe, expect, test } from 'vitest';
import { details } from './support.ts';

describe('codes of a control list', () => {
  test.each<[text: string, ...codes: string[]]>([
    ['砂轮（管制编码：2C907.a）和线锯（管制编码：2C907.b）列入清单。', '2C907.a', '2C907.b'],
    ['一、1C931．用于分离的设备。', '1C931'],
    ['（二）2B961.c．离心机。', '2B961.c'],
    ['对１Ｃ９３１所列两用物项实施管制。', '1C931'],
    ['Chips under ECCNs 3A099 and 5A995.c.1 need a licence.', '3A099', '5A995.c.1'],
    ['The dual-use list now holds samarium-like items (1C931: metal, alloys) up to 1C938.', '1C931', '1C938'],
    ['The EAR99 items stay free of the control list.'],
    ['Replace part number 3A104 before shipping the controlled pump under export control.'],
    ['按型号2B200采购的机床不属于管制物项。'],
    ['Export controls do not concern AB1C931, 1C931-77, 1C9312 or flight 3C501.'],
    ['The meeting took place in 2B117 on the second floor.'],
    ['根据《出口管制法》第十二条、第3条A款。'],
  ])('%s', (text, ...codes) => {
    expect(details({ text }).controlCodes.map(({ value }) => value)).toEqual(codes);
  });
});

describe('customs codes', () => {
  test.each<[text: string, ...codes: string[]]>([
    ['石英材料（参考海关商品编号：7104901015、2506100090）。', '7104901015', '2506100090'],
    ['（參考海關商品編號：７１０４９０１０１５）', '7104901015'],
    ['砂轮（参考税则号列：68042210）。', '68042210'],
    ['车辆（海关编号8703801091），自即日起。', '8703801091'],
    ['税号 2805.30.19.10 和 2846.90', '2805301910', '284690'],
    ['HS编码：2805 30 19 10', '2805301910'],
    ['海关商品编号：8110101001（锭）、8110102001（粉）', '8110101001', '8110102001'],
    ['商品编码为 2853904051 至 2853904059', '2853904051', '2853904059'],
    ['HS 2805301911, 2846901941 and others', '2805301911', '2846901941'],
    ['goods under customs codes such as 2504.10 and 2504.90 need one', '250410', '250490'],
    ['tariff headings 8501, 8502 or ex 8407', '8501', '8502', '8407'],
    ['HTSUS 8541.10.0080', '8541100080'],
    ['涉及300个海关编码，自2029年1月1日起执行。'],
    ['Products under 300 customs codes need a licence from 2029.'],
    ['HS 2022 edition codes apply.'],
    ['HS2022年版目录施行。'],
    ['海关编号：123'],
    ['海关编号：12345678901234'],
    ['咨询电话 01065198114，邮编 100731。'],
    ['The ministry issued 2805 licences.'],
  ])('%s', (text, ...codes) => {
    expect(details({ text }).hsCodes.map(({ value }) => value)).toEqual(codes);
  });
});
