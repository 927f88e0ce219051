import { describe, expect, it } from 'vitest'
import { type PaperKey, paperKeys } from '@/lib/documents/catalogue'
import { exampleData } from '@/lib/documents/places'
import { renderBuiltIn } from '@/lib/documents/render'
import { openDocx, openPdf } from '@/tests/support/papers'

/** What each document must say: its title, and values of the example with Polish letters. */
const expected: Record<PaperKey, readonly string[]> = {
  porozumienie: [
    'Porozumienie o współpracy',
    'Partnerski Zespół Kooperacji w gminie Świlcza, gmina Świlcza, powiat rzeszowski',
    'Grzegorz Brzęczyk',
    'Szkoła Podstawowa w Bratkowicach',
    'Strony postanawiają współpracować.',
    'od 1.12.2021 do 26.10.2028',
    'przystąpienie strony: Parafia w Świlczy',
  ],
  zarzadzenie: ['Zarządzenie w sprawie powołania zespołu', 'koordynuje Ewelina Żółkiewska', 'Bogumiła Zych'],
  regulamin: [
    'Regulamin pracy zespołu',
    'przyjęty przez zespół dnia 1.12.2021',
    '5 dni roboczych',
    'poufności',
  ],
  plan_zespolu: [
    'Okresowy plan działania zespołu',
    'od 26.11.2026 do 26.11.2027',
    'Spotkanie zespołu w IV kwartale',
  ],
  sprawozdanie: ['Sprawozdanie zespołu dla ROPS', 'Diagnoza', '<5', '14 dni roboczych', 'Świetlica'],
  upowaznienie: [
    'Upoważnienie do przetwarzania danych osobowych i oświadczenie o poufności',
    'Łucja Wiśniewska-Żak',
    'art. 29 i art. 32 ust. 4 RODO',
    '31.12.2026',
  ],
  zaproszenie: [
    'Zaproszenie na spotkanie',
    '10.12.2026, godz. 10:00–12:00',
    'Świetlica w Bratkowicach (Bogumiła Zych)',
  ],
  porzadek: ['Porządek obrad', 'Przyjęcie protokołu (Halina Wójtowicz)'],
  lista_obecnosci: ['Lista obecności', 'Posterunek Policji w Świlczy', 'zastępstwo'],
  protokol: [
    'Protokół spotkania',
    'Świetlica przyjmie dzieci od stycznia',
    '4.01.2027',
    'jest (obecnych instytucji: 14',
  ],
}

const leftOver = /[{}]|undefined|\[object|NaN/u

describe.each(paperKeys)('%s', (key) => {
  it('as DOCX: its words, styles of headings, Polish, numbered pages, nothing left over', async () => {
    const { text, document, part } = openDocx(await renderBuiltIn(key, exampleData(key), 'docx'))
    for (const words of expected[key]) expect(text).toContain(words)
    expect(text).not.toMatch(leftOver)
    expect(document).toContain('w:val="Title"')
    expect(part('word/styles.xml')).toContain('w:lang w:val="pl-PL"')
    expect(part('word/footer1.xml')).toContain('NUMPAGES')
  })

  it('as PDF: the same words as real text, tagged, its language and title told', async () => {
    const pdf = await openPdf(await renderBuiltIn(key, exampleData(key), 'pdf'))
    for (const words of expected[key])
      expect(pdf.text.replaceAll(/\s/gu, '')).toContain(words.replaceAll(/\s/gu, ''))
    expect(pdf.text).not.toMatch(leftOver)
    expect([pdf.language, pdf.title, pdf.marked]).toEqual(['pl-PL', expected[key][0], true])
    expect(pdf.metadata).toContain('pdfuaid:part')
    expect([pdf.tags.Document, pdf.tags.H1]).toEqual([pdf.pages, 1])
    expect(pdf.text).toContain(`strona 1 z ${pdf.pages}`)
  })
})

it('a table of many rows goes on over pages: each row is there once, the head is repeated for the eye alone', async () => {
  const data = exampleData('porozumienie')
  const strony = Array.from({ length: 80 }, (_, i) => ({
    lp: String(i + 1),
    instytucja: `Instytucja nr ${i + 1} w Świlczy`,
    przedstawiciel: 'Żaneta Łęcka',
    zastepca: '',
  }))
  const pdf = await openPdf(
    await renderBuiltIn('porozumienie', { ...data, tables: { ...data.tables, strony } }, 'pdf'),
  )
  expect(pdf.pages).toBeGreaterThan(4)
  expect(pdf.text.match(/Instytucja nr 80 w Świlczy/gu)?.length).toBe(2)
  // heads: 4 of the parties, 3 of the annexes, 3 of the signatures; nothing of the repeated ones
  expect(pdf.tags.TH).toBe(10)
})

it('where nothing is known yet there is a place to write', async () => {
  const { text } = openDocx(await renderBuiltIn('regulamin', { fields: {}, tables: {} }, 'docx'))
  expect(text).toContain('przyjęty przez zespół dnia ………')
  expect(text).not.toMatch(leftOver)
})
