import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { territoryMessages } from '@/lib/messages/pl/territory'
import { parseOfficialTerc, parseOwnTerc, type TercReason } from '@/lib/territory'

territoryMessages.reasons satisfies Record<TercReason, string>

const header = 'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA'
const official = (...rows: string[]) => `\ufeff${[header, ...rows].join('\r\n')}\r\n`
const top = '18;;;;PODKARPACKIE;województwo;2027-01-01'
const powiat = '18;16;;;rzeszowski;powiat;2027-01-01'

describe('the official file', () => {
  test('is read with its date; parts of gminas and districts are passed over', () => {
    const file = official(
      top,
      powiat,
      '18;16;12;2;Świlcza;gmina wiejska;2027-01-01',
      '18;16;03;3;Boguchwała;gmina miejsko-wiejska;2027-01-01',
      '18;16;03;4;Boguchwała;miasto;2027-01-01',
      '18;16;03;5;Boguchwała;obszar wiejski;2027-01-01',
      '18;63;;;Rzeszów;miasto na prawach powiatu;2027-01-01',
      '18;63;01;1;"Rzeszów";gmina miejska;2027-01-01',
    )
    const parsed = parseOfficialTerc(file)
    expect(parsed.ok && parsed.statedOn).toBe('2027-01-01')
    expect(parsed.ok && parsed.units.map((unit) => Object.values(unit))).toEqual([
      ['18', 'wojewodztwo', 'podkarpackie', null, false, null, '18', null],
      ['1816', 'powiat', 'rzeszowski', null, false, '18', '18', null],
      ['1816122', 'gmina', 'Świlcza', 2, false, '1816', '18', null],
      ['1816033', 'gmina', 'Boguchwała', 3, false, '1816', '18', null],
      ['1863', 'powiat', 'Rzeszów', null, true, '18', '18', null],
      ['1863011', 'gmina', 'Rzeszów', 1, true, '1863', '18', null],
    ])
  })

  test.each<[string, string, number, string, TercReason, string]>([
    ['an odd voivodeship', '17;16;12;2;Świlcza;gmina wiejska;2027-01-01', 4, 'WOJ', 'wojewodztwo', '17'],
    ['an empty voivodeship', ';16;12;2;Świlcza;gmina wiejska;2027-01-01', 4, 'WOJ', 'wojewodztwo', ''],
    ['a powiat of one digit', '18;6;12;2;Świlcza;gmina wiejska;2027-01-01', 4, 'POW', 'powiat', '6'],
    ['letters for a gmina', '18;16;xx;2;Świlcza;gmina wiejska;2027-01-01', 4, 'GMI', 'gmina', 'xx'],
    ['an unknown kind', '18;16;12;7;Świlcza;gmina wiejska;2027-01-01', 4, 'RODZ', 'kind', '7'],
    ['no kind', '18;16;12;;Świlcza;gmina wiejska;2027-01-01', 4, 'RODZ', 'kind', ''],
    ['no name', '18;16;12;2;;gmina wiejska;2027-01-01', 4, 'NAZWA', 'name', ''],
    [
      'another encoding',
      '18;16;12;2;\ufffdwilcza;gmina wiejska;2027-01-01',
      4,
      'NAZWA',
      'encoding',
      '\ufffdwilcza',
    ],
    ['31 February', '18;16;12;2;Świlcza;gmina wiejska;2027-02-31', 4, 'STAN_NA', 'date', '2027-02-31'],
    ['two dates', '18;16;12;2;Świlcza;gmina wiejska;2026-01-01', 4, 'STAN_NA', 'mixedDates', '2026-01-01'],
    ['a missing column', '18;16;12;2;Świlcza;2027-01-01', 4, '', 'columns', '6'],
    ['a repeated unit', powiat, 4, '', 'duplicate', '1816'],
    ['a gmina of no powiat', '18;17;12;2;Świlcza;gmina wiejska;2027-01-01', 4, '', 'parent', '1817122'],
  ])('%s is named by line and column', (_why, row, line, column, reason, value) => {
    expect(parseOfficialTerc(official(top, powiat, row))).toEqual({
      ok: false,
      problems: [{ line, column, reason, value }],
    })
  })
})

