import { describe, expect, it } from 'vitest'
import {
  beyondSigned,
  dearerThanSigned,
  type SignedTerms,
  type Terms,
  termsDiffer,
} from '@/lib/baskets/terms'

const signed: SignedTerms = {
  planFrom: '2026-12-01',
  planTo: '2027-06-30',
  since: '2026-12-01',
  startsOn: '2026-11-25',
  endsOn: '2027-04-30',
  frequency: 'weekly',
  quantity: 200,
  costPlanned: 10_000,
  coPayment: null,
}
const next = (fields: Partial<Terms> = {}): Terms => ({
  startsOn: '2026-12-10',
  endsOn: '2027-04-30',
  frequency: 'weekly',
  quantity: 200,
  ...fields,
})

describe('a schedule under a plan in force', () => {
  it.each([
    ['what was signed, also where it begins before the plan', { startsOn: '2026-11-25' }, {}],
    ['another day inside the plan', { endsOn: '2027-06-30' }, {}],
    ['less', { quantity: 100 }, {}],
    ['rarer but longer, together the same', { frequency: 'fortnightly', quantity: 400 }, {}],
    ['a day before the plan', { startsOn: '2026-11-30' }, { startsOn: 'outsidePlan' }],
    ['an end after the plan', { endsOn: '2027-07-01' }, { endsOn: 'outsidePlan' }],
    ['no end, where one was signed', { endsOn: null }, { endsOn: 'outsidePlan' }],
    ['more each time', { quantity: 201 }, { quantity: 'moreThanSigned' }],
    ['more often', { frequency: 'twiceWeekly' }, { quantity: 'moreThanSigned' }],
  ] as const)('%s', (_name, fields, errors) => {
    expect(beyondSigned(signed, next(fields))).toEqual(errors)
  })

  it('what was signed as one meeting does not become a rhythm', () => {
    const once = { ...signed, frequency: 'once' }
    expect(beyondSigned(once, next({ frequency: 'monthly', quantity: 100 }))).toEqual({
      quantity: 'moreThanSigned',
    })
    expect(beyondSigned(once, next({ frequency: 'once' }))).toEqual({})
  })

  it('what was signed without an end needs none', () => {
    expect(beyondSigned({ ...signed, endsOn: null }, next({ endsOn: null }))).toEqual({})
  })
})

it('another day or hour is another term, the same is not', () => {
  const agreed = { ...next(), weekday: 2, atTime: '13:00' }
  expect(termsDiffer(agreed, { ...agreed })).toBe(false)
  expect(termsDiffer(agreed, { ...agreed, weekday: 3 })).toBe(true)
  expect(termsDiffer(agreed, { ...agreed, atTime: null })).toBe(true)
  expect(termsDiffer(agreed, { ...agreed, endsOn: null })).toBe(true)
})

it('the family pays no more than it signed', () => {
  expect(dearerThanSigned(signed, { costPlanned: 10_000, coPayment: 0 })).toEqual({})
  expect(dearerThanSigned(signed, { costPlanned: null, coPayment: 1 })).toEqual({
    coPayment: 'moreThanSigned',
  })
  expect(dearerThanSigned(signed, { costPlanned: 10_001, coPayment: null })).toEqual({
    costPlanned: 'moreThanSigned',
  })
  expect(dearerThanSigned({ ...signed, coPayment: 500 }, { costPlanned: 0, coPayment: 500 })).toEqual({})
})
