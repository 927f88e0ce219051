import { plural } from '@/lib/format/plural'

type Params = Readonly<Record<string, string | number>>

const weeks = (n: number) => plural(n, { one: 'tydzień', few: 'tygodnie', many: 'tygodni' })
const afterWeeks = (n: number) => plural(n, { one: 'tygodniu', few: 'tygodniach', many: 'tygodniach' })
const services = (n: number) => plural(n, { one: 'usługa', few: 'usługi', many: 'usług' })

/** Patterns of baskets: made from finished ones without anything about the family, looked at before they are applied. */
export const templateMessages = {
  title: 'Szablony koszyków',
  lead: 'Układy usług, które się sprawdziły. W szablonie nie ma rodziny, instytucji ani dat: są usługi, ich rytm i długość, rodzaj instytucji, obszary celów i zwykłe finansowanie.',
  search: 'Nazwa, opis albo problem',
  problem: 'Rodzaj problemu',
  anyProblem: 'każdy problem',
  which: 'Które',
  live: 'do użycia',
  retired: 'wycofane',
  caption: 'Szablony',
  stateTerm: 'Stan',
  columns: { name: 'Szablon', problem: 'Problem', services: 'Usługi', from: 'Czyj' },
  none: 'Nie ma takiego szablonu',
  noneText: 'Szablon powstaje z zakończonego koszyka: na jego stronie jest odnośnik „Zrób szablon”.',
  services,
  region: 'województwo',
  otherTeam: 'inny zespół',
  state: {
    offered: 'przekazany województwu',
    shared: 'dla całego województwa',
    retired: (day: string) => `wycofany ${day}`,
  },
  fits: 'odpowiada na potrzebę tej rodziny',
  line: {
    kind: (kind: string) => `daje: ${kind}`,
    start: (n: number) => (n === 0 ? 'od początku' : `po ${afterWeeks(n)}`),
    length: (n: number | null) => (n === null ? 'bez daty końca' : `przez ${weeks(n)}`),
    areas: (names: readonly string[]) => `obszary celów: ${names.join(', ')}`,
    funding: (name: string) => `zwykle płaci: ${name}`,
    notOffered: 'województwo już jej nie oferuje',
  },
  view: {
    team: 'Zespół',
    lines: 'Usługi w szablonie',
    correct: 'Popraw nazwę i opis',
    submitCorrect: 'Zapisz poprawkę',
    retire: 'Wycofaj szablon',
    retireText: 'Nikt nie zastosuje go już w nowym koszyku. Zostanie na liście wycofanych.',
    restore: 'Przywróć szablon',
    offer: 'Przekaż województwu',
    offerText:
      'ROPS zobaczy szablon i będzie mógł udostępnić go wszystkim zespołom województwa. Nie zobaczą, z którego zespołu pochodzi.',
    takeBack: 'Cofnij przekazanie',
    share: 'Udostępnij w województwie',
    shareText: 'Szablon zobaczą wszystkie zespoły województwa, bez nazwy zespołu, z którego pochodzi.',
    unshare: 'Zakończ udostępnianie',
    keep: 'Co można z nim zrobić',
  },
  make: {
    link: 'Zrób szablon',
    title: 'Szablon z tego koszyka',
    lead: 'Do szablonu wejdzie tylko to, co widać poniżej. Nazwiska, daty, miejsca, zakres i notatki nie są kopiowane.',
    lines: 'Usługi do szablonu',
    name: 'Nazwa szablonu',
    nameHint: 'Na przykład „Powrót do szkoły po dłuższej nieobecności”. Bez imion, nazwisk i miejsc.',
    description: 'Kiedy się przydaje',
    descriptionHint: 'Dla innych koordynatorów. Bez niczego o tej rodzinie.',
    problem: 'Rodzaj problemu',
    submit: 'Utwórz szablon',
    restricted: 'Z zastrzeżonej sprawy szablon nie powstaje',
    restrictedText:
      'Szablon czyta cały zespół. Po usługach i po dniu, w którym powstał, poznałby rodzinę ktoś, kto ma o niej nie wiedzieć.',
    notYet: 'Ten koszyk jeszcze trwa',
    notYetText:
      'Szablon powstaje z zakończonego koszyka: gdy wszystkie usługi się skończą albo trwa ewaluacja.',
    nothing: 'W tym koszyku nie ma usług, które doszły do skutku',
  },
  choose: {
    title: 'Podgląd szablonu',
    lead: 'Po wybraniu szablonu zobaczą Państwo, co powstałoby w koszyku tej rodziny. Nic nie powstaje, zanim Państwo tego nie zatwierdzą.',
  },
  preview: {
    lead: 'To tylko podgląd. Zaznaczone usługi staną się pozycjami roboczymi: żadna instytucja nie zostanie o nic zapytana, dopóki nie wyślą Państwo pytań z koszyka. Do wyboru są tylko instytucje tego zespołu.',
    first: 'Kiedy zacznie się pierwsza usługa',
    firstSubmit: 'Przelicz daty',
    use: 'Dodaj do koszyka',
    need: 'Na którą potrzebę odpowiada',
    provider: 'Kogo zapytać',
    declared: (name: string) => `${name} – na liście jej usług`,
    nobody: (kind: string) =>
      `W tym zespole nie ma nikogo, kto mógłby to dać (w szablonie: ${kind}). Tę usługę dodaje się osobno w koszyku.`,
    noNeed: 'Żadna zapisana potrzeba tej rodziny nie pasuje. Proszę wybrać, na którą usługa odpowiada.',
    noNeeds: 'Rodzina nie ma zapisanych potrzeb',
    noNeedsText: 'Usługa odpowiada na potrzebę. Potrzeby zapisuje się w diagnozie.',
    wrongStage: 'Na tym etapie sprawy koszyk nie przyjmuje nowych usług',
    retired: 'Województwo nie oferuje już tej usługi, dlatego nie można jej dodać.',
    same: (name: string, provider: string) =>
      `W koszyku jest już ta sama usługa w tym czasie: ${name}, ${provider}.`,
    opposite: (name: string, provider: string) =>
      `W koszyku jest w tym czasie usługa, która działa w przeciwną stronę: ${name}, ${provider}.`,
    submit: 'Dodaj zaznaczone jako robocze',
  },
  done: {
    utworzono: 'Szablon został utworzony.',
    poprawiono: 'Poprawka została zapisana.',
    wycofano: 'Szablon został wycofany.',
    przywrocono: 'Szablon można znów stosować.',
    przekazano: 'Szablon został przekazany województwu.',
    cofnieto: 'Przekazanie zostało cofnięte.',
    udostepniono: 'Szablon widzą wszystkie zespoły województwa.',
    zakonczono: 'Szablon widzi znów tylko jego zespół.',
  },
} as const

/** What was just done with a template, by the code in the address. */
export const templateDone = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(templateMessages.done, code)
    ? templateMessages.done[code as keyof typeof templateMessages.done]
    : undefined

export const templateErrors: Record<string, (p: Params) => string> = {
  'template.restricted': () =>
    'Sprawa jest zastrzeżona: po szablonie poznałby ją ktoś, kto ma o niej nie wiedzieć.',
  'template.notFinished': () => 'Ten koszyk jeszcze trwa. Szablon powstaje z zakończonego koszyka.',
  'template.nothingChosen': () => 'Proszę zaznaczyć co najmniej jedną usługę.',
}

export const templateFieldErrors: Record<string, string> = {
  templateNamesSomebody:
    'W szablonie nie może być imienia ani nazwiska nikogo z tej rodziny ani numeru sprawy.',
}