describe('a file that is wrong', () => {
  test('all bad rows are named at once', () => {
    const parsed = parseOfficialTerc(official(top, '18;1;;;a;powiat;2027-01-01', '18;;;;;;2027-01-01'))
    expect(parsed.ok ? [] : parsed.problems.map(territoryMessages.problem)).toEqual([
      'Wiersz 3, kolumna POW: to nie jest numer powiatu (1).',
      'Wiersz 4, kolumna NAZWA: brak nazwy.',
    ])
  })

  test.each([
    ['', { line: 1, column: '', reason: 'empty', value: '' }],
    [header, { line: 1, column: '', reason: 'empty', value: '' }],
    ['WOJ,POW,GMI', { line: 1, column: 'WOJ', reason: 'header', value: 'WOJ,POW,GMI' }],
    [`${header};X`, { line: 1, column: '', reason: 'columns', value: '8' }],
    ['%PDF-1.7 \u0000', { line: 1, column: 'WOJ', reason: 'header', value: '%PDF-1.7 \u0000' }],
  ])('a file that is no TERC file: %j', (text, problem) => {
    expect(parseOfficialTerc(text)).toEqual({ ok: false, problems: [problem] })
  })
})

describe('our own file', () => {
  const ownHeader = 'code,level,name,kind,parent_code,lat,lon'
  const own = (...rows: string[]) =>
    [ownHeader, '18,wojewodztwo,podkarpackie,województwo,,49.952,22.170', ...rows].join('\n')

  test('gives centres and reads quoted names', () => {
    const parsed = parseOwnTerc(own('1816,powiat,"rzeszowski, ""nowy""",powiat,18,50.042,22.058'))
    expect(parsed.ok && parsed.units[1]).toEqual({
      code: '1816',
      level: 'powiat',
      name: 'rzeszowski, "nowy"',
      kind: null,
      cityPowiat: false,
      parentCode: '18',
      wojewodztwoCode: '18',
      centre: { lat: 50.042, lon: 22.058 },
    })
  })

  test.each<[string, string, TercReason, string]>([
    ['1816,gmina,x,powiat,18,50.0,22.0', 'level', 'level', 'gmina'],
    ['1816,powiat,x,powiat,20,50.0,22.0', 'parent_code', 'parent', '20'],
    ['1816,powiat,x,powiat,18,,22.0', 'lat', 'centre', ''],
    ['1816,powiat,x,powiat,18,22.0,50.0', 'lat', 'centre', '22.0'],
    ['1816,powiat,x,powiat,18,50.0,abc', 'lon', 'centre', 'abc'],
    ['181,powiat,x,powiat,18,50.0,22.0', 'code', 'code', '181'],
    ['1816122,gmina,x,miejska,1816,50.0,22.0', 'kind', 'kind', 'miejska'],
    ['1816,powiat,,powiat,18,50.0,22.0', 'name', 'name', ''],
  ])('%s: %s', (row, column, reason, value) => {
    expect(parseOwnTerc(own(row))).toEqual({ ok: false, problems: [{ line: 3, column, reason, value }] })
  })

  test('the file of this product is whole: 16 voivodeships, 380 powiats of which 66 cities, 2479 gminas', () => {
    const parsed = parseOwnTerc(readFileSync('prisma/reference/terc.csv', 'utf8'))
    const units = parsed.ok ? parsed.units : []
    const count = (test: (unit: (typeof units)[number]) => boolean) => units.filter(test).length
    expect(parsed.ok).toBe(true)
    expect(count((unit) => unit.level === 'wojewodztwo')).toBe(16)
    expect(count((unit) => unit.level === 'powiat')).toBe(380)
    expect(count((unit) => unit.level === 'powiat' && unit.cityPowiat)).toBe(66)
    expect(count((unit) => unit.kind === 1)).toBe(302)
    expect(count((unit) => unit.kind === 2)).toBe(1453)
    expect(count((unit) => unit.kind === 3)).toBe(724)
    expect(units.find((unit) => unit.code === '1816122')?.name).toBe('Świlcza')
  })
})
