import { describe, expect, it } from 'vitest'
import { conclude, knotOf } from '@/lib/baskets/coverage'
import type { LineStatus } from '@/lib/baskets/state'
import type { IsoDate } from '@/lib/format/dates'

const line = (id: string, status: LineStatus, startsOn: IsoDate = '2026-12-01') => ({ id, status, startsOn })
const today: IsoDate = '2026-11-23'
const twice = [{ kind: 'duplicate', lineId: 'a', otherIds: ['b'], blocking: true }] as const

describe('a knot', () => {
  it('says twice only while the duplicate is not explained', () => {
    expect(knotOf(line('a', 'inProgress'), twice)).toBe('twice')
    expect(knotOf(line('a', 'inProgress'), [{ ...twice[0], blocking: false }])).toBe('going')
  })
})

describe('a need', () => {
  it.each<[string, LineStatus[], object]>([
    ['nothing', [], { kind: 'gap' }],
    ['a refusal', ['declined'], { kind: 'refused' }],
    ['a cancelled line', ['cancelled'], { kind: 'gap' }],
    ['a question', ['proposed', 'draft'], { kind: 'waiting', count: 2 }],
    ['a promise', ['accepted', 'proposed'], { kind: 'promised', on: '2026-12-01', late: false }],
    ['work', ['inProgress', 'accepted'], { kind: 'covered', count: 1 }],
    ['work done', ['delivered'], { kind: 'done' }],
    ['a refusal beside work', ['declined', 'inProgress'], { kind: 'covered', count: 1 }],
  ])('with %s', (_what, statuses, expected) => {
    const lines = statuses.map((status, i) => line(`l${i}`, status))
    expect(conclude(lines, [], null, today)).toEqual(expected)
  })

  it('with a promise whose day has passed is late', () => {
    expect(conclude([line('a', 'scheduled', '2026-11-02')], [], null, today)).toEqual({
      kind: 'promised',
      on: '2026-11-02',
      late: true,
    })
  })

  it('recorded as unmet says since when, until somebody is asked', () => {
    expect(conclude([], [], '2026-09-15', today)).toEqual({ kind: 'unmet', since: '2026-09-15' })
    expect(conclude([line('a', 'proposed')], [], '2026-09-15', today)).toEqual({ kind: 'waiting', count: 1 })
  })

  it('with two that do the same says so first', () => {
    expect(conclude([line('a', 'inProgress'), line('b', 'accepted')], twice, null, today)).toEqual({
      kind: 'twice',
    })
  })
})
