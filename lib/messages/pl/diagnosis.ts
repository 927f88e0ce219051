import { formatDate, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural } from '@/lib/format/plural'

const scored: PluralForms = { one: 'obszar oceniony', few: 'obszary ocenione', many: 'obszarów ocenionych' }

/** The areas with the family: scale with two voices, strengths first, needs. */
export const diagnosisMessages = {
  title: 'Diagnoza',
  index: {
    title: (n: number) => plural(n, { one: 'obszar', few: 'obszary', many: 'obszarów' }),
    lead: (done: number) => `${plural(done, scored)}. Oceny: zespół · rodzina`,
    label: 'Obszary diagnozy',
    team: 'zespół',
    family: 'rodzina',
    none: 'nie dotyczy',
    empty: 'brak oceny',
    always: 'wymagany zawsze',
    touched: 'wymagany: dotyczy go potrzeba',
    byModel: 'wymagany w tym modelu',
    outside: 'poza modelem tej sprawy',
  },
  round: {
    kinds: { start: 'na początku współpracy', mid: 'w trakcie współpracy', end: 'na koniec współpracy' },
    line: (kind: string, on: IsoDate) => `Ocena ${kind}, od ${formatDate(on)}.`,
    closed: (on: IsoDate) => `Ta ocena jest zamknięta od ${formatDate(on)}.`,
    none: 'Ocena zacznie się od pierwszego zapisanego obszaru.',
    start: 'Rozpocznij nową ocenę',
    complete: 'Zamknij tę ocenę',
    profile: 'Obraz obszarów',
    profileLead: 'Jak zespół i jak sama rodzina oceniają życie w kolejnych ocenach.',
  },
  area: {
    question: 'Co jest najbliżej prawdy?',
    caption: (name: string) => `Skala od 0 do 4 dla obszaru ${name}, głos zespołu i głos rodziny`,
    none: 'Nie dotyczy tej rodziny',
    team: 'Zespół',
    family: 'Rodzina',
    behind: 'Co za tym stoi',
    behindLead: 'Zaczynamy od tego, co działa. Każde pole można zostawić puste.',
    strengths: 'Mocne strony, każda w osobnym wierszu',
    strengthsHint: 'Co działa, co umieją, na kogo mogą liczyć. Zapisane wcześniej zostają.',
    strengthsKnown: 'Już zapisane',
    texts: {
      causes: 'Przyczyny trudności',
      deficits: 'Czego brakuje',
      needs: 'Potrzeby, opis',
      expectations: 'Oczekiwania rodziny, jej słowami',
    },
    outside:
      'Model, według którego toczy się ta sprawa, nie ma tego obszaru. Zostaje to, co zapisano wcześniej; nowych ocen się tu nie dopisuje.',
    criminal: 'Sprawy karne',
    criminalLead:
      'Widzą tylko osoby, na które rodzina się zgodziła w kategorii spraw karnych. Bez tej zgody tego pola nie ma.',
    differs: (by: number) =>
      by > 0
        ? `Rodzina ocenia o ${by} wyżej niż zespół. Obie oceny są ważne: na stronie planu różnica czeka jako temat rozmowy.`
        : `Rodzina ocenia o ${-by} niżej niż zespół. Obie oceny są ważne: na stronie planu różnica czeka jako temat rozmowy.`,
    save: 'Zapisz',
    saveNext: 'Zapisz i przejdź dalej',
    saved: 'Zapisano.',
    previous: (name: string) => `Poprzedni: ${name}`,
    next: (name: string) => `Następny: ${name}`,
  },
  whole: {
    open: 'Wszystkie obszary na jednej stronie',
    title: 'Diagnoza na jednej stronie',
    lead: 'Oceny obu głosów dla wszystkich obszarów; opisy tam, gdzie są potrzebne.',
    describe: (name: string) => `Opisz: ${name}`,
    submit: 'Zapisz całość',
    back: 'Po jednym obszarze',
  },
  voice: {
    title: 'Głos rodziny',
    lead: 'Co rodzina powiedziała o swojej sytuacji, jej słowami. Bez tego diagnoza nie jest skończona.',
    label: 'Co powiedziała rodzina',
    save: 'Zapisz głos rodziny',
    empty: 'Jeszcze nie zapisano.',
    none: 'W tej ocenie nie zapisano głosu rodziny albo nie obejmuje go zgoda dla tej instytucji.',
  },
  strengths: {
    title: 'Mocne strony',
    lead: 'Co działa i na czym można budować. Na mocnych stronach opierają się cele.',
    empty: 'Nie zapisano jeszcze żadnej mocnej strony.',
    add: 'Dodaj mocną stronę',
    body: 'Mocna strona',
    bodyHint: 'Jedno zdanie, na przykład: mama pracuje bez przerwy od trzech lat.',
    area: 'W którym obszarze',
    person: 'Czyja',
    whole: 'cała rodzina',
    saidBy: 'Kto ją widzi',
    said: { team: 'zespół', family: 'mówi o niej rodzina' },
    save: 'Zapisz',
    mend: 'Popraw',
    end: 'Zakończ',
    endButton: 'Zakończ mocną stronę',
    reason: 'Dlaczego już jej nie ma',
    ended: (on: IsoDate, reason: string | null) =>
      reason ? `do ${formatDate(on)}: ${reason}` : `do ${formatDate(on)}`,
    since: (on: IsoDate) => `od ${formatDate(on)}`,
    past: 'Dawniej',
  },
  needs: {
    title: 'Potrzeby',
    lead: 'Z katalogu potrzeb: do każdej podpowiemy usługi w koszyku.',
    empty: 'Nie ma jeszcze żadnej potrzeby.',
    whole: 'cała rodzina',
    add: 'Dodaj potrzebę',
    need: 'Potrzeba',
    person: 'Czyja',
    severity: 'Jak pilna i ciężka',
    severities: { 1: 'lekka', 2: 'średnia', 3: 'ciężka' } as Record<number, string>,
    description: 'Opis',
    close: 'Zakończ potrzebę',
    reason: 'Dlaczego już jej nie ma',
    closed: (on: IsoDate) => `zakończona ${formatDate(on)}`,
    unmet: (on: IsoDate) => `odnotowany brak usługi od ${formatDate(on)}`,
    mend: 'Zmień',
    save: 'Zapisz',
  },
  finish: {
    title: 'Do planu brakuje',
    ready: 'Karta diagnozy jest gotowa.',
    required: (name: string) => `${name}: potrzebna ocena zespołu`,
    others: (names: string) => `Można jeszcze ocenić albo oznaczyć „nie dotyczy”: ${names}`,
    voice: 'Głos rodziny',
    submit: 'Zakończ diagnozę i przejdź do planu',
  },
  readOnly: 'Na tym etapie diagnozę można tylko przeglądać.',
  doneNotes: {
    obszar: 'Obszar zapisany.',
    calosc: 'Zapisano wszystkie obszary.',
    glos: 'Głos rodziny zapisany.',
    potrzeba: 'Potrzeba zapisana.',
    'mocna-strona': 'Mocna strona zapisana.',
    runda: 'Zapisano.',
  },
} as const

export const diagnosisErrors: Record<string, (p: Readonly<Record<string, string | number>>) => string> = {
  'diagnosis.roundClosed': () => 'Ta ocena jest zamknięta. Proszę rozpocząć nową.',
  'diagnosis.roundOpen': () => 'Poprzednia ocena jest jeszcze otwarta.',
  'diagnosis.noRound': () => 'Ocenę rozpoczyna koordynator rodziny albo asystent.',
  'diagnosis.areas': (p) => `Brakuje jeszcze oceny zespołu w wymaganych obszarach: ${p.names}.`,
}

export const diagnosisFieldErrors: Record<string, string> = {
  needClosed: 'Rodzina nie zgodziła się na przekazanie danych tego rodzaju tej instytucji.',
  needTwice: 'Ta potrzeba tej osoby jest już na liście.',
  strengthTwice: 'Ta mocna strona jest już zapisana.',
  strengthLong: 'Jedna mocna strona może mieć najwyżej 300 znaków. Kolejną proszę zacząć w nowym wierszu.',
}
