import { type PluralForms, plural } from '@/lib/format/plural'

const institutions: PluralForms = { one: 'instytucja', few: 'instytucje', many: 'instytucji' }

/** Words of the region at one glance. */
export const glanceMessages = {
  title: 'Region w skrócie',
  lead: 'Każda liczba otwiera listę zespołów, gmin albo instytucji, które się na nią składają.',
  figures: 'Zespoły',
  without: 'Gminy bez zespołu',
  late: 'Gminy spóźnione wobec planu',
  forming: 'Zespoły w tworzeniu',
  active: 'Zespoły aktywne',
  atRisk: 'Zespoły zagrożone',
  ofThem: 'w tym:',
  risks: {
    meeting: 'od kwartału nie było spotkania zespołu',
    expiring: 'porozumienie kończy się w 90 dni albo już się skończyło',
    core: 'brakuje instytucji podstawowej albo wymaganej',
    lines: 'ktoś po terminie nie odpowiedział na pytanie o usługę',
  },
  definition: 'Jak to liczymy',
  how: 'Gminy bez zespołu: gminy województwa, w których nie ma zespołu w żadnym stanie poza rozwiązanym. Spóźnione: gminy z planu, w których minął termin etapu. Zespoły: te, które Pani/Pan widzi (koordynator: całe województwo, animator: zespoły, którymi się opiekuje). Zagrożony: zespół aktywny albo zawieszony, którego dotyczy choć jedna z czterech przyczyn; zespół z kilkoma liczy się raz. Brak instytucji: podstawowej gminy albo powiatu, a także rodzaju, którego wymaga wersja modelu zespołu. Brak spotkania: dotyczy zespołu aktywnego, trzy miesiące od ostatniego spotkania, a bez niego od rozpoczęcia pracy. Brak odpowiedzi: liczy się tylko to, czy taka pozycja jest, nigdy ile ich jest i czyje są.',
  barriers: 'Bariery',
  barriersNone: 'Żadna instytucja nie odmówiła współpracy.',
  barriersAll: 'Wszystkie bariery',
  institutions: (n: number) => plural(n, institutions),
  coming: 'Najbliższe terminy',
  comingNone: 'W ciągu 60 dni nic nie jest planowane.',
  comingMore: (n: number) => `i jeszcze ${n} w planie`,
  visit: (name: string) => `Wizyta: ${name}`,
  stage: (stage: string, name: string) => `${stage}: ${name}`,
  agreement: (name: string) => `Koniec porozumienia: ${name}`,
  teamsOf: (what: string) => `Pokazano tylko zespoły: ${what}.`,
  teamFilter: { tworzone: 'w tworzeniu', kazde: 'zagrożone' },
  wholeList: 'Pokaż wszystkie zespoły',
} as const
