import { expect, test } from 'vitest'
import { matchedPart, matchOptions } from '@/components/ui/combobox-options'

const gminas = [
  { id: 'a', label: 'Piekary Śląskie', detail: 'miejska, m. Piekary Śląskie', code: '2471011' },
  { id: 'b', label: 'Nowe Piekuty', detail: 'wiejska, wysokomazowiecki', code: '2013072' },
  { id: 'c', label: 'Piekoszów', detail: 'miejsko-wiejska, kielecki', code: '2604143' },
  { id: 'd', label: 'Świlcza', detail: 'wiejska, rzeszowski', code: '1816122' },
  { id: 'e', label: 'Łańcut', detail: 'miejska, łańcucki', code: '1810011' },
]

test.each([
  ['', ['a', 'b', 'c', 'd', 'e']],
  ['piek', ['a', 'c', 'b']],
  ['PIEKOSZOW', ['c']],
  ['lancut', ['e']],
  ['swilcza', ['d']],
  ['1816', ['d']],
  ['816', []],
  ['piek wiejska', ['b', 'c']],
  ['nie ma', []],
])('%j finds %j', (typed, ids) => {
  expect(matchOptions(gminas, typed).map((option) => option.id)).toEqual(ids)
})

test('no more than 50 are shown', () => {
  const many = Array.from({ length: 80 }, (_, i) => ({ id: `${i}`, label: `Szkoła ${i}` }))
  expect(matchOptions(many, '')).toHaveLength(50)
  expect(matchOptions(many, 'szkola')).toHaveLength(50)
})

test('the matched part is found without diacritics', () => {
  expect(matchedPart('Nowe Piekuty', 'piek')).toEqual({ from: 5, to: 9 })
  expect(matchedPart('Łańcut', 'lan')).toEqual({ from: 0, to: 3 })
  expect(matchedPart('Świlcza', 'x')).toBeNull()
  expect(matchedPart('Świlcza', '')).toBeNull()
  expect(matchedPart('Straße', 'ss')).toBeNull()
})
