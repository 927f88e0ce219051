import { describe, expect, it } from 'vitest'
import { pairKey } from '@/lib/baskets/basket-fact'
import { around, Everything, warned } from '@/tests/support/basket-notation'

type Case = readonly [what: string, basket: readonly string[], expected: readonly string[]]
/** Two meetings of one person: the first in the school, the second as told. */
const two = (first: string, second: string): string[] => [
  `a pomoc_pp szkola staś weekly ${first}`,
  `b zajecia_sportowe fundacja staś weekly ${second}`,
]

describe('two places at once', () => {
  it.each<Case>([
    ['the same hour', two('2@16:00', '2@16:00'), ['a+b clash']],
    ['59 minutes later', two('2@16:00', '2@16:59'), ['a+b clash']],
    ['the later one first in the basket', two('2@16:45', '2@16:00'), ['a+b clash']],
    ['another day', two('2@16:00', '3@16:00'), []],
    ['no day agreed', two('2@16:00', '@16:00'), []],
    ['no hour agreed', two('2@16:00', '2@'), []],
    ['months apart', two('2@16:00 2026-12-01..2026-12-31', '2@16:00 2027-01-01..'), []],
    ['one day in common', two('2@16:00 2026-12-01..2027-01-01', '2@16:00 2027-01-01..'), ['a+b clash']],
    ['over midnight', two('2@23:30', '3@00:15'), ['a+b clash']],
    ['from Sunday to Monday', two('7@23:30', '1@00:00'), ['a+b clash']],
    ['the two ends of one day', two('2@00:10', '2@23:50'), []],
    [
      'another person',
      ['a pomoc_pp szkola staś weekly 2@16:00', 'b zajecia_sportowe fundacja ola weekly 2@16:00'],
      [],
    ],
    [
      'the whole family',
      ['a terapia_rodzinna poradnia * weekly 2@16:00', 'b pomoc_pp szkola staś weekly 2@16:30'],
      ['a+b clash'],
    ],
    [
      'three hours, in the second of them',
      ['a korepetycje szkola staś weekly*3 2@15:00', 'b zajecia_sportowe fundacja staś weekly 2@16:30'],
      ['a+b clash'],
    ],
    [
      'ten hours are a sum of the week',
      ['a uslugi_opiekuncze gops ewa weekly*10 2@09:00', 'b ipd pup ewa weekly 2@12:00'],
      [],
    ],
    ['refused', two('2@16:00', '2@16:00 declined'), []],
    ['over', two('2@16:00 delivered', '2@16:00'), []],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })
})

describe('too little between two meetings', () => {
  it.each<Case>([
    ['an hour after the beginning is straight after the end', two('2@15:00', '2@16:00'), ['a+b tooClose 0']],
    ['59 minutes of rest', two('2@15:00', '2@16:59'), ['a+b tooClose 59']],
    ['exactly 60 minutes', two('2@15:00', '2@17:00'), []],
    ['the other way round', two('2@16:30', '2@15:00'), ['a+b tooClose 30']],
    [
      'after two hours of work',
      ['a korepetycje szkola staś weekly*2 2@14:00', 'b zajecia_sportowe fundacja staś weekly 2@16:30'],
      ['a+b tooClose 30'],
    ],
    [
      'half an hour counts as an hour',
      ['a korepetycje szkola staś weekly*0.5 2@14:00', 'b zajecia_sportowe fundacja staś weekly 2@15:30'],
      ['a+b tooClose 30'],
    ],
    [
      'one institution in a row is one way',
      ['a pomoc_pp szkola staś weekly 2@13:00', 'b terapia_pedagogiczna szkola staś weekly 2@14:00'],
      [],
    ],
    [
      'one institution in two places',
      [
        'a pomoc_pp szkola staś weekly 2@13:00',
        'b terapia_pedagogiczna szkola staś weekly 2@14:00 place=filia_w_Trzcianie',
      ],
      ['a+b tooClose 0'],
    ],
    ['over midnight', two('2@22:30', '3@00:00'), ['a+b tooClose 30']],
    [
      'another person',
      ['a pomoc_pp szkola staś weekly 2@15:00', 'b zajecia_sportowe fundacja ola weekly 2@16:00'],
      [],
    ],
    ['cancelled', two('2@15:00', '2@16:00 cancelled'), []],
    [
      'three in a row',
      [...two('2@15:00', '2@16:00'), 'c psychoterapia poradnia staś weekly 2@17:00'],
      ['a+b tooClose 0', 'b+c tooClose 0'],
    ],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })
})

