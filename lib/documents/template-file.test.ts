import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { exampleData } from '@/lib/documents/places'
import { faultsOfTemplate, fillTemplate } from '@/lib/documents/template-file'
import { makeDocx, openDocx } from '@/tests/support/papers'

const faults = async (...paragraphs: (string | string[])[]) =>
  faultsOfTemplate('regulamin', await makeDocx(paragraphs))

describe('a template', () => {
  it('is filled in: values, lists, conditions, however Word cut the names', async () => {
    const template = await makeDocx([
      ['Regulamin: {zes', 'pol}'],
      '{#strony}{lp}. {instytucja}{#przedstawiciel}, {przedstawiciel}{/przedstawiciel} ({gmina})',
      '{/strony}',
      '{#regulamin_przyjety}Przyjęty {regulamin_przyjety}.{/regulamin_przyjety}',
      '{^koordynator}Bez koordynatora.{/koordynator}',
    ])
    expect(faultsOfTemplate('regulamin', template)).toEqual([])
    const data = exampleData('regulamin')
    const { text } = openDocx(
      fillTemplate(template, { ...data, fields: { ...data.fields, koordynator: '' } }),
    )
    expect(text.split('\n').filter(Boolean)).toEqual([
      'Regulamin: Partnerski Zespół Kooperacji w gminie Świlcza',
      '1. GOPS w Świlczy, Halina Wójtowicz (Świlcza)',
      '2. Szkoła Podstawowa w Bratkowicach, Bogumiła Zych (Świlcza)',
      'Przyjęty 1.12.2021.',
      'Bez koordynatora.',
    ])
  })

  it('leaves a place to write where a value is not known', async () => {
    const template = await makeDocx(['Koordynator: {koordynator}'])
    expect(openDocx(fillTemplate(template, { fields: { koordynator: '' }, tables: {} })).text).toBe(
      'Koordynator: ………………………………',
    )
  })

  it.each([
    [
      ['Dzień dobry', 'Zespół {nazwa_zespolu} w gminie'],
      ['nieznane pole {nazwa_zespolu} (w treści, akapit 2: „Zespół {nazwa_zespolu} w gminie”)'],
    ],
    [['{#osoby}{imie}{/osoby}'], ['nieznana lista {#osoby} (w treści, akapit 1: „{#osoby}{imie}{/osoby}”)']],
    [
      ['{#strony}{telefon}{/strony}'],
      ['lista {#strony} nie ma pola {telefon} (w treści, akapit 1: „{#strony}{telefon}{/strony}”)'],
    ],
    [
      ['Strony: {strony}'],
      ['{strony} jest listą: trzeba pisać {#strony} … {/strony} (w treści, akapit 1: „Strony: {strony}”)'],
    ],
    [['{@tresc}'], ['pole {@tresc} nie jest tu dozwolone (w treści, akapit 1: „{@tresc}”)']],
    [['Gmina {gmina'], ['brak zamykającego nawiasu po „gmina” (w treści, akapit 1: „Gmina {gmina”)']],
    [['{#strony}{lp}'], ['{#strony} bez końca {/strony} (w treści, akapit 1: „{#strony}{lp}”)']],
    [['{lp}{/strony}'], ['{/strony} bez wcześniejszego {#strony} (w treści, akapit 1: „{lp}{/strony}”)']],
    [['{osoba}'], ['nieznane pole {osoba} (w treści, akapit 1: „{osoba}”)']],
  ])('%j is refused with the name and the place', async (paragraphs, expected) => {
    expect(await faults(...paragraphs)).toEqual(expected)
  })

  it('is looked at in its header too, and may reach for nothing outside itself', async () => {
    const header = await makeDocx(['{gmina}'], 'Gmina {gmna}')
    expect(faultsOfTemplate('regulamin', header)).toEqual([
      'nieznane pole {gmna} (w nagłówku strony, akapit 1: „Gmina {gmna}”)',
    ])
    const zip = new PizZip(await makeDocx(['{gmina}']))
    zip.file(
      'word/_rels/settings.xml.rels',
      '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://elsewhere.example/a.dotm" TargetMode="External"/></Relationships>',
    )
    expect(faultsOfTemplate('regulamin', zip.generate({ type: 'nodebuffer' }))[0]).toContain(
      'spoza dokumentu',
    )
    expect(faultsOfTemplate('regulamin', Buffer.from('nothing'))).toEqual([
      'tego pliku nie da się odczytać jako DOCX',
    ])
  })
})
