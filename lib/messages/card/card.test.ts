import { expect, test } from 'vitest'
import { cardLanguageOf, cardLanguages, cardWords } from '@/lib/messages/card'

/** Every sentence of a language, with a sign where a name or a day goes in. */
const sentences = (words: object): string[] =>
  Object.values(words).flatMap((value) => {
    if (typeof value === 'function') return [String(value('§', '§'))]
    return typeof value === 'string' ? [value] : sentences(value)
  })

test('the languages of a card say the same things', () => {
  expect(cardLanguages).toEqual(['pl', 'uk', 'en'])
  for (const language of cardLanguages) {
    expect(sentences(cardWords[language])).toHaveLength(43)
    expect(cardWords[language].free).toHaveLength(4)
    expect(cardWords[language].danger).toContain('112')
  }
})

test('Ukrainian is in its own letters, the others in theirs', () => {
  expect(sentences(cardWords.uk).filter((text) => /[a-zыэёъ]/iu.test(text))).toEqual([])
  expect(sentences(cardWords.pl).filter((text) => /\p{Script=Cyrillic}/u.test(text))).toEqual([])
  expect(sentences(cardWords.en).filter((text) => /[ąćęłńóśźż]|\p{Script=Cyrillic}/iu.test(text))).toEqual([])
})

test('no sentence is long: at most 24 words', () => {
  const long = cardLanguages
    .flatMap((language) => sentences(cardWords[language]))
    .flatMap((text) => text.split(/(?<=[.!?])\s/u))
    .filter((sentence) => sentence.split(/\s+/u).length > 24)
  expect(long).toEqual([])
})

test.each([
  ['uk', 'uk'],
  ['en', 'en'],
  ['pl', 'pl'],
  ['de', 'pl'],
  [undefined, 'pl'],
  ['constructor', 'pl'],
])('the address says %s: the card is in %s', (value, language) => {
  expect(cardLanguageOf(value)).toBe(language)
})
