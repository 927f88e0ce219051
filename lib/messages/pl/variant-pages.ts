import { formatDate, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural } from '@/lib/format/plural'

type Params = Readonly<Record<string, string | number>>

const teams: PluralForms = { one: 'zespół', few: 'zespoły', many: 'zespołów' }
const changes: PluralForms = { one: 'zmiana', few: 'zmiany', many: 'zmian' }

/** Model variants of a voivodeship: what holds, its versions, the draft. */
export const variantMessages = {
  title: 'Modele pracy zespołów',
  lead: 'Trzy warianty modelu kooperacji i to, co województwo w nich ustaliło. Nowy zespół zaczyna z najnowszą wersją; zespół, który już pracuje, zachowuje swoją, dopóki ktoś jej nie zmieni.',
  link: 'Modele pracy zespołów',
  columns: {
    variant: 'Wariant',
    forWhom: 'Dla kogo',
    holds: 'Obowiązuje',
    teams: 'Zespoły',
    draft: 'Szkic',
  },
  heading: (key: string, name: string) => `Wariant ${key}: ${name}`,
  nationalTitle: 'Model krajowy',
  versionTitle: (number: number) => `Wersja ${number}`,
  teams: (count: number) => plural(count, teams),
  draftThere: 'jest szkic',
  noDraft: 'nie ma',
  shown: {
    national: 'Co mówi model krajowy',
    version: (number: number) => `Co mówi wersja ${number}`,
  },
  older: (shown: string, holds: string) => `To jest ${shown}. Nowe zespoły zaczynają z inną: ${holds}.`,
  showNewest: 'Pokaż to, co obowiązuje',
  versions: {
    title: 'Wersje',
    lead: 'Ogłoszona wersja już się nie zmienia.',
    holds: 'obowiązuje',
    nationalNote: 'Z tym modelem zaczyna każde województwo.',
    show: (what: string) => `Pokaż: ${what}`,
    changes: (from: string) => `Co się zmieniło: ${from}`,
  },
  draft: {
    title: 'Szkic nowej wersji',
    begin: 'Zacznij nową wersję',
    beginLead: 'Szkic widzi tylko ROPS. Zespoły dowiedzą się o nim, gdy zostanie ogłoszony.',
    from: 'Od czego zacząć',
    open: 'Otwórz szkic',
    there: (on: IsoDate) => `Szkic zmieniono ostatnio ${formatDate(on)}. Widzi go tylko ROPS.`,
    parts: {
      nazwy: 'Nazwy',
      terminy: 'Terminy i spotkania',
      instytucje: 'Instytucje',
      dokumenty: 'Dokumenty',
      obszary: 'Obszary diagnozy',
    },
    partsLabel: 'Części szkicu',
    look: 'Zmiany i ogłoszenie',
    save: 'Zapisz tę część',
    saved: 'Zapisano. Inne części szkicu są bez zmian.',
    leads: {
      nazwy: 'Jak w województwie nazywają się zespół, plan i role.',
      terminy:
        'Ile czasu ma każdy krok i jak często są spotkania. Zespół może ustalić własny termin. To, co już biegnie, zachowuje swój dzień.',
      instytucje:
        'Bez wymaganej instytucji zespół nie rozpocznie pracy; brak zalecanej widać na stronie zespołu. Ośrodek pomocy społecznej (albo CUS, MOPR) i PCPR są zawsze.',
      dokumenty:
        'O co jeszcze pyta się przed krokiem. Czego wymaga sam model, stoi przy kroku i zostaje w każdej wersji.',
      obszary:
        'Co opisuje się z rodziną, pod jaką nazwą i w jakiej kolejności. Obszar, którego dotyczy potrzeba rodziny, opisuje się zawsze.',
    },
    roles: 'Nazwy ról',
    rolesLead:
      'Nad polem stoi nazwa wspólna, w polu nazwa w tym wariancie. Puste pole oznacza nazwę wspólną.',
    levels: 'Kto pracuje z rodziną',
    levelsHint: 'Przy dwóch poziomach osobny zespół przy rodzinie ma swoją nazwę i swój skład.',
    level: {
      one: 'Jeden poziom: z rodziną pracuje sam zespół',
      two: 'Dwa poziomy: zespół instytucji i osobny zespół przy rodzinie',
    },
    national: 'W modelu krajowym',
    here: 'W tej wersji',
    count: (step: string) => `Ile: ${step}`,
    unit: (step: string) => `W czym: ${step}`,
    units: { calendar: 'dni kalendarzowe', business: 'dni robocze' },
    months: 'miesięcy',
    kind: 'Instytucja',
    use: 'W zespole',
    kindUses: { none: 'bez wskazania', recommended: 'zalecana', required: 'wymagana' },
    always: (names: string) => `Zawsze: ${names}.`,
    nothingAlways: 'Sam model niczego tu nie wymaga.',
    area: 'Obszar krajowy',
    areaName: 'Nazwa',
    areaNameOf: (area: string) => `Nazwa: ${area}`,
    areaUse: 'Czy opisywać',
    areaUseOf: (area: string) => `Czy opisywać: ${area}`,
    areaUses: { asked: 'gdy dotyczy rodziny', always: 'zawsze', no: 'nie ma go w tej wersji' },
    areaPlace: 'Kolejność',
    areaPlaceOf: (area: string) => `Kolejność: ${area}`,
  },
  publish: {
    title: 'Zmiany i ogłoszenie',
    lead: (holds: string) => `Co szkic zmienia wobec tego, co dziś obowiązuje (${holds}).`,
    count: (count: number) => plural(count, changes),
    form: 'Ogłoś nową wersję',
    formLead:
      'Nowe zespoły zaczną z tą wersją. Liderzy i animatorzy zespołów tego wariantu dostaną powiadomienie i sami zdecydują, czy zespół na nią przejdzie. Ogłoszonej wersji nie da się zmienić.',
    note: 'Co się zmienia i dlaczego',
    submit: 'Ogłoś wersję',
    nothing: 'Szkic niczego nie zmienia, dlatego nie ma czego ogłosić.',
    back: 'Wróć do szkicu',
    drop: 'Usuń szkic',
    dropLead: 'Szkicu nie da się odzyskać. To, co obowiązuje, zostaje bez zmian.',
  },
  compare: {
    title: 'Porównanie wersji',
    link: 'Porównaj wersje',
    from: 'Co porównać',
    to: 'Z czym porównać',
    submit: 'Porównaj',
    draft: 'szkic',
    result: (from: string, to: string) => `${from} → ${to}`,
  },
  model: {
    always: 'Zawsze w zespole',
    alwaysKinds: 'ośrodek pomocy społecznej (albo CUS, MOPR) i PCPR',
    none: 'brak',
    names: 'Nazwy i role',
    levels: 'Praca z rodziną',
  },
} as const

