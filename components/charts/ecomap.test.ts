import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, test } from 'vitest'
import { Ecomap, type EcomapInstitution, type TieState } from '@/components/charts/ecomap'

const at = (state: TieState, labels: readonly string[], fields: object = {}): EcomapInstitution => ({
  id: state,
  name: 'Szkoła Podstawowa w Trzcianie',
  sector: { letter: 'O', colour: 2, name: 'oświata' },
  state,
  leads: false,
  lines: labels.map((label, i) => ({ id: `${i}`, label, state, href: `/pozycja/${i}` })),
  ...fields,
})

const drawn = (...institutions: EcomapInstitution[]) => {
  const html = renderToStaticMarkup(createElement(Ecomap, { id: 'e', family: 'Rodzina', institutions }))
  const [wide = ''] = html.split('class="only-phone"')
  return {
    ties: [...wide.matchAll(/class="tie-line ([a-z-]+)"/gu)].map((m) => m[1]),
    signs: [...wide.matchAll(/class="tie-sign ([a-z-]+)" transform="([^"]+)"/gu)].map(
      (m) => `${m[1]} ${m[2]}`,
    ),
    texts: [...wide.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((m) => m[1]),
    twin: [...html.matchAll(/<t[hd] [^>]*>(.*?)<\/t[hd]>/gu)].map((m) => m[1]?.replace(/<[^>]+>/gu, '')),
  }
}

it.each<[TieState, string[], string]>([
  ['going', ['tie-going translate(780 62)'], 'trwa'],
  ['late', ['tie-late translate(780 62)'], 'po terminie'],
  ['paused', ['tie-paused translate(780 62)'], 'przerwa'],
  ['ended', ['tie-ended translate(780 62)'], 'zakończone'],
  // dashes and dots tell these apart, and nothing joins the last one
  ['promised', [], 'obiecane'],
  ['asked', [], 'czekamy na odpowiedź'],
  ['none', [], 'jeszcze nic nie łączy'],
])('a tie that is %s: its line, its sign and its word', (state, signs, word) => {
  const { ties, signs: found, texts } = drawn(at(state, ['Świetlica szkolna']))
  expect(ties).toEqual([`tie-${state}`])
  expect(found).toEqual(signs)
  expect(texts).toEqual(['Rodzina', 'O', 'Szkoła Podstawowa w Trzcianie', 'Świetlica szkolna', word])
})

test('the first service and how many more; who leads does so without one', () => {
  expect(drawn(at('going', ['Logopeda', 'Świetlica', 'Obiady'])).texts[3]).toBe('Logopeda i 2 inne')
  expect(drawn(at('going', [], { leads: true })).texts[3]).toBe('prowadzi sprawę')
  expect(drawn(at('none', [])).texts[3]).toBe('bierze udział, bez usługi')
})

test('the table says the same as the picture', () => {
  const { twin } = drawn(at('late', ['Logopeda', 'Obiady']), at('none', []))
  expect(twin).toEqual([
    'Instytucja',
    'Sektor',
    'Co łączy',
    'Jak to idzie',
    'Szkoła Podstawowa w Trzcianie',
    'oświata',
    'Logopeda: po terminieObiady: po terminie',
    'po terminie',
    'Szkoła Podstawowa w Trzcianie',
    'oświata',
    'bierze udział, bez usługi',
    'jeszcze nic nie łączy',
  ])
})
