import { beforeAll, expect, it } from 'vitest'
import { paperKeys, renderBuiltIn } from '@/lib/documents'
import { toPdfInOffice } from '@/lib/documents/office'
import { exampleData } from '@/lib/documents/places'
import { fillTemplate } from '@/lib/documents/template-file'
import { makeDocx, openPdf } from '@/tests/support/papers'

/** A word of each document that only its own data gives. */
const words: Record<(typeof paperKeys)[number], string> = {
  porozumienie: 'Szkoła Podstawowa w Bratkowicach',
  zarzadzenie: 'koordynuje Ewelina Żółkiewska',
  regulamin: '5 dni roboczych',
  plan_zespolu: '26.11.2027',
  sprawozdanie: '14 dni roboczych',
  upowaznienie: 'Łucja Wiśniewska-Żak',
  zaproszenie: 'godz. 10:00–12:00',
  porzadek: 'Przyjęcie protokołu (Halina Wójtowicz)',
  lista_obecnosci: 'Grzegorz Brzęczyk',
  protokol: 'Świetlica przyjmie dzieci od stycznia',
}

let own = ''
let texts: ReadonlyMap<string, string>

beforeAll(async () => {
  const files = await Promise.all(paperKeys.map((key) => renderBuiltIn(key, exampleData(key), 'docx')))
  const template = fillTemplate(
    await makeDocx(['Wzór: {#strony}{instytucja}; {/strony}']),
    exampleData('regulamin'),
  )
  const pdfs = await toPdfInOffice([...files, template], 150_000)
  const opened = (await Promise.all(pdfs.map(openPdf))).map(({ text }) => text.replaceAll(/\s/gu, ''))
  texts = new Map(paperKeys.map((key, i) => [key, opened[i] ?? '']))
  own = opened.at(-1) ?? ''
}, 180_000)

it.each(paperKeys)('%s opens in LibreOffice and says the same there', (key) => {
  expect(texts.get(key)).toContain(words[key].replaceAll(/\s/gu, ''))
  expect(texts.get(key)).toContain('strona1z')
})

it("a ROPS's own template becomes a PDF there", () => {
  expect(own).toBe('Wzór:GOPSwŚwilczy;SzkołaPodstawowawBratkowicach;')
})

it('an office that fails or is not done in time says so', async () => {
  const file = await renderBuiltIn('porzadek', exampleData('porzadek'), 'docx')
  const said = await toPdfInOffice([file], 1).catch((error: unknown) => error)
  expect(said).toMatchObject({ code: 'conflict', key: 'officeFailed' })
})
