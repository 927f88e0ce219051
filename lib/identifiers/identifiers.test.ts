import { describe, expect, test } from 'vitest'
import {
  checkEdoreczenia,
  checkIban,
  checkIdentityCard,
  checkKrs,
  checkNip,
  checkOtherDocument,
  checkPostcode,
  checkRegon,
  checkRpwdl,
  checkRspo,
  checkTerc,
  formatAccount,
  formatNip,
} from '@/lib/identifiers'

const good = (value: string) => ({ ok: true, value })
const bad = (reason: string) => ({ ok: false, reason })
const long = '1'.repeat(100_000)

describe('NIP', () => {
  test.each([
    ['8133485443', good('8133485443')],
    ['813-348-54-43', good('8133485443')],
    ['PL 813 348 54 43', good('8133485443')],
    ['8133485444', bad('checksum')],
    ['0000000000', bad('checksum')],
    ['2000000060', bad('checksum')],
    ['813348544', bad('length')],
    [long, bad('length')],
    ['', bad('empty')],
    ['813348544😀', bad('shape')],
    ['٨١٣٣٤٨٥٤٤٣', bad('shape')],
  ])('%.20j', (text, expected) => {
    expect(checkNip(text)).toEqual(expected)
  })

  test('is shown in its groups', () => {
    expect(formatNip('8133485443')).toBe('813-348-54-43')
  })
})

describe('REGON', () => {
  test.each([
    ['180193953', good('180193953')],
    ['180 193 953', good('180193953')],
    ['18019395300008', good('18019395300008')],
    ['180193953-00008', good('18019395300008')],
    ['180193954', bad('checksum')],
    ['18019395300009', bad('checksum')],
    ['18019395400003', bad('checksum')],
    ['000000000', bad('checksum')],
    ['00000000000000', bad('checksum')],
    ['1801939530', bad('length')],
    [long, bad('length')],
    ['', bad('empty')],
    ['18019395Z', bad('shape')],
    ['🏠', bad('shape')],
  ])('%.20j', (text, expected) => {
    expect(checkRegon(text)).toEqual(expected)
  })
})

describe('registers without a check digit', () => {
  test.each([
    ['12345', good('12345')],
    [' 12 345 ', good('12345')],
    ['12345678901', bad('length')],
    ['RSPO 1', bad('shape')],
    ['', bad('empty')],
  ])('RSPO %.20j', (text, expected) => {
    expect(checkRspo(text)).toEqual(expected)
  })
  test.each([
    ['000000012345', good('000000012345')],
    ['0000 0001 2345', good('000000012345')],
    ['12345', bad('length')],
    [long, bad('length')],
  ])('RPWDL %.20j', (text, expected) => {
    expect(checkRpwdl(text)).toEqual(expected)
  })
})

describe('KRS', () => {
  test.each([
    ['0000123456', good('0000123456')],
    ['0000 123-456', good('0000123456')],
    ['0000000000', bad('shape')],
    ['123456', bad('length')],
    [long, bad('length')],
    ['', bad('empty')],
    ['KRS0000123', bad('shape')],
  ])('%.20j', (text, expected) => {
    expect(checkKrs(text)).toEqual(expected)
  })
})

describe('TERC', () => {
  test('a voivodeship, a powiat, a city with powiat rights', () => {
    expect(checkTerc('18')).toEqual({
      ok: true,
      value: { level: 'wojewodztwo', code: '18', wojewodztwo: '18' },
    })
    expect(checkTerc('1816')).toEqual({
      ok: true,
      value: {
        level: 'powiat',
        code: '1816',
        wojewodztwo: '18',
        powiat: '1816',
        cityWithPowiatRights: false,
      },
    })
    expect(checkTerc('1863')).toEqual({
      ok: true,
      value: { level: 'powiat', code: '1863', wojewodztwo: '18', powiat: '1863', cityWithPowiatRights: true },
    })
    expect(checkTerc('1460')).toMatchObject({ ok: true, value: { cityWithPowiatRights: false } })
    expect(checkTerc('1461')).toMatchObject({ ok: true, value: { cityWithPowiatRights: true } })
  })

  test.each([
    ['1816122', 'wiejska', false],
    ['1863011', 'miejska', true],
    ['18 16 03 3', 'miejsko-wiejska', false],
  ])('%s is a gmina %s', (code, kind, cityWithPowiatRights) => {
    expect(checkTerc(code)).toMatchObject({ ok: true, value: { level: 'gmina', kind, cityWithPowiatRights } })
  })

  test.each([
    ['', 'empty'],
    ['17', 'wojewodztwo'],
    ['00', 'wojewodztwo'],
    ['34', 'wojewodztwo'],
    ['1800', 'powiat'],
    ['1816002', 'gmina'],
    ['1816124', 'part'],
    ['1816125', 'part'],
    ['1465028', 'part'],
    ['0264029', 'part'],
    ['1816120', 'kind'],
    ['1816126', 'kind'],
    ['181', 'length'],
    [long, 'length'],
    ['18a6', 'shape'],
    ['🗺️', 'shape'],
  ])('%.20j: %s', (text, reason) => {
    expect(checkTerc(text)).toEqual({ ok: false, reason })
  })
})

