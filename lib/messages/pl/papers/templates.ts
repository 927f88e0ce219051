import { formatDate, type IsoDate } from '@/lib/format/dates'

/** The pages on which a ROPS puts its own templates in the place of the built-in ones. */
export const documentTemplateMessages = {
  title: 'Wzory dokumentów',
  lead: 'ROPS może zastąpić wzór wbudowany własnym plikiem DOCX. Działa w całym województwie od chwili, gdy zacznie obowiązywać.',
  link: 'Wzory dokumentów województwa',
  document: 'Dokument',
  state: 'Obowiązuje',
  builtIn: 'wzór wbudowany',
  own: (n: number) => `wzór ROPS, wersja ${n}`,
  waiting: (n: number) => `wersja ${n} czeka na podgląd i decyzję`,
  back: 'Wzory dokumentów',
  versions: 'Wersje wzoru ROPS',
  none: 'ROPS nie dołączył własnego wzoru: obowiązuje wbudowany.',
  version: (n: number, day: IsoDate) => `Wersja ${n} z ${formatDate(day)}`,
  status: { checked: 'sprawdzona, jeszcze nie obowiązuje', active: 'obowiązuje', withdrawn: 'wycofana' },
  put: 'Dołącz własny wzór',
  putLead: 'Plik DOCX z polami w nawiasach klamrowych, na przykład {zespol}. Sprawdzamy każde pole.',
  putHint: (megabytes: number) =>
    `DOCX, najwyżej ${megabytes} MB. Kolejny plik jest nową wersją: poprzednie zostają.`,
  file: 'Plik wzoru',
  submit: 'Sprawdź i dołącz wzór',
  previewTeam: 'Podgląd z danymi zespołu',
  choose: 'Pokaż podgląd',
  preview: (team: string) => `Podgląd z danymi: ${team}`,
  use: 'Zacznij używać tej wersji',
  withdraw: 'Wróć do wzoru wbudowanego',
  previewFirst: 'Zanim wzór zacznie obowiązywać, proszę obejrzeć go z danymi zespołu.',
  pdfBuiltIn:
    'Na tym serwerze nie ma LibreOffice. Własny wzór daje tylko DOCX, a PDF powstaje zawsze ze wzoru wbudowanego.',
  pdfOffice: 'Własny wzór daje DOCX i PDF.',
  places: 'Pola tego dokumentu',
  placesLead:
    'Pole spoza tej listy zostanie odrzucone. Listę otwiera {#nazwa}, a zamyka {/nazwa}: wszystko między nimi powtarza się dla każdego wiersza, także wiersz tabeli.',
  field: 'Pole',
  meaning: 'Co tam stanie',
  example: 'Przykład',
  rowsOf: (name: string, meaning: string) => `Lista {#${name}} … {/${name}}: ${meaning}`,
} as const

export const documentTemplateErrors = {
  templateUnseen: () => documentTemplateMessages.previewFirst,
}

export const documentTemplateFieldErrors = {
  templateType: 'To nie jest plik DOCX. Rozpoznajemy go po zawartości, nie po nazwie.',
} as const
