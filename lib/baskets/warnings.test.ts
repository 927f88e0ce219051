import { describe, expect, it } from 'vitest'
import { answererKey, type BasketFact, grantKey, type Surroundings } from '@/lib/baskets/basket-fact'
import { lineWarnings, missingConsents, uncovered } from '@/lib/baskets/warnings'

const line = (id: string, fields: Partial<BasketFact> = {}): BasketFact => ({
  id,
  serviceKey: 'korepetycje',
  category: 'EDUKACJA',
  providerId: 'szkola',
  responsibleId: null,
  status: 'draft',
  since: '2026-11-20',
  answerDueOn: null,
  startsOn: '2026-12-01',
  endsOn: '2027-03-31',
  weekday: null,
  atTime: null,
  frequency: 'weekly',
  quantity: null,
  unit: 'godzina',
  place: null,
  personIds: ['stas'],
  needIds: ['nauka'],
  duplicateReason: null,
  outsideAgreementReason: null,
  ...fields,
})

const around: Surroundings = {
  ownerId: 'gops',
  personIds: ['marta', 'stas'],
  environment: false,
  parties: [
    { institutionId: 'gops', signedOn: '2025-01-01', leftOn: null },
    { institutionId: 'szkola', signedOn: '2025-01-01', leftOn: null },
    { institutionId: 'poradnia', signedOn: '2025-01-01', leftOn: '2026-12-31' },
    { institutionId: 'pup', signedOn: null, leftOn: null },
  ],
  agreement: { from: '2025-01-01', to: '2027-12-31' },
  plan: null,
  grants: new Set([
    grantKey('szkola', 'stas', 'PODSTAWOWE'),
    grantKey('szkola', 'stas', 'EDUKACJA'),
    grantKey('poradnia', 'stas', 'PODSTAWOWE'),
  ]),
  silent: new Set(),
  conflicts: new Map(),
  atHome: new Set(),
  home: null,
  seats: new Map(),
  settled: new Set(),
  apart: new Set(),
}

const kinds = (lines: readonly BasketFact[], surroundings = around) =>
  lineWarnings(lines, surroundings).map((w) => `${w.lineId} ${w.kind}${w.blocking ? ' !' : ''}`)

describe('a clash', () => {
  const at = (id: string, fields: Partial<BasketFact> = {}) =>
    line(id, { serviceKey: id, weekday: 2, atTime: '13:00', ...fields })

  it('is one person in two places on the same day of the week, less than an hour apart', () => {
    expect(kinds([at('a'), at('b', { atTime: '13:45' })])).toEqual(['a clash', 'b clash'])
  })

  it.each([
    ['an hour apart', { atTime: '14:00' }],
    ['another day', { weekday: 3 }],
    ['no hour agreed', { atTime: null }],
    ['another person', { personIds: ['marta'] }],
    ['other months', { startsOn: '2027-04-01', endsOn: null }],
    ['cancelled', { status: 'cancelled' }],
    ['already done', { status: 'delivered' }],
  ] as const)('not with %s', (_name, fields) => {
    expect(kinds([at('a'), at('b', fields)]).filter((k) => k.includes('clash'))).toEqual([])
  })
})

describe('nobody to answer', () => {
  const silent = { ...around, silent: new Set([answererKey('szkola', null)]) }

  it('is said of what waits for an institution without anybody who may answer', () => {
    expect(kinds([line('a')], silent)).toEqual(['a nobodyAnswers'])
    expect(kinds([line('a', { status: 'proposed' })], silent)).toEqual(['a nobodyAnswers'])
  })

  it('is not said where somebody is named who may, nor of what was answered', () => {
    expect(kinds([line('a', { responsibleId: 'ewa' })], silent)).toEqual([])
    expect(kinds([line('a', { status: 'accepted' })], silent)).toEqual([])
    expect(kinds([line('a')])).toEqual([])
  })
})

