import { describe, expect, it } from 'vitest'
import { nationalBody, readBody, variantBody } from '@/lib/variants/body'

const national = nationalBody('II')

describe('the content of a version', () => {
  it.each([
    [
      'an area that nobody knows',
      { areas: [...national.areas, { key: 'pogoda', name: 'Pogoda', required: false }] },
    ],
    ['no area of safety', { areas: national.areas.filter(({ key }) => key !== 'bezpieczenstwo') }],
    ['an area twice', { areas: [...national.areas, ...national.areas.slice(0, 1)] }],
    [
      'a kind required and recommended',
      { requiredKinds: ['policja_kpp'], recommendedKinds: ['policja_kpp'] },
    ],
    ['the core, which is always there', { requiredKinds: ['ops'] }],
    ['a document that the step cannot see', { documents: { 'team.activate': ['protokol'] } }],
    [
      'months where days are counted',
      { terms: { ...national.terms, diagnosis: { unit: 'month', count: 1 } } },
    ],
    ['more than three years', { terms: { ...national.terms, planLength: { unit: 'month', count: 37 } } }],
  ])('is not saved with %s', (_name, differs) => {
    expect(variantBody.safeParse({ ...national, ...differs }).success).toBe(false)
  })

  it('is saved as the national model is', () => {
    expect(variantBody.safeParse(national).success).toBe(true)
  })

  it('stays readable when a later reference knows less or more', () => {
    const { transferAnswer: _later, ...terms } = national.terms
    const stored = {
      ...national,
      terms,
      recommendedKinds: ['dawny_rodzaj', ...national.recommendedKinds],
      areas: [{ key: 'dawny_obszar', name: 'Dawny obszar', required: true }, ...national.areas],
    }
    expect(variantBody.safeParse(stored).success).toBe(false)
    expect(readBody(stored)).toEqual(national)
  })
})
