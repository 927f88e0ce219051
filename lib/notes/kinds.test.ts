import { expect, test } from 'vitest'
import { shownTo } from '@/lib/notes/kinds'

/** category, consent, what the author set → what another institution is shown */
test.each([
  ['PODSTAWOWE', true, null, 'full'],
  ['BYT', true, null, 'full'],
  ['FINANSE', true, null, 'full'],
  ['PRACA', true, null, 'full'],
  ['EDUKACJA', true, null, 'full'],
  ['RELACJE', true, null, 'full'],
  ['PRAWNE', true, null, 'full'],
  ['BEZPIECZENSTWO', true, null, 'summary'],
  ['ZDROWIE', true, null, 'summary'],
  ['PSYCHIKA_UZALEZNIENIA', true, null, 'summary'],
  ['KARNE', true, null, 'summary'],
  ['INNE_SZCZEGOLNE', true, null, 'summary'],
  ['EDUKACJA', true, 'exists', 'exists'],
  ['EDUKACJA', true, 'summary', 'summary'],
  ['EDUKACJA', true, 'full', 'full'],
  ['ZDROWIE', true, 'exists', 'exists'],
  ['ZDROWIE', true, 'summary', 'summary'],
  ['ZDROWIE', true, 'full', 'full'],
  ['EDUKACJA', false, null, null],
  ['EDUKACJA', false, 'exists', null],
  ['EDUKACJA', false, 'summary', null],
  ['EDUKACJA', false, 'full', null],
  ['ZDROWIE', false, null, null],
  ['ZDROWIE', false, 'full', null],
  ['KARNE', false, 'exists', null],
] as const)('%s, consent: %s, set to %s → %s', (category, granted, set, shown) => {
  expect(shownTo(granted, category, set)).toBe(shown)
})
