import { describe, expect, it } from 'vitest'
import { unitMeaning } from '@/lib/baskets/visits'
import { serviceTypes } from '@/lib/catalogue'
import { around, warned } from '@/tests/support/basket-notation'

type Case = readonly [what: string, basket: readonly string[], expected: readonly string[]]

describe('visits a week of one person', () => {
  const five = 'a psychoterapia poradnia ewa weekly*5'
  it.each<Case>([
    ['exactly five', [five], []],
    ['six in one service', ['a psychoterapia poradnia ewa weekly*6'], ['a overburdened ewa 6/5']],
    ['five and one a month', [five, 'b psychiatra poradnia ewa monthly*1'], ['a+b overburdened ewa 5.25/5']],
    [
      'five and one in two weeks',
      [five, 'b poradnictwo_rodzinne pcpr ewa fortnightly*1'],
      ['a+b overburdened ewa 5.5/5'],
    ],
    [
      'twice a week counts two',
      ['a psychoterapia poradnia ewa weekly*4', 'b grupa_wsparcia fundacja ewa twiceWeekly*1'],
      ['a+b overburdened ewa 6/5'],
    ],
    [
      'without a number each time is one',
      ['a psychoterapia poradnia ewa weekly', 'b grupa_wsparcia fundacja ewa twiceWeekly'],
      [],
    ],
    ['what is needed now and then', [five, 'b interwencja_kryzysowa pcpr ewa asNeeded*3'], []],
    ['what happens once', [five, 'b psychiatra poradnia ewa once*3'], []],
    ['a benefit', [five, 'b zasilek_okresowy gops ewa monthly*1'], []],
    ['a place to be all day', [five, 'b cis_udzial fundacja ewa weekly*5'], []],
    [
      'three hours are one visit',
      [
        'a psychoterapia poradnia ewa weekly*4',
        'b nauka_polskiego szkola ewa weekly*1',
        'c asystent_ozn gops ewa weekly*3',
      ],
      ['a+b+c overburdened ewa 6/5'],
    ],
    [
      'hours alone stay one',
      ['a psychoterapia poradnia ewa weekly*4', 'b asystent_ozn gops ewa weekly*3'],
      [],
    ],
    ['another person', [five, 'b psychoterapia poradnia jan weekly*1'], []],
    [
      'the whole family counts for each',
      [five, 'b terapia_rodzinna poradnia * weekly*1'],
      ['a+b overburdened ewa 6/5'],
    ],
    ['refused', [five, 'b grupa_wsparcia fundacja ewa weekly declined'], []],
    ['cancelled', [five, 'b grupa_wsparcia fundacja ewa weekly cancelled'], []],
    ['over', [five, 'b grupa_wsparcia fundacja ewa weekly delivered'], []],
    ['standing still', [five, 'b grupa_wsparcia fundacja ewa weekly suspended'], []],
    ['waiting for a place', [five, 'b grupa_wsparcia fundacja ewa weekly waitingList'], []],
    ['only asked for', [five, 'b grupa_wsparcia fundacja ewa weekly proposed'], ['a+b overburdened ewa 6/5']],
    [
      'the last day of one is the first of the other',
      [`${five} 2026-12-01..2027-01-10`, 'b grupa_wsparcia fundacja ewa weekly 2027-01-10..'],
      ['a+b overburdened ewa 6/5'],
    ],
    [
      'one after the other',
      [`${five} 2026-12-01..2027-01-10`, 'b grupa_wsparcia fundacja ewa weekly 2027-01-11..'],
      [],
    ],
    [
      'the heaviest week is told',
      [
        `${five} 2026-12-01..2027-06-30`,
        'b grupa_wsparcia fundacja ewa weekly 2026-12-01..2026-12-31',
        'c terapia_wspoluzaleznienia poradnia ewa weekly*2 2027-02-01..2027-02-28',
      ],
      ['a+c overburdened ewa 7/5'],
    ],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })
})

describe('visits a week of a household', () => {
  const four = ['a psychoterapia poradnia ewa weekly*4', 'b terapia_uzaleznien poradnia jan weekly*4']
  it.each<Case>([
    ['exactly eight', four, []],
    [
      'nine, nobody more than five',
      [...four, 'c zajecia_sportowe fundacja ola weekly*1'],
      ['a+b+c overburdened rodzina 9/8'],
    ],
    ['one line for two children is one visit', [...four, 'c swietlica_szkolna szkola ola,staś weekly*5'], []],
    [
      'somebody and the household',
      ['a psychoterapia poradnia ewa weekly*6', 'b terapia_uzaleznien poradnia jan weekly*3'],
      ['a overburdened ewa 6/5', 'a+b overburdened rodzina 9/8'],
    ],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })

  it('of one person is not told a second time', () => {
    const alone = { ...around, personIds: ['ewa'] }
    expect(warned(['a psychoterapia poradnia ewa weekly*9'], alone)).toEqual(['a overburdened ewa 9/5'])
  })

  it('of an environment is none', () => {
    const here = { ...around, environment: true, personIds: [] }
    expect(warned(['a zajecia_kulturalne fundacja * weekly*12'], here)).toEqual([])
  })
})

describe('kilometres a week', () => {
  // there and back: 28.9 km to the office of work, 144.6 km to the clinic
  it.each<Case>([
    ['five times to the next town', ['a poradnictwo_zawodowe pup jan weekly*5'], []],
    [
      'and once a month more',
      ['a poradnictwo_zawodowe pup jan weekly*5', 'b posrednictwo_pracy pup jan monthly*1'],
      ['a+b overburdened jan 5.25/5', 'a+b farAWeek jan 152/150'],
    ],
    ['once to the clinic', ['a psychiatra szpital jan weekly*1'], []],
    [
      'and once in two weeks to the next town',
      ['a psychiatra szpital jan weekly*1', 'b ipd pup jan', 'c poradnictwo_zawodowe pup jan fortnightly*1'],
      ['a+c farAWeek jan 159/150'],
    ],
    ['twice to the clinic', ['a psychiatra szpital jan twiceWeekly*1'], ['a farAWeek jan 289/150']],
    ['they come home', ['a asystent_rodziny szpital jan twiceWeekly*1'], []],
    ['nobody knows where', ['a psychiatra daleko jan twiceWeekly*1'], []],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })
})

it('every unit of the catalogue has its meaning', () => {
  expect([...new Set(serviceTypes().map((s) => s.unit))].filter((unit) => !(unit in unitMeaning))).toEqual([])
})
