import { describe, expect, it } from 'vitest'
import { type Conclusion, conclude, knotOf, knotStates, needsDecision } from '@/lib/baskets/coverage'
import type { LineStatus } from '@/lib/baskets/state'
import type { IsoDate } from '@/lib/format/dates'

type Fields = { startsOn?: IsoDate; serviceKey?: string; since?: IsoDate; answerDueOn?: IsoDate | null }
const line = (id: string, status: LineStatus, fields: Fields = {}) => ({
  id,
  status,
  startsOn: '2026-12-01' as IsoDate,
  serviceKey: `usluga-${id}`,
  since: '2026-11-19' as IsoDate,
  answerDueOn: status === 'proposed' ? ('2026-11-27' as IsoDate) : null,
  ...fields,
})
const today: IsoDate = '2026-11-23'
const twice = [{ kind: 'duplicate', lineId: 'a', otherIds: ['b'], blocking: true }] as const

describe('a knot', () => {
  it('says twice only while the duplicate is not explained', () => {
    expect(knotOf(line('a', 'inProgress'), twice)).toBe('twice')
    expect(knotOf(line('a', 'inProgress'), [{ ...twice[0], blocking: false }])).toBe('going')
  })

  it('says that two services contradict each other until somebody settles it; twice comes before', () => {
    const against = { kind: 'opposite', lineId: 'a', blocking: true } as const
    expect(knotOf(line('a', 'inProgress'), [against])).toBe('against')
    expect(knotOf(line('b', 'inProgress'), [against])).toBe('going')
    expect(knotOf(line('a', 'inProgress'), [{ ...against, blocking: false }])).toBe('going')
    expect(knotOf(line('a', 'inProgress'), [against, ...twice])).toBe('twice')
    expect(conclude([line('a', 'inProgress')], [against], null, today)).toEqual({ kind: 'against' })
    expect(needsDecision({ kind: 'against' })).toBe(true)
  })

  it('has a word of its own for what asks nobody, waits for me, waits in a queue or stands still', () => {
    expect(knotStates.draft).toBe('draft')
    expect(knotStates.counterProposed).toBe('mine')
    expect(knotStates.waitingList).toBe('queue')
    expect(knotStates.suspended).toBe('paused')
    expect(knotStates.cancelled).toBe('dropped')
    expect(knotStates.notDelivered).toBe('ended')
  })
})

describe('a need', () => {
  it.each<[string, LineStatus[], object]>([
    ['nothing', [], { kind: 'gap' }],
    ['a refusal', ['declined'], { kind: 'refused', since: '2026-11-19' }],
    ['a cancelled line', ['cancelled'], { kind: 'gap' }],
    ['help that did not come about', ['notDelivered'], { kind: 'ended' }],
    ['a draft', ['draft', 'draft'], { kind: 'draft', count: 2 }],
    [
      'a question beside a draft',
      ['proposed', 'draft'],
      { kind: 'waiting', count: 1, until: '2026-11-27', late: false, lineId: 'l0' },
    ],
    [
      'a promise',
      ['accepted', 'proposed'],
      { kind: 'promised', on: '2026-12-01', late: false, lineId: 'l0' },
    ],
    ['another proposal beside work', ['inProgress', 'counterProposed'], { kind: 'mine', lineId: 'l1' }],
    ['a place in a queue', ['waitingList'], { kind: 'queue', since: '2026-11-19' }],
    ['a pause', ['suspended'], { kind: 'paused' }],
    ['work', ['inProgress', 'accepted'], { kind: 'covered', count: 1, asked: 0, until: null }],
    [
      'work and a question',
      ['inProgress', 'proposed'],
      { kind: 'covered', count: 1, asked: 1, until: '2026-11-27' },
    ],
    ['work done', ['delivered'], { kind: 'done' }],
    [
      'a refusal beside work',
      ['declined', 'inProgress'],
      { kind: 'covered', count: 1, asked: 0, until: null },
    ],
  ])('with %s', (_what, statuses, expected) => {
    const lines = statuses.map((status, i) => line(`l${i}`, status))
    expect(conclude(lines, [], null, today)).toEqual(expected)
  })

  it('with something done and the next refused has nobody to do it', () => {
    const done = line('badanie', 'delivered', { startsOn: '2026-05-11' })
    const refused = line('terapia', 'declined')
    expect(conclude([done, refused], [], null, today)).toEqual({ kind: 'refused', since: '2026-11-19' })
  })

  it('refused by one and done by another is done', () => {
    const refused = line('a', 'declined', { serviceKey: 'korepetycje', since: '2026-03-01' })
    const same = line('b', 'delivered', { serviceKey: 'korepetycje', startsOn: '2026-02-01' })
    const later = line('c', 'delivered', { startsOn: '2026-04-01' })
    expect(conclude([refused, same], [], null, today)).toEqual({ kind: 'done' })
    expect(conclude([refused, later], [], null, today)).toEqual({ kind: 'done' })
  })

  it('with a promise whose day has passed, or an answer that did not come, is late', () => {
    expect(conclude([line('a', 'scheduled', { startsOn: '2026-11-02' })], [], null, today)).toEqual({
      kind: 'promised',
      on: '2026-11-02',
      late: true,
      lineId: 'a',
    })
    expect(
      conclude(
        [line('a', 'proposed'), line('b', 'proposed', { answerDueOn: '2026-11-20' })],
        [],
        null,
        today,
      ),
    ).toEqual({ kind: 'waiting', count: 2, until: '2026-11-20', late: true, lineId: 'b' })
  })

  it('recorded as unmet says since when, until somebody is asked', () => {
    expect(conclude([], [], '2026-09-15', today)).toEqual({ kind: 'unmet', since: '2026-09-15' })
    expect(conclude([line('a', 'declined')], [], '2026-09-15', today)).toEqual({
      kind: 'unmet',
      since: '2026-09-15',
    })
    expect(conclude([line('a', 'proposed')], [], '2026-09-15', today)).toMatchObject({ kind: 'waiting' })
  })

  it('with two that do the same says so first', () => {
    expect(conclude([line('a', 'inProgress'), line('b', 'accepted')], twice, null, today)).toEqual({
      kind: 'twice',
    })
  })
})

it.each<[Conclusion, boolean]>([
  [{ kind: 'gap' }, true],
  [{ kind: 'ended' }, true],
  [{ kind: 'draft', count: 1 }, true],
  [{ kind: 'mine', lineId: 'a' }, true],
  [{ kind: 'refused', since: today }, true],
  [{ kind: 'promised', on: today, late: true, lineId: 'a' }, true],
  [{ kind: 'promised', on: today, late: false, lineId: 'a' }, false],
  [{ kind: 'waiting', count: 1, until: today, late: false, lineId: 'a' }, false],
  [{ kind: 'unmet', since: today }, false],
  [{ kind: 'covered', count: 1, asked: 0, until: null }, false],
])('%o asks for a decision: %s', (conclusion, expected) => {
  expect(needsDecision(conclusion)).toBe(expected)
})
