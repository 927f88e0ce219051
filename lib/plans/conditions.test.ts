import { describe, expect, it } from 'vitest'
import {
  forceMissing,
  outsidePeriod,
  type PlanDraft,
  periodProblem,
  submitMissing,
} from '@/lib/plans/conditions'
import { goalCategory } from '@/lib/plans/goals'

const dates = { startsOn: '2026-12-01', endsOn: '2027-06-30' } as const

const draft = (fields: Partial<PlanDraft> = {}): PlanDraft => ({
  goals: [{ id: 'g', lineIds: ['a'], measured: true }],
  lines: [{ id: 'a', status: 'draft', personIds: ['p'], ...dates }],
  environment: false,
  duplicates: 0,
  contradictions: 0,
  held: 0,
  ...fields,
})

describe('a plan may be submitted', () => {
  it.each<[string, Partial<PlanDraft>, string[]]>([
    ['with a goal, a line and a person', {}, []],
    ['not without goals', { goals: [] }, ['goals']],
    ['not with a goal that has no line', { goals: [{ id: 'g', lineIds: [], measured: true }] }, ['lines']],
    [
      'not with a goal that nobody can measure',
      { goals: [{ id: 'g', lineIds: ['a'], measured: false }] },
      ['measures'],
    ],
    [
      'not with a goal whose only line was refused',
      { lines: [{ id: 'a', status: 'declined', personIds: ['p'], ...dates }] },
      ['lines'],
    ],
    [
      'not with a line for nobody',
      { lines: [{ id: 'a', status: 'draft', personIds: [], ...dates }] },
      ['beneficiary'],
    ],
    [
      'for an environment without persons',
      { environment: true, lines: [{ id: 'a', status: 'draft', personIds: [], ...dates }] },
      [],
    ],
    ['not with an unexplained duplicate', { duplicates: 1 }, ['duplicates']],
    ['not with opposite aims that nobody settled', { contradictions: 2 }, ['contradictions']],
    ['not with a draft that cannot be sent', { held: 1 }, ['held']],
    ['not with nothing at all', { goals: [], lines: [] }, ['goals']],
  ])('%s', (_what, fields, missing) => {
    expect(submitMissing(draft(fields))).toEqual(missing)
  })
})

describe('a plan may come into force', () => {
  it.each([
    [['accepted', 'scheduled', 'inProgress', 'waitingList'], true, []],
    [['accepted'], false, ['signature']],
    [['proposed'], true, ['answers']],
    [['counterProposed'], false, ['answers', 'signature']],
    [['declined'], true, ['answers']],
    [['draft'], true, ['answers']],
  ] as const)('lines %o, signed %s → missing %o', (statuses, signed, missing) => {
    expect(
      forceMissing(
        statuses.map((status) => ({ status })),
        signed,
      ),
    ).toEqual(missing)
  })
})

describe('its period', () => {
  it.each([
    ['2026-12-01', '2027-12-01', null],
    ['2026-12-01', '2027-12-02', 'planTooLong:2027-12-01'],
    ['2028-02-29', '2029-02-28', null],
    ['2026-12-01', '2026-12-01', 'dateOrder'],
    ['2026-12-01', '2026-11-30', 'dateOrder'],
  ] as const)('from %s to %s: %s', (from, to, problem) => {
    expect(periodProblem(from, to, { unit: 'month', count: 12 })).toBe(problem)
  })
  it('is as long as the team set', () => {
    const longest = { unit: 'month', count: 18 } as const
    expect(periodProblem('2026-12-01', '2028-06-01', longest)).toBe(null)
    expect(periodProblem('2026-12-01', '2028-06-02', longest)).toBe('planTooLong:2028-06-01')
  })
})

describe('the category of a goal', () => {
  it.each([
    [['EDUKACJA'], 'EDUKACJA'],
    [['EDUKACJA', 'ZDROWIE'], 'ZDROWIE'],
    [['EDUKACJA', 'BYT'], 'BYT'],
    [[], 'PODSTAWOWE'],
  ] as const)('of needs %o is %s', (needs, category) => {
    expect(goalCategory(needs)).toBe(category)
  })
})

describe('the dates of a line lie inside those of its plan', () => {
  const line = (fields: object = {}) => ({ status: 'accepted' as const, ...dates, ...fields })
  it.each<[string, object, boolean]>([
    ['as the plan', { startsOn: '2026-12-01', endsOn: '2027-11-30' }, false],
    ['without an end: it ends with the plan', { endsOn: null }, false],
    ['beginning a day before', { startsOn: '2026-11-30' }, true],
    ['ending a day after', { endsOn: '2027-12-01' }, true],
    ['beginning after the end', { startsOn: '2027-12-01', endsOn: null }, true],
    ['begun under an earlier version', { startsOn: '2026-02-01', status: 'inProgress' }, false],
    [
      'begun earlier and going on after',
      { startsOn: '2026-02-01', endsOn: '2028-01-01', status: 'suspended' },
      true,
    ],
    ['over', { endsOn: '2028-01-01', status: 'delivered' }, false],
    ['cancelled', { endsOn: '2028-01-01', status: 'cancelled' }, false],
  ])('%s', (_what, fields, outside) => {
    expect(outsidePeriod(line(fields), '2026-12-01', '2027-11-30')).toBe(outside)
  })
})