const done: Readonly<Record<string, string>> = {
  usunieto: 'Szkic został usunięty.',
  ogloszono: 'Wersja jest ogłoszona. Liderzy i animatorzy zespołów dostali powiadomienie.',
}

/** What was just done with a variant, by the code in the address. */
export const variantDone = (code: string): string | undefined =>
  Object.hasOwn(done, code) ? done[code] : undefined

export const variantErrors: Record<string, (p: Params) => string> = {
  'variant.draftThere': () => 'Szkic tego wariantu już jest. Proszę go otworzyć albo usunąć.',
  'variant.published': () => 'Ta wersja jest już ogłoszona i się nie zmienia. Proszę zacząć nową.',
  'variant.unchanged': () => 'Szkic niczego nie zmienia wobec tego, co obowiązuje.',
}

export const variantFieldErrors: Record<string, string> = {
  areaNameTaken: 'Inny obszar ma już taką nazwę.',
  safetyArea: 'Bezpieczeństwo opisuje się z każdą rodziną: tego obszaru nie można pominąć.',
  twice: 'Instytucja jest albo wymagana, albo zalecana.',
}

/** What was done with a variant, for the access log. */
export const variantActions = {
  'variant.draft': 'szkic nowej wersji wariantu modelu',
  'variant.saveDraft': 'zmiana szkicu wariantu modelu',
  'variant.publish': 'ogłoszenie wersji wariantu modelu',
  'variant.dropDraft': 'usunięcie szkicu wariantu modelu',
} as const