describe('postcode', () => {
  test.each([
    ['36-072', good('36-072')],
    ['36072', good('36-072')],
    [' 36 – 072 ', good('36-072')],
    ['3607', bad('shape')],
    ['360-72x', bad('shape')],
    [long, bad('shape')],
    ['', bad('empty')],
    ['٣٦٠٧٢', bad('shape')],
  ])('%.20j', (text, expected) => {
    expect(checkPostcode(text)).toEqual(expected)
  })
})

describe('e-Doręczenia', () => {
  test.each([
    ['AE:PL-12345-67890-ABCDE-12', good('AE:PL-12345-67890-ABCDE-12')],
    [' ae:pl-12345-67890-abcde-12 ', good('AE:PL-12345-67890-ABCDE-12')],
    ['PL-12345-67890-ABCDE-12', good('AE:PL-12345-67890-ABCDE-12')],
    ['AE:PL-12345-67890-ABCD-12', bad('shape')],
    ['AE:PL-', bad('shape')],
    ['AE:DE-12345-67890-ABCDE-12', bad('shape')],
    [`AE:PL-${long}`, bad('shape')],
    ['ops@gmina.pl', bad('shape')],
    ['', bad('empty')],
  ])('%.30j', (text, expected) => {
    expect(checkEdoreczenia(text)).toEqual(expected)
  })
})

describe('identity card', () => {
  test.each([
    ['ABA300000', good('ABA300000')],
    ['aba 300000', good('ABA300000')],
    ['ABC523456', good('ABC523456')],
    ['ABC123456', bad('checksum')],
    ['ABA300001', bad('checksum')],
    ['AB1234567', bad('shape')],
    ['ŁBA300000', bad('shape')],
    [long, bad('shape')],
    ['', bad('empty')],
  ])('%.20j', (text, expected) => {
    expect(checkIdentityCard(text)).toEqual(expected)
  })

  test.each([
    ['FA 123456', good('FA123456')],
    ['ęß/12.3', good('ĘSS/12.3')],
    ['PASZPORT', bad('shape')],
    ['12😀', bad('shape')],
    ['<script>1', bad('shape')],
    [long, bad('tooLong')],
    ['', bad('empty')],
  ])('another document %.20j', (text, expected) => {
    expect(checkOtherDocument(text)).toEqual(expected)
  })
})

describe('bank account', () => {
  test.each([
    ['PL61109010140000071219812874', good('PL61109010140000071219812874')],
    ['61 1090 1014 0000 0712 1981 2874', good('PL61109010140000071219812874')],
    ['pl61-1090-1014-0000-0712-1981-2874', good('PL61109010140000071219812874')],
    ['PL61109010140000071219812875', bad('checksum')],
    ['PL16109010140000071219812874', bad('checksum')],
    ['PL6110901014000007121981287', bad('length')],
    ['DE89370400440532013000', bad('country')],
    ['PL6110901014000007121981287X', bad('shape')],
    [long, bad('length')],
    ['', bad('empty')],
    ['🏦', bad('shape')],
  ])('%.30j', (text, expected) => {
    expect(checkIban(text)).toEqual(expected)
  })

  test('is shown in its groups', () => {
    expect(formatAccount('PL61109010140000071219812874')).toBe(
      '61\u00a01090\u00a01014\u00a00000\u00a00712\u00a01981\u00a02874',
    )
  })
})
