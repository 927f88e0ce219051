/** Files that people attach: what may be chosen, what was refused, what a version is called. */
export const attachmentMessages = {
  hint: (types: string, megabytes: number) =>
    `${types}, najwyżej ${megabytes} MB. Kolejny plik jest nową wersją: poprzednie zostają.`,
  scans: 'PDF, JPG albo PNG',
  papers: 'PDF, DOCX, ODT, JPG albo PNG',
  captions: 'Napisy WebVTT (.vtt)',
  file: 'Plik',
  version: (n: number, kind: string, kB: string, day: string) =>
    `wersja ${n} (${kind}, ${kB}\u00a0kB, ${day})`,
  of: (version: string, what: string) => `${version}: ${what}`,
  none: 'Nie dołączono jeszcze pliku.',
  fileName: 'zalacznik',
} as const

/** Beside the field of a file. */
export const attachmentFieldErrors = {
  fileEmpty: 'Proszę wybrać plik.',
  linkOrFile: 'Proszę podać adres strony albo wybrać plik.',
  linkAndFile: 'Proszę podać adres albo plik, nie oba naraz.',
  fileTooLarge:
    'Ten plik jest większy niż 8 MB. Proszę zeskanować w odcieniach szarości albo w mniejszej rozdzielczości.',
  fileType:
    'Tego rodzaju pliku nie można tu dołączyć. Rozpoznajemy go po zawartości, nie po nazwie: zmiana końcówki nie wystarczy.',
  fileBroken: 'Ten plik jest ucięty albo uszkodzony. Proszę zapisać lub zeskanować go jeszcze raz.',
  filmTooLarge:
    'Ten film jest większy niż 200 MB. Proszę zapisać go w mniejszej rozdzielczości (wystarczy 720p) albo podzielić na części.',
  filmType:
    'To nie jest film MP4 ani WebM. Rozpoznajemy go po zawartości, nie po nazwie: proszę wyeksportować film jako MP4.',
  filmBroken:
    'Ten film jest ucięty albo uszkodzony. Proszę zapisać go jeszcze raz i sprawdzić, czy się odtwarza.',
  filmInWords: 'Proszę napisać, co w filmie widać i słychać: film z pliku musi mieć opis tekstowy.',
  fileActive: 'Ten plik zawiera makro, skrypt albo inny plik w środku. Proszę dołączyć sam dokument.',
} as const

export const attachmentErrors = {
  uploadsAtOnce: () =>
    'Trzy filmy są już w drodze. Proszę poczekać, aż się skończą. Przerwane przesyłanie znika samo po godzinie.',
  filmInterrupted: () =>
    'Przesyłanie filmu zostało przerwane. Nic nie zostało zapisane: proszę wybrać plik i wysłać go jeszcze raz.',
  filmInWordsFirst: () =>
    'Ten film nie ma jeszcze opisu tekstowego. Proszę go najpierw dopisać w „Popraw”, a potem dołączyć plik.',
  filmNowhere: () =>
    'Proszę podać adres filmu albo jego opis tekstowy. Z opisem plik filmu dołączą Państwo w następnym kroku.',
  officeMissing: () =>
    'Na tym serwerze nie ma programu, który zamienia wzór ROPS na PDF. Proszę pobrać DOCX albo PDF wzoru wbudowanego.',
  officeFailed: () =>
    'Nie udało się zamienić dokumentu na PDF. Proszę pobrać DOCX albo spróbować za chwilę; jeśli to się powtarza, proszę zawiadomić administratora platformy.',
  fileChanged: () =>
    'Ten plik nie zgadza się z tym, co zapisano przy dołączeniu, więc go nie pokazujemy. Proszę zawiadomić administratora platformy.',
}

/** Signed papers on the page of a team's agreement. */
export const teamPaperMessages = {
  title: 'Skany podpisanych dokumentów',
  lead: 'Porozumienie, podpisy stron i aneksy. Otwierają je osoby, które widzą zespół; każde otwarcie zapisuje rejestr dostępu.',
  open: 'Dołącz podpisany skan',
  submit: 'Dołącz skan',
  what: 'Co jest na skanie',
  choose: 'Proszę wybrać',
  agreement: 'Porozumienie ze wszystkimi podpisami',
  signature: (party: string) => `Podpis: ${party}`,
  annex: (number: string) => `Aneks nr ${number}`,
  none: 'Nie dołączono jeszcze żadnego skanu.',
  fileNames: {
    teamAgreement: 'porozumienie',
    teamSignature: 'podpis-porozumienia',
    teamAnnex: 'aneks',
    teamDocument: 'dokument-zespolu',
  },
} as const

/** The signed authorisation on the page of a person. */
export const authorisationPaperMessages = {
  title: 'Podpisane upoważnienie i oświadczenie o poufności',
  paper: 'Upoważnienie z oświadczeniem o poufności',
  open: 'Dołącz podpisany skan',
  submit: 'Dołącz skan',
  fileName: 'upowaznienie',
} as const
