import { expect, it } from 'vitest'
import { paperKeys } from '@/lib/documents/catalogue'
import { paperToPdf } from '@/lib/documents/pdf'
import { exampleData } from '@/lib/documents/places'
import { renderBuiltIn } from '@/lib/documents/render'
import { uaFaults } from '@/tests/support/pdf-ua'

const none = {
  document: [],
  metadata: [],
  structure: [],
  headings: [],
  lists: [],
  tables: [],
  content: [],
  fonts: [],
}

it.each(paperKeys)('%s is what its metadata claim: PDF/UA-1, as far as a machine can see', async (key) => {
  expect(uaFaults(await renderBuiltIn(key, exampleData(key), 'pdf'))).toEqual(none)
})

it.each(paperKeys)('%s with nothing filled in is too', async (key) => {
  expect(uaFaults(await renderBuiltIn(key, { fields: {}, tables: {} }, 'pdf'))).toEqual(none)
})

it('so is what goes on over pages, with signs that mean something to a machine', async () => {
  const words = 'Zażółć gęślą jaźń & <reszta> „cudzysłów” – 5 % '
  const paper = {
    title: 'Protokół',
    subtitle: 'Gmina A & B <C>',
    blocks: [
      { kind: 'paragraph' as const, text: words.repeat(120) },
      { kind: 'heading' as const, text: 'Ustalenia' },
      { kind: 'list' as const, numbered: true, items: [words.repeat(60), words.repeat(60)] },
      { kind: 'list' as const, items: [words] },
      {
        kind: 'table' as const,
        about: 'Kto co robi (do kiedy)',
        head: ['Kto', 'Co'],
        widths: [1, 3],
        rows: Array.from({ length: 40 }, (_, i) => [`Osoba ${i}`, i % 3 === 0 ? '' : words.repeat(4)]),
      },
      { kind: 'signatures' as const, under: ['Przewodnicząca', 'Protokolant'] },
    ],
  }
  expect(uaFaults(await paperToPdf(paper))).toEqual(none)
})