describe('duplicates', () => {
  it('are the same person, the same service and overlapping dates', () => {
    expect(kinds([line('a'), line('b')])).toEqual(['a duplicate !', 'b duplicate !'])
  })

  it.each<[string, Partial<BasketFact>]>([
    ['another person', { personIds: ['marta'], providerId: 'gops' }],
    ['another service', { serviceKey: 'terapia_pedagogiczna' }],
    ['later dates', { startsOn: '2027-04-01', endsOn: '2027-06-30' }],
    ['a refused line', { status: 'declined' }],
    ['a cancelled line', { status: 'cancelled' }],
    ['a line that was not done', { status: 'notDelivered' }],
  ])('not: %s', (_what, fields) => {
    expect(kinds([line('a'), line('b', fields)])).toEqual([])
  })

  it('share one day, have no end, or are for the whole family', () => {
    const touching = line('b', { startsOn: '2027-03-31', endsOn: null })
    expect(kinds([line('a'), touching])).toEqual(['a duplicate !', 'b duplicate !'])
    const whole = line('b', { personIds: [], providerId: 'gops' })
    expect(kinds([line('a'), whole])).toEqual(['a duplicate !', 'b duplicate !'])
  })

  it('stop blocking once one of the two is justified', () => {
    expect(kinds([line('a'), line('b', { duplicateReason: 'dwie różne grupy' })])).toEqual([
      'a duplicate',
      'b duplicate',
    ])
  })

  it('of three, the unexplained pair still blocks', () => {
    const three = [line('a'), line('b'), line('c', { duplicateReason: 'inna grupa' })]
    expect(kinds(three)).toEqual(['a duplicate !', 'b duplicate !', 'c duplicate'])
  })
})

describe('the provider', () => {
  it('must be a party on the day of the start', () => {
    const grants = new Set([
      grantKey('poradnia', 'stas', 'PODSTAWOWE'),
      grantKey('poradnia', 'stas', 'EDUKACJA'),
    ])
    const here = { ...around, grants }
    expect(kinds([line('a', { providerId: 'poradnia', startsOn: '2026-12-30' })], here)).toEqual([])
    expect(kinds([line('a', { providerId: 'poradnia', startsOn: '2026-12-31' })], here)).toEqual([
      'a notParty !',
    ])
    const why = { outsideAgreementReason: 'jedyna poradnia w powiecie' }
    expect(kinds([line('a', { providerId: 'poradnia', startsOn: '2026-12-31', ...why })], here)).toEqual([
      'a notParty',
    ])
  })

  it('who has not signed is no party', () => {
    expect(kinds([line('a', { providerId: 'pup', category: 'PODSTAWOWE' })])).toContain('a notParty !')
  })

  it('must have consent for the name and for the category of each person; the warning says which is missing', () => {
    expect(missingConsents(line('a', { providerId: 'poradnia' }), around)).toEqual([
      { personId: 'stas', category: 'EDUKACJA' },
    ])
    expect(missingConsents(line('a', { personIds: [] }), around)).toEqual([
      { personId: 'marta', category: 'PODSTAWOWE' },
      { personId: 'marta', category: 'EDUKACJA' },
    ])
  })

  it('that owns the case needs none', () => {
    expect(missingConsents(line('a', { providerId: 'gops' }), around)).toEqual([])
  })

  it('for an environment needs a basis without a person', () => {
    const here = { ...around, environment: true, personIds: [], grants: new Set<string>() }
    expect(missingConsents(line('a', { personIds: [] }), here)).toEqual([
      { personId: null, category: 'PODSTAWOWE' },
      { personId: null, category: 'EDUKACJA' },
    ])
  })
})

describe('dates', () => {
  it.each([
    ['2026-11-30', '2027-03-31', ['a outsidePlan']],
    ['2026-12-01', '2027-11-30', []],
    ['2026-12-01', '2027-12-01', ['a outsidePlan']],
    ['2026-12-01', '2028-01-01', ['a outsidePlan', 'a outsideAgreement']],
    ['2026-12-01', null, []],
  ] as const)('from %s to %s: %o', (startsOn, endsOn, expected) => {
    const plan = { from: '2026-12-01', to: '2027-11-30' } as const
    expect(kinds([line('a', { startsOn, endsOn })], { ...around, plan })).toEqual(expected)
  })
})

describe('needs', () => {
  it('are uncovered when nobody helps or is asked', () => {
    expect(uncovered(['nauka', 'praca'], [line('a')])).toEqual(['praca'])
    expect(uncovered(['nauka'], [line('a', { status: 'declined' })])).toEqual(['nauka'])
    expect(uncovered(['nauka'], [line('a', { status: 'delivered' })])).toEqual([])
  })
})
