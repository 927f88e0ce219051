import { describe, expect, it, test } from 'vitest'
import { planChanges } from '@/lib/plans/changes'
import { type PlanBody, parseBody } from '@/lib/plans/content'

const goal = {
  id: 'g1',
  title: 'Staś czyta',
  indicator: 'ocena',
  baseline: '2',
  target: '3',
  due: '2027-06-30',
}
const line = {
  id: 'l1',
  service: 'korepetycje',
  provider: 'szkola',
  title: null,
  scope: null,
  place: 'biblioteka',
  from: '2026-12-01',
  to: '2027-06-30',
  frequency: 'weekly',
  quantity: 1,
  unit: null,
  cost: 10_000,
  coPayment: null,
  funding: null,
  persons: ['stas'],
  goals: ['g1'],
}
const text = (fields: object = {}) =>
  JSON.stringify({
    case: '1816122/2026/9',
    from: '2026-12-01',
    to: '2027-11-30',
    goals: [goal],
    lines: [line],
    ...fields,
  })
const body = (fields: object = {}): PlanBody => parseBody(text(fields))

const same = { added: [], dropped: [], changed: [] }

test('two versions that say the same', () => {
  expect(planChanges(body(), body())).toEqual({ period: [], goals: same, lines: same })
})

describe('what one attribute of a service became', () => {
  it.each<[string, object, { attribute: string; from: unknown; to: unknown }[]]>([
    ['another name', { title: 'Czytanie' }, [{ attribute: 'title', from: null, to: 'Czytanie' }]],
    [
      'another service',
      { service: 'swietlica_szkolna' },
      [{ attribute: 'service', from: 'korepetycje', to: 'swietlica_szkolna' }],
    ],
    ['another provider', { provider: 'gok' }, [{ attribute: 'provider', from: 'szkola', to: 'gok' }]],
    ['somebody beside', { beside: ['gok'] }, [{ attribute: 'beside', from: null, to: ['gok'] }]],
    ['nobody beside is the same as before', { beside: [] }, []],
    ['a scope', { scope: 'czytanie' }, [{ attribute: 'scope', from: null, to: 'czytanie' }]],
    [
      'one person more',
      { persons: ['stas', 'ola'] },
      [{ attribute: 'persons', from: ['stas'], to: ['ola', 'stas'] }],
    ],
    ['no goal', { goals: [] }, [{ attribute: 'goals', from: ['g1'], to: null }]],
    ['another place', { place: 'szkoła' }, [{ attribute: 'place', from: 'biblioteka', to: 'szkoła' }]],
    ['no place', { place: null }, [{ attribute: 'place', from: 'biblioteka', to: null }]],
    ['a place of no letters is none', { place: '' }, [{ attribute: 'place', from: 'biblioteka', to: null }]],
    ['how often', { frequency: 'monthly' }, [{ attribute: 'frequency', from: 'weekly', to: 'monthly' }]],
    ['how much', { quantity: 2.5 }, [{ attribute: 'quantity', from: 1, to: 2.5 }]],
    ['a day of the week', { weekday: 4 }, [{ attribute: 'weekday', from: null, to: 4 }]],
    ['an hour', { atTime: '16:30' }, [{ attribute: 'atTime', from: null, to: '16:30' }]],
    ['begins later', { from: '2027-01-04' }, [{ attribute: 'from', from: '2026-12-01', to: '2027-01-04' }]],
    ['no end', { to: null }, [{ attribute: 'to', from: '2027-06-30', to: null }]],
    ['it costs less', { cost: 0 }, [{ attribute: 'cost', from: 10_000, to: 0 }]],
    ['the family pays', { coPayment: 500 }, [{ attribute: 'coPayment', from: null, to: 500 }]],
    ['who pays', { funding: 'budzet_gminy' }, [{ attribute: 'funding', from: null, to: 'budzet_gminy' }]],
    [
      'two at once, in the order of the page',
      { to: '2027-03-31', quantity: 2 },
      [
        { attribute: 'quantity', from: 1, to: 2 },
        { attribute: 'to', from: '2027-06-30', to: '2027-03-31' },
      ],
    ],
  ])('%s', (_name, fields, changes) => {
    const found = planChanges(body(), body({ lines: [{ ...line, ...fields }] }))
    expect(found.lines.changed.map((c) => c.changes)).toEqual(changes.length === 0 ? [] : [changes])
    expect(found.lines).toMatchObject({ added: [], dropped: [] })
    expect(found).toMatchObject({ period: [], goals: same })
  })
})

test('the order of persons says nothing', () => {
  const two = (persons: string[]) => body({ lines: [{ ...line, persons }] })
  expect(planChanges(two(['ola', 'stas']), two(['stas', 'ola'])).lines).toEqual(same)
})

test('a service comes, another goes', () => {
  const found = planChanges(body(), body({ lines: [{ ...line, id: 'l2', service: 'zajecia_sportowe' }] }))
  expect(found.lines.added.map((l) => l.service)).toEqual(['zajecia_sportowe'])
  expect(found.lines.dropped.map((l) => l.service)).toEqual(['korepetycje'])
  expect(found.lines.changed).toEqual([])
})

test('a goal is worded anew, one comes, one goes', () => {
  const found = planChanges(
    body({ goals: [goal, { ...goal, id: 'g2', title: 'Mama ma pracę' }] }),
    body({
      goals: [
        { ...goal, target: '4', due: null },
        { ...goal, id: 'g3', title: 'Dom jest ciepły' },
      ],
    }),
  )
  expect(found.goals.added.map((g) => g.title)).toEqual(['Dom jest ciepły'])
  expect(found.goals.dropped.map((g) => g.title)).toEqual(['Mama ma pracę'])
  expect(found.goals.changed.map((c) => [c.item.title, c.changes])).toEqual([
    [
      'Staś czyta',
      [
        { attribute: 'target', from: '3', to: '4' },
        { attribute: 'due', from: '2027-06-30', to: null },
      ],
    ],
  ])
})

test('the dates of the plan', () => {
  expect(planChanges(body(), body({ to: '2028-01-31' })).period).toEqual([
    { attribute: 'to', from: '2027-11-30', to: '2028-01-31' },
  ])
})

test('a content sealed before it kept names, hours and costs is read and compared', () => {
  const { title, scope, place, cost, funding, ...old } = line
  const found = planChanges(parseBody(text({ from: undefined, to: undefined, lines: [old] })), body())
  expect([title, scope, place, cost, funding]).toEqual([null, null, 'biblioteka', 10_000, null])
  expect(found.period).toEqual([
    { attribute: 'from', from: null, to: '2026-12-01' },
    { attribute: 'to', from: null, to: '2027-11-30' },
  ])
  expect(found.lines.changed.map((c) => c.changes)).toEqual([
    [
      { attribute: 'place', from: null, to: 'biblioteka' },
      { attribute: 'cost', from: null, to: 10_000 },
    ],
  ])
})
