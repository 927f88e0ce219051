import { describe, expect, test } from 'vitest'
import {
  chooseSuccessors,
  compareTerc,
  parseOfficialTerc,
  parseOwnTerc,
  type TercUnit,
} from '@/lib/territory'

const before = `code,level,name,kind,parent_code,lat,lon
18,wojewodztwo,podkarpackie,województwo,,49.952,22.170
1816,powiat,rzeszowski,powiat,18,50.042,22.058
1816122,gmina,Świlcza,wiejska,1816,50.070,21.900
1816042,gmina,Chmielnik,wiejska,1816,49.975,22.157
1816132,gmina,Trzebownisko,wiejska,1816,50.080,22.050
1816142,gmina,Tyczyn,wiejska,1816,49.960,22.030`

const after = `WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA
18;;;;PODKARPACKIE;województwo;2027-01-01
18;16;;;rzeszowski;powiat;2027-01-01
18;16;12;3;Świlcza;gmina miejsko-wiejska;2027-01-01
18;16;04;2;Chmielnik Nowy;gmina wiejska;2027-01-01
18;17;;;tyczyński;powiat;2027-01-01
18;17;01;2;Tyczyn;gmina wiejska;2027-01-01
18;16;15;2;Zupełnie Nowa;gmina wiejska;2027-01-01`

const current = (): TercUnit[] => {
  const parsed = parseOwnTerc(before)
  return parsed.ok ? [...parsed.units] : []
}
const next = () => {
  const parsed = parseOfficialTerc(after)
  if (!parsed.ok) throw new Error('the file of this test is wrong')
  return parsed
}
const codes = (units: readonly { readonly code: string }[]) => units.map((unit) => unit.code)

describe('what a new year changes', () => {
  const comparison = compareTerc(current(), next())

  test('a village that became urban-rural is succeeded at once and keeps its centre', () => {
    expect(comparison.changedKind.map(({ from, to }) => [from.code, to.code, to.kind, to.centre])).toEqual([
      ['1816122', '1816123', 3, { lat: 50.07, lon: 21.9 }],
    ])
  })

  test('new names, new units, ended units and the date', () => {
    expect(comparison.statedOn).toBe('2027-01-01')
    expect(comparison.renamed).toEqual([{ code: '1816042', from: 'Chmielnik', to: 'Chmielnik Nowy' }])
    expect(codes(comparison.added)).toEqual(['1817', '1817012', '1816152'])
    expect(codes(comparison.ended)).toEqual(['1816132', '1816142'])
  })

  test('other pairs are for a person: the same name first, then the same powiat', () => {
    expect(comparison.unresolved.map(({ ended, candidates }) => [ended.code, codes(candidates)])).toEqual([
      ['1816132', ['1816152', '1817012']],
      ['1816142', ['1817012', '1816152']],
    ])
  })

  test('the choice of a person settles them', () => {
    const chosen = chooseSuccessors(comparison, { '1816142': '1817012', '1816132': null }, next().units)
    expect(chosen.succeeded.map(({ from, to }) => [from.code, to.code, to.centre])).toEqual([
      ['1816142', '1817012', { lat: 49.96, lon: 22.03 }],
    ])
    expect(codes(chosen.added)).toEqual(['1817', '1816152'])
    expect(codes(chosen.ended)).toEqual(['1816132'])
    expect(chosen.unresolved).toEqual([])
  })

  test('a gmina may be merged into one that exists', () => {
    const chosen = chooseSuccessors(comparison, { '1816132': '1816042' }, next().units)
    expect(chosen.succeeded.map(({ from, to }) => [from.code, to.code])).toEqual([['1816132', '1816042']])
    expect(codes(chosen.unresolved.map(({ ended }) => ended))).toEqual(['1816142'])
  })

  test.each([[{ '1816042': '1817012' }], [{ '1816132': '1817' }], [{ '1816132': '9999999' }]])(
    'a choice that makes no sense is refused: %j',
    (choice) => {
      expect(() => chooseSuccessors(comparison, choice, next().units)).toThrow(RangeError)
    },
  )
})

test('the same state twice changes nothing', () => {
  const units = next().units
  expect(compareTerc(units, next())).toEqual({
    statedOn: '2027-01-01',
    added: [],
    renamed: [],
    changedKind: [],
    succeeded: [],
    ended: [],
    unresolved: [],
  })
})
