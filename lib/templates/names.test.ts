import { expect, test } from 'vitest'
import { namesSomebody } from '@/lib/templates/names'

const names = ['Staś', 'Wrzosek', 'Rodzina Wrzosków', 'Ćwik-Żak']

test.each([
  ['Powrót do szkoły', false],
  ['Rodzina z niemowlęciem', false],
  ['Jak u Wrzosków', true],
  ['dla wrzoska', true],
  ['Pomoc, którą dostał STAŚ', true],
  ['po żaku', true],
  ['Ważka nad wodą', false],
])('%s: names somebody? %s', (text, said) => {
  expect(namesSomebody(text, names)).toBe(said)
})
