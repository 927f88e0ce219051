import {
  field,
  heading,
  lines,
  type Paper,
  type PaperData,
  paragraph,
  rowsOf,
  toFillIn,
} from '@/lib/format/paper'

type Build = (data: PaperData) => Paper

const what = (d: PaperData): string => `${field(d, 'zespol')}, ${field(d, 'spotkanie')}`
const when = (d: PaperData): string =>
  `${field(d, 'dzien')}, godz. ${field(d, 'od')}${d.fields.do ? `–${d.fields.do}` : ''}`

/** The agenda; where nothing stands on it yet, a place to write. */
const agendaList = (d: PaperData) => {
  const items = rowsOf(d, 'porzadek', ['punkt', 'prowadzi']).map(([item, by]) =>
    by ? `${item} (${by})` : `${item}`,
  )
  return { kind: 'list' as const, numbered: true, items: items.length > 0 ? items : [toFillIn] }
}

export const invitationPaper: Build = (d) => ({
  title: 'Zaproszenie na spotkanie',
  subtitle: what(d),
  blocks: [
    paragraph(`Zapraszamy na spotkanie, które odbędzie się ${when(d)}.`),
    paragraph(`Miejsce: ${field(d, 'miejsce')}`),
    heading('Porządek obrad'),
    agendaList(d),
    paragraph(
      'Jeśli udział nie jest możliwy, prosimy o zawiadomienie zastępcy i koordynatora. Zaproszenie nie zawiera danych rodzin i takich danych prosimy nie przesyłać w odpowiedzi.',
    ),
    { kind: 'signatures', under: [field(d, 'przewodniczy')] },
  ],
})

export const agendaPaper: Build = (d) => ({
  title: 'Porządek obrad',
  subtitle: what(d),
  blocks: [paragraph(`${when(d)}, ${field(d, 'miejsce')}`), agendaList(d)],
})

export const attendancePaper: Build = (d) => ({
  title: 'Lista obecności',
  subtitle: what(d),
  blocks: [
    paragraph(`${when(d)}, ${field(d, 'miejsce')}`),
    {
      kind: 'table',
      about: 'Obecność na spotkaniu',
      head: ['Lp.', 'Imię i nazwisko', 'Instytucja', 'Obecność', 'Podpis'],
      rows: rowsOf(d, 'obecni', ['lp', 'osoba', 'instytucja', 'obecnosc', 'podpis']),
      widths: [1, 4, 5, 3, 3],
    },
  ],
})

export const minutesPaper: Build = (d) => ({
  title: 'Protokół spotkania',
  subtitle: what(d),
  blocks: [
    paragraph(`Spotkanie odbyło się ${when(d)}, ${field(d, 'miejsce')}.`),
    paragraph(`Przewodniczy: ${field(d, 'przewodniczy')}. Protokołuje: ${field(d, 'protokoluje')}.`),
    paragraph(`Kworum: ${field(d, 'kworum')}`),
    heading('Obecni'),
    {
      kind: 'table',
      about: 'Obecność na spotkaniu',
      head: ['Lp.', 'Imię i nazwisko', 'Instytucja', 'Obecność'],
      rows: rowsOf(d, 'obecni', ['lp', 'osoba', 'instytucja', 'obecnosc']),
      widths: [1, 4, 6, 3],
    },
    heading('Porządek obrad i przebieg'),
    agendaList(d),
    ...(d.fields.przebieg ? lines(d.fields.przebieg) : []),
    heading('Ustalenia'),
    {
      kind: 'table',
      about: 'Ustalenia spotkania',
      head: ['Nr', 'Ustalenie', 'Kto', 'Do kiedy'],
      rows: rowsOf(d, 'ustalenia', ['nr', 'tresc', 'kto', 'termin']),
      widths: [1, 6, 4, 3],
    },
    heading('Uwagi'),
    ...lines(d.fields.uwagi || 'Nie zgłoszono uwag.'),
    { kind: 'signatures', under: ['przewodniczący', 'protokolant'] },
  ],
})
