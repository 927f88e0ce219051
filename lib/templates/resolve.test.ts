import { describe, expect, test } from 'vitest'
import { clashesOf, daysOf, type Member, needFor, providersFor } from '@/lib/templates/resolve'

const member = (id: string, kindKey: string, offers: string[] = [], replacesOps = false): Member => ({
  id,
  name: id.toUpperCase(),
  kindKey,
  replacesOps,
  offers: new Set(offers),
})
const line = (kindKey: string, serviceKey = 'praca_socjalna') => ({
  kindKey,
  serviceKey,
  regionalServiceId: null,
})
const asked = (wanted: ReturnType<typeof line>, members: Member[]) =>
  providersFor(wanted, members).map((p) => [p.id, p.declared])

describe('the role of who gave a service', () => {
  test('is held by the same kind, then by who says it offers the service; by nobody else', () => {
    const members = [
      member('sp', 'szkola_podstawowa'),
      member('ngo', 'ngo', ['korepetycje']),
      member('ops', 'ops'),
      member('sp2', 'szkola_podstawowa', ['korepetycje']),
    ]
    expect(asked(line('szkola_podstawowa', 'korepetycje'), members)).toEqual([
      ['sp2', true],
      ['sp', false],
      ['ngo', true],
    ])
    expect(asked(line('policja', 'dzielnicowy'), members)).toEqual([])
  })

  test('what a MOPR of a city gave, OPS or PCPR gives elsewhere, each within its own services', () => {
    const members = [member('ops', 'ops'), member('pcpr', 'pcpr'), member('cus', 'cus', [], true)]
    expect(asked(line('mopr'), members).map(([id]) => id)).toContain('ops')
    expect(asked(line('mopr', 'koordynator_pieczy'), members).map(([id]) => id)).toEqual(['pcpr'])
    expect(asked(line('ops'), [member('miasto', 'mopr')])).toEqual([['miasto', false]])
  })
})

test('days count from the first service, and end with the plan', () => {
  expect(daysOf({ startWeek: 2, lengthWeeks: 4 }, '2026-12-01', null)).toEqual({
    startsOn: '2026-12-15',
    endsOn: '2027-01-11',
  })
  expect(daysOf({ startWeek: 0, lengthWeeks: 60 }, '2026-12-01', '2027-06-30')).toEqual({
    startsOn: '2026-12-01',
    endsOn: '2027-06-30',
  })
  expect(daysOf({ startWeek: 0, lengthWeeks: null }, '2026-12-01', '2027-06-30').endsOn).toBeNull()
})

test('the need is of the same type, else one that the service answers', () => {
  const needs = [
    { id: 'a', needKey: 'ubostwo' },
    { id: 'b', needKey: 'nauka_absencja' },
  ]
  expect(needFor({ needKeys: ['nauka_absencja'], serviceKey: 'korepetycje' }, needs)?.id).toBe('b')
  expect(needFor({ needKeys: [], serviceKey: 'korepetycje' }, needs)?.id).toBe('b')
  expect(needFor({ needKeys: [], serviceKey: 'superwizja_zespolu' }, needs)).toBeNull()
})

test('the same service at the same time, and one with the opposite aim, clash', () => {
  const there = [
    { id: '1', serviceKey: 'korepetycje', startsOn: '2026-12-01', endsOn: '2026-12-31' } as const,
    { id: '2', serviceKey: 'wsparcie_przemoc', startsOn: '2026-12-01', endsOn: null } as const,
  ]
  const at = { startsOn: '2026-12-20', endsOn: '2027-03-01' } as const
  expect(clashesOf({ ...at, serviceKey: 'korepetycje' }, there)).toEqual([{ lineId: '1', why: 'same' }])
  expect(clashesOf({ ...at, serviceKey: 'mediacje_rodzinne' }, there)).toEqual([
    { lineId: '2', why: 'opposite' },
  ])
  expect(clashesOf({ ...at, startsOn: '2027-01-01', serviceKey: 'korepetycje' }, there)).toEqual([])
})
