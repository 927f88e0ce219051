import { describe, expect, it } from 'vitest'
import { nextTime, occurrences, planned, unnoted } from '@/lib/baskets/occurrences'
import type { IsoDate } from '@/lib/format/dates'

const line = (
  frequency: string,
  weekday: number | null,
  startsOn: IsoDate,
  endsOn: IsoDate | null = null,
) => ({
  frequency,
  weekday,
  startsOn,
  endsOn,
})

describe('days on which a service is to take place', () => {
  it.each<[string, ReturnType<typeof line>, IsoDate, IsoDate, IsoDate[]]>([
    [
      'weekly, on the day of the start',
      line('weekly', null, '2026-11-03'),
      '2026-11-01',
      '2026-11-24',
      ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'],
    ],
    [
      'weekly, on Thursdays after a start on Tuesday',
      line('weekly', 4, '2026-11-03'),
      '2026-11-01',
      '2026-11-20',
      ['2026-11-05', '2026-11-12', '2026-11-19'],
    ],
    [
      'weekly, on Mondays: the first one after the start',
      line('weekly', 1, '2026-11-03'),
      '2026-11-01',
      '2026-11-20',
      ['2026-11-09', '2026-11-16'],
    ],
    [
      'every two weeks',
      line('fortnightly', null, '2026-11-03'),
      '2026-11-01',
      '2026-12-03',
      ['2026-11-03', '2026-11-17', '2026-12-01'],
    ],
    [
      'monthly, with a short month',
      line('monthly', null, '2026-12-31'),
      '2026-12-01',
      '2027-03-31',
      ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    [
      'monthly, on Fridays',
      line('monthly', 5, '2026-11-03'),
      '2026-11-01',
      '2026-12-31',
      ['2026-11-06', '2026-12-04'],
    ],
    ['once', line('once', null, '2026-11-03'), '2026-11-01', '2026-12-31', ['2026-11-03']],
    [
      'twice a week: nobody knows the second day',
      line('twiceWeekly', 2, '2026-11-03'),
      '2026-11-01',
      '2026-12-31',
      [],
    ],
    ['when needed', line('asNeeded', null, '2026-11-03'), '2026-11-01', '2026-12-31', []],
    [
      'to the agreed end, counted',
      line('weekly', null, '2026-11-03', '2026-11-10'),
      '2026-11-01',
      '2026-12-31',
      ['2026-11-03', '2026-11-10'],
    ],
    [
      'over the turn of the year',
      line('weekly', null, '2026-12-29'),
      '2026-12-29',
      '2027-01-05',
      ['2026-12-29', '2027-01-05'],
    ],
    ['nothing before the start', line('weekly', null, '2027-01-05'), '2026-11-01', '2026-12-31', []],
    ['from the asked day on', line('weekly', null, '2026-11-03'), '2026-11-11', '2026-11-18', ['2026-11-17']],
  ])('%s', (_what, rhythm, from, to, expected) => {
    expect(occurrences(rhythm, from, to)).toEqual(expected)
  })
})

describe('what took place for the planned days', () => {
  const days: IsoDate[] = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24', '2026-12-01']
  const note = (id: string, on: IsoDate, cancelled = false) => ({ id, on, cancelled })

  it('is what was noted nearest to the day: moved by a day or two it is still that meeting', () => {
    const all = planned(
      days,
      [note('a', '2026-11-03'), note('b', '2026-11-12'), note('c', '2026-11-09')],
      '2026-11-24',
    )
    expect(all).toEqual([
      { on: '2026-11-03', deliveryIds: ['a'], ahead: false },
      { on: '2026-11-10', deliveryIds: ['b', 'c'], ahead: false },
      { on: '2026-11-17', deliveryIds: [], ahead: false },
      { on: '2026-11-24', deliveryIds: [], ahead: false },
      { on: '2026-12-01', deliveryIds: [], ahead: true },
    ])
    expect(unnoted(all)).toEqual(['2026-11-17', '2026-11-24'])
  })

  it('is nothing of what was taken back', () => {
    expect(unnoted(planned(days, [note('a', '2026-11-03', true)], '2026-11-05'))).toEqual(['2026-11-03'])
  })

  it('is nothing where no day is planned', () => {
    expect(planned([], [note('a', '2026-11-03')], '2026-11-24')).toEqual([])
  })
})

describe('the next time', () => {
  it.each<[string, ReturnType<typeof line>, IsoDate | null]>([
    ['the agreed weekday, today counted', line('weekly', 4, '2026-11-03'), '2026-11-26'],
    ['the agreed weekday after today', line('weekly', 1, '2026-11-03'), '2026-11-30'],
    ['every other week', line('fortnightly', 1, '2026-11-09'), '2026-12-07'],
    ['before it begins: the first time', line('weekly', null, '2026-12-01'), '2026-12-01'],
    ['no weekday was agreed and it goes on', line('weekly', null, '2026-11-03'), null],
    ['when needed', line('asNeeded', 2, '2026-11-03'), null],
    ['once, ahead', line('once', null, '2026-12-05'), '2026-12-05'],
    ['once, past', line('once', null, '2026-11-05'), null],
    ['ended', line('weekly', 4, '2026-10-01', '2026-11-20'), null],
    ['ends before the next time', line('monthly', 2, '2026-10-06', '2026-12-01'), null],
  ])('%s', (_name, of, day) => {
    expect(nextTime(of, '2026-11-26')).toBe(day)
  })
})
