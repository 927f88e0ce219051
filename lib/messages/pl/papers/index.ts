/** What each document is called in the product (domain 2.2). */
export const paperTitles = {
  porozumienie: 'Porozumienie o współpracy',
  zarzadzenie: 'Zarządzenie w sprawie powołania zespołu',
  regulamin: 'Regulamin pracy zespołu',
  plan_zespolu: 'Okresowy plan działania zespołu',
  sprawozdanie: 'Sprawozdanie zespołu dla ROPS',
  upowaznienie: 'Upoważnienie i oświadczenie o poufności',
  zaproszenie: 'Zaproszenie na spotkanie',
  porzadek: 'Porządek obrad',
  lista_obecnosci: 'Lista obecności',
  protokol: 'Protokół spotkania',
} as const

/** Beside each document of a team: who signs it, or what it is for. */
export const paperNotes = {
  porozumienie: 'Podpisują kierownicy instytucji.',
  zarzadzenie: 'Nieobowiązkowe. Podpisuje wójt, burmistrz albo prezydent miasta.',
  regulamin: 'Przyjmuje zespół.',
  plan_zespolu: 'Uzupełnia i przyjmuje zespół.',
  sprawozdanie: 'Wskaźniki jak na stronie Liczby, bez danych osób. Podpisuje lider.',
} as const

export const documentMessages = {
  tab: 'Dokumenty',
  title: 'Dokumenty zespołu',
  lead: 'Wypełnione danymi zespołu. DOCX można zmieniać, PDF jest do druku i podpisu.',
  advice: 'Wzory są propozycją. Przed podpisaniem proszę je pokazać radcy prawnemu.',
  docx: 'DOCX',
  pdf: 'PDF',
  get: (format: string, what: string) => `${format}: ${what}`,
  attach: 'Dołącz podpisany skan',
  attachTo: (what: string) => `Dołącz podpisany skan: ${what}`,
  submit: 'Dołącz skan',
  own: 'Według wzoru ROPS.',
  ownDocxOnly: 'DOCX według wzoru ROPS, PDF ze wzoru wbudowanego.',
} as const

export const personDocumentMessages = {
  get: 'Do podpisu',
} as const
