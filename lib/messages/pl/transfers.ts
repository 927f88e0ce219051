import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'

const people = { one: 'osoba', few: 'osoby', many: 'osób' }
const kids = { one: 'dziecko', few: 'dzieci', many: 'dzieci' }

/** A family moves and its case is offered to the team of another gmina. */
export const transferMessages = {
  title: 'Przekazanie sprawy',
  lead: 'Rodzina się przeprowadza, a praca ma trwać w nowej gminie. Nazwiska przejdą dopiero, gdy zgodzi się tamten zespół i rodzina.',
  link: 'Rodzina się przeprowadza? Przekaż sprawę zespołowi innej gminy',
  linkShort: 'Przekazanie sprawy innemu zespołowi',
  back: 'Zakończenie',
  none: 'Tej sprawy nikomu nie przekazywano.',
  came: 'Ta sprawa przyszła z innego zespołu.',
  cameLink: 'Skąd przyszła i jakie usługi trwają',
  done: {
    zapytano: 'Zapytano tamten zespół. Odpowiedź przyjdzie w powiadomieniach.',
    cofnieto: 'Przekazanie cofnięte. Sprawa zostaje w tym zespole.',
    przekazano: 'Sprawa przekazana. Tutaj zostaje jej historia, tylko do czytania.',
    przyjeto: 'Przyjęto. Nazwiska przejdą, gdy zgodzi się rodzina.',
    odmowiono: 'Odmówiono. Tamten zespół dostał powód.',
  },
  status: {
    offered: { name: 'czeka na odpowiedź', tone: 'wait' },
    accepted: { name: 'przyjęte', tone: 'going' },
    declined: { name: 'odmowa', tone: 'off' },
    withdrawn: { name: 'cofnięte', tone: 'off' },
    passed: { name: 'przekazane', tone: 'done' },
  },
  request: {
    title: 'Zapytaj inny zespół',
    lead: 'Tamten zespół zobaczy liczbę osób, zwykłe trudności i Pani/Pana telefon. Nie zobaczy nazwisk, numeru sprawy ani danych wrażliwych.',
    search: 'Szukaj gminy albo zespołu',
    searchHint: 'Bez szukania widać zespoły najbliższe.',
    team: 'Zespół, który ma przejąć rodzinę',
    teams: (n: number) => `Pokazano najbliższe ${n}. Inne można znaleźć, szukając gminy.`,
    noTeams: 'Nie ma takiego zespołu. Proszę poszukać innej gminy.',
    movedOn: 'Kiedy rodzina się przeprowadziła albo przeprowadzi',
    note: 'Dlaczego przekazujemy',
    noteHint: 'Te słowa zostają w tym zespole.',
    submit: 'Zapytaj zespół',
  },
  live: {
    title: 'Trwające przekazanie',
    to: 'Do kogo',
    state: 'Stan',
    movedOn: 'Przeprowadzka',
    due: 'Odpowiedź do',
    asked: 'Kto pyta',
    answered: 'Kto odpowiedział',
    note: 'Dlaczego',
    answer: 'Co odpowiedziano',
    late: (on: IsoDate) => `${formatDate(on)}, po terminie`,
  },
  people: {
    title: 'Kto i co przejdzie',
    lead: 'Zgodę na nową instytucję zapisujemy tak jak każdą inną, w zgodach: stoi tam teraz także ona.',
    consents: 'Otwórz zgody',
    opens: 'Przejdzie',
    nothing: 'nie przejdzie: bez zgody na dane podstawowe',
    basic: 'imię i nazwisko, data urodzenia, PESEL, telefon',
    needs: (names: string) => `; trudności w rodzajach: ${names}`,
    missing: (names: string) => `Brakuje zgody osób dorosłych: ${names}.`,
    never:
      'Nie przechodzą: notatki, diagnoza, plan, dokumenty, adres, oznaczenia ochrony z powodem i zgody wobec innych instytucji. Nowy zespół rozmawia z rodziną od nowa.',
  },
  pass: {
    title: 'Przekaż sprawę',
    lead: 'Ta sprawa się zakończy, a w nowym zespole powstanie zgłoszenie. Historia zostaje tutaj, tylko do czytania.',
    waitsAnswer: 'Najpierw musi odpowiedzieć tamten zespół.',
    waitsConsent: 'Najpierw potrzebna jest zgoda osób dorosłych.',
    waitsCoordinator: 'Ten krok należy do koordynatora zespołu.',
    lines: 'Usługi, które trwają dalej i które przejmie nowy zespół',
    linesHint: 'Każdą usługę trzeba wcześniej zakończyć albo zaznaczyć tutaj.',
    carried: 'już zaznaczona jako trwająca',
    unanswered: 'Na te pytania nikt nie odpowiedział. Proszę je najpierw zakończyć:',
    noLines: 'Wszystkie usługi są zakończone.',
    submit: 'Przekaż sprawę',
  },
  withdraw: { title: 'Cofnij przekazanie', reason: 'Dlaczego', submit: 'Cofnij przekazanie' },
  earlier: {
    title: 'Wcześniejsze przekazania',
    line: (team: string, on: string) => `${team}, zapytano ${on}`,
    reason: (words: string) => `Powód: ${words}`,
  },
  origin: {
    title: 'Skąd przyszła sprawa',
    from: 'Zespół',
    institution: 'Instytucja',
    number: 'Numer tamtej sprawy',
    movedOn: 'Przeprowadzka',
    passedOn: 'Przekazano',
    call: 'Kto zna rodzinę',
    lines: 'Usługi, które trwają',
    linesLead: 'Zaczęły się w poprzednim zespole. Proszę je wziąć do planu albo zakończyć z wykonawcą.',
    period: (from: IsoDate, to: IsoDate | null) =>
      to ? `${formatDate(from)} – ${formatDate(to)}` : `od ${formatDate(from)}`,
    noLines: 'Żadna usługa nie trwa dalej.',
  },
  offers: {
    title: 'Rodziny z innych gmin',
    lead: 'Inne zespoły pytają, czy przejmą Państwo pracę z rodziną, która się przeprowadza.',
    link: 'Rodziny z innych gmin',
    empty: 'Nikt o nic nie pyta',
    emptyText: 'Gdy inny zespół zechce przekazać rodzinę, pytanie pojawi się tutaj i w powiadomieniach.',
    waiting: 'Czekają na odpowiedź',
    over: 'Po odpowiedzi',
    none: 'Nic tu nie ma.',
    from: (team: string, gmina: string | null) => (gmina ? `${team}, gmina ${gmina}` : team),
    to: 'Zespół, o który pytają',
    persons: (n: number, children: number) =>
      children > 0 ? `${plural(n, people)}, w tym ${plural(children, kids)}` : plural(n, people),
    who: 'Ile osób',
    needs: 'Trudności',
    needsNote: 'Danych wrażliwych nie pokazujemy, może ich być więcej.',
    noNeeds: 'nie podano',
    moved: 'Przeprowadzka',
    due: 'Odpowiedź do',
    call: 'Kogo zapytać',
    answer: 'Odpowiedź',
    accept: 'Przyjmujemy',
    acceptHint: 'Sprawa zacznie się u Państwa od zgłoszenia, gdy rodzina się zgodzi.',
    decline: 'Nie możemy',
    declineHint: 'Tamten zespół przeczyta powód.',
    note: 'Słowo do tamtego zespołu',
    noteHint: 'Przy odmowie potrzebny jest powód.',
    submit: 'Odpowiedz',
    answerTo: (from: string) => `Odpowiedź dla: ${from}`,
    waitsFamily: 'Czekamy na zgodę rodziny.',
    openCase: 'Otwórz sprawę',
  },
} as const

export const transferErrors: Record<string, () => string> = {
  'transfer.redirectInstead': () =>
    'Tej rodziny nikt jeszcze nie zakwalifikował. Na tym etapie proszę przekierować zgłoszenie.',
  'transfer.environment': () => 'Środowisko lokalne się nie przeprowadza: tej sprawy nie można przekazać.',
  'transfer.waits': () => 'Ta sprawa ma już trwające przekazanie. Proszę je najpierw cofnąć.',
  'transfer.consents': () =>
    'Brakuje zgody osoby dorosłej na przekazanie danych nowej instytucji. Proszę ją zapisać w zgodach.',
  'transfer.openLines': () =>
    'Co najmniej jedna usługa trwa. Proszę ją zakończyć albo zaznaczyć, że przejmie ją nowy zespół.',
}

export const transferFieldErrors: Record<string, string> = {
  movedTooFar: 'To za wcześnie: najdalej 60 dni przed przeprowadzką.',
  transferTeamClosed: 'Ten zespół nie przyjmuje teraz rodzin. Proszę wybrać inny.',
}