describe('too far apart', () => {
  // 11.1 km in a straight line are 14.5 km and 22 minutes; 55.6 km are 72.3 km and 109 minutes
  const far = (first: string, second: string, where = 'szpital'): string[] => [
    `a grupa_wsparcia fundacja jan ${first}`,
    `b psychiatra ${where} jan ${second}`,
  ]
  it.each<Case>([
    ['61 minutes for 109', far('monthly 2@10:00', 'monthly 2@12:01'), ['a+b travel 61<109']],
    ['108 minutes for 109', far('monthly 2@10:00', 'monthly 2@12:48'), ['a+b travel 108<109']],
    ['exactly 109 minutes', far('monthly 2@10:00', 'monthly 2@12:49'), []],
    ['back from far', far('monthly 2@12:00', 'monthly 2@10:00'), ['a+b travel 60<109']],
    ['near enough, but no rest', far('monthly 2@10:00', 'monthly 2@11:30', 'pup'), ['a+b tooClose 30']],
    ['21 minutes for 22', far('monthly 2@10:00', 'monthly 2@11:21', 'pup'), ['a+b travel 21<22']],
    ['a seat that nobody knows', far('monthly 2@10:00', 'monthly 2@12:01', 'daleko'), []],
    [
      'somebody comes home: the way is from there',
      ['a asystent_rodziny szpital ewa monthly 2@10:00', 'b grupa_wsparcia fundacja ewa monthly 2@12:01'],
      [],
    ],
    [
      'the place says that it is at home',
      [
        'a psychiatra szpital ewa monthly 2@10:00 place=w_domu_rodziny',
        'b grupa_wsparcia fundacja ewa monthly 2@12:01',
      ],
      [],
    ],
    [
      'a house of culture is not home',
      [
        'a zajecia_kulturalne szpital ewa monthly 2@10:00 place=w_Domu_Kultury',
        'b grupa_wsparcia fundacja ewa monthly 2@12:01',
      ],
      ['a+b travel 61<109'],
    ],
    ['another day', far('monthly 2@10:00', 'monthly 3@12:01'), []],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })

  it('is not said where the family lives nobody knows where', () => {
    const nowhere = { ...around, home: null }
    const basket = ['a asystent_rodziny gops ewa monthly 2@10:00', 'b psychiatra szpital ewa monthly 2@12:01']
    expect(warned(basket)).toEqual(['a+b travel 61<109'])
    expect(warned(basket, nowhere)).toEqual([])
  })
})

describe('persons who must not meet', () => {
  const apart = { ...around, apart: new Set([pairKey('ewa', 'jan')]) }
  const her = 'a terapia_rodzinna poradnia ewa weekly 2@16:00'
  it.each<Case>([
    [
      'the same provider, day and hour',
      [her, 'b terapia_rodzinna poradnia jan weekly 2@16:00'],
      ['a+b protectedMeets'],
    ],
    ['half an hour later', [her, 'b terapia_rodzinna poradnia jan weekly 2@16:30'], ['a+b protectedMeets']],
    ['after she left', [her, 'b terapia_rodzinna poradnia jan weekly 2@18:00'], []],
    ['another day', [her, 'b terapia_rodzinna poradnia jan weekly 3@16:00'], []],
    ['another provider', [her, 'b terapia_rodzinna fundacja jan weekly 2@16:00'], []],
    ['somebody else', [her, 'b terapia_rodzinna poradnia ola weekly 2@16:00'], []],
    ['no hour agreed', [her, 'b terapia_rodzinna poradnia jan weekly 2@'], []],
    [
      'months apart',
      [`${her} 2026-12-01..2026-12-31`, 'b terapia_rodzinna poradnia jan weekly 2@16:00 2027-01-01..'],
      [],
    ],
    ['refused', [her, 'b terapia_rodzinna poradnia jan weekly 2@16:00 declined'], []],
    ['both in one service', ['a terapia_rodzinna poradnia ewa,jan weekly'], ['a protectedMeets']],
    ['the whole family at an hour', ['a terapia_rodzinna poradnia * weekly 2@16:00'], ['a protectedMeets']],
    ['the whole family at no hour', ['a terapia_rodzinna poradnia * weekly'], []],
    ['she alone', [her], []],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket, apart).filter((w) => w.includes('protectedMeets'))).toEqual(expected)
  })

  it('is told to nobody who does not know who must not meet', () => {
    expect(warned([her, 'b terapia_rodzinna poradnia jan weekly 2@16:00']).join()).not.toContain(
      'protectedMeets',
    )
  })

  it('cannot be talked away', () => {
    const known = { ...apart, settled: new Everything() }
    expect(warned(['a terapia_rodzinna poradnia ewa,jan weekly'], known)).toContain('a protectedMeets')
  })
})
