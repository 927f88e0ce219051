import { describe, expect, test } from 'vitest'
import { type BoardCase, isLate, lanesOf, turnOf } from '@/lib/board/lanes'

const today = '2026-11-25'

const row = (id: string, change: Partial<BoardCase> = {}): BoardCase => ({
  id,
  number: `1816122/2026/${id}`,
  label: `Rodzina ${id}`,
  status: 'diagnosis',
  statusSince: '2026-11-01',
  dueOn: null,
  reviewOn: null,
  proposal: null,
  ready: false,
  mine: false,
  coordinator: null,
  waiting: 0,
  lateAnswers: 0,
  ...change,
})

test('six lanes, also where nobody is; what has ended is in none', () => {
  const lanes = lanesOf([row('1', { status: 'qualified' }), row('2', { status: 'closed' })], today)
  expect(lanes.map((lane) => [lane.key, lane.cases.map(({ id }) => id)])).toEqual([
    ['intake', ['1']],
    ['consent', []],
    ['diagnosis', []],
    ['plan', []],
    ['work', []],
    ['evaluation', []],
  ])
})

test('late first, then by the term, then by the length of the stage', () => {
  const lanes = lanesOf(
    [
      row('without'),
      row('soon', { dueOn: '2026-11-26' }),
      row('late', { dueOn: '2026-11-24' }),
      row('long', { statusSince: '2026-09-01' }),
    ],
    today,
  )
  expect(lanes[2]?.cases.map(({ id }) => id)).toEqual(['late', 'soon', 'long', 'without'])
})

test('the day of the term is not late yet', () => {
  expect(isLate({ dueOn: '2026-11-25' }, today)).toBe(false)
  expect(isLate({ dueOn: '2026-11-24' }, today)).toBe(true)
})

describe('whose turn', () => {
  test.each([
    [row('1', { status: 'submitted' }), 'screen'],
    [row('1', { status: 'screening' }), 'propose'],
    [row('1', { status: 'screening', proposal: 'qualify' }), 'decide'],
    [row('1', { status: 'qualified' }), 'appoint'],
    [row('1', { status: 'planApproval', ready: true }), 'approve'],
    [row('1', { status: 'planApproval' }), null],
    [row('1', { status: 'evaluation', ready: true }), 'close'],
    [row('1', { status: 'evaluation' }), null],
    [row('1', { status: 'inProgress', ready: true }), null],
  ] as const)('%o', (one, turn) => {
    expect(turnOf(one)).toBe(turn)
  })
})
