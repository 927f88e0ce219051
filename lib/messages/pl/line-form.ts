import { formatDate, type IsoDate } from '@/lib/format/dates'

export const weekdayNames = {
  1: 'poniedziałek',
  2: 'wtorek',
  3: 'środa',
  4: 'czwartek',
  5: 'piątek',
  6: 'sobota',
  7: 'niedziela',
} as const

const onWeekdays: Readonly<Record<number, string>> = {
  1: 'w poniedziałki',
  2: 'we wtorki',
  3: 'w środy',
  4: 'w czwartki',
  5: 'w piątki',
  6: 'w soboty',
  7: 'w niedziele',
}

/** "we wtorki o 13:00"; empty where neither is agreed. */
export const atText = (weekday: number | null, atTime: string | null): string =>
  [weekday ? (onWeekdays[weekday] ?? '') : '', atTime ? `o ${atTime.replace(/^0/u, '')}` : '']
    .filter(Boolean)
    .join(' ')

export const priorityNames = {
  1: 'najpierw: bez tego reszta nie pomoże',
  2: 'ważne',
  3: 'może poczekać',
} as const

export const priorityName = (priority: number): string | null =>
  priorityNames[priority as keyof typeof priorityNames] ?? null

export const satisfactionNames = {
  1: '1, wcale nie pomogło',
  2: '2',
  3: '3, trochę pomogło',
  4: '4',
  5: '5, bardzo pomogło',
} as const

export const outcomeNames: Readonly<Record<string, string>> = {
  achieved: 'osiągnięty',
  partly: 'osiągnięty częściowo',
  not: 'nieosiągnięty',
}

/** The form of a line: the rarer fields, another service or institution, a draft that is changed. */
export const lineFormMessages = {
  when: 'Więcej: ile, kiedy, gdzie, kto',
  why: 'Więcej: cele, kolejność, pieniądze',
  weekday: 'Dzień tygodnia',
  anyDay: 'do ustalenia',
  time: 'Godzina',
  timeHint: 'Na przykład 13:00.',
  needs: 'Pomaga też na inne potrzeby',
  goals: 'Cele, którym służy',
  goalsHint: 'Bez wyboru: cele, do których należy potrzeba.',
  priority: 'Jak ważna',
  noPriority: 'bez wskazania',
  dependsOn: 'Zależy od innej pozycji',
  noDependence: 'od żadnej',
  coProviders: 'Pomagają także',
  coProvidersOf: (n: number) =>
    n === 0 ? 'Inne instytucje, które pomagają' : `Inne instytucje, które pomagają (${n})`,
  coProvidersHint: 'Odpowiada jedna instytucja. Pozostałe są tylko wymienione i nie dostają danych.',
  satisfaction: 'Jak ocenia rodzina',
  noSatisfaction: 'jeszcze nie pytano',
  category: 'Rodzaj danych',
  status: 'Stan',
  since: (status: string, on: IsoDate) => `${status}, od ${formatDate(on)}`,
  answerDue: 'Termin odpowiedzi',
  queue: 'Na liście oczekujących',
  queueSince: (on: IsoDate) => `od ${formatDate(on)}`,
  outcome: 'Wynik',
  phone: 'Telefon wykonawcy',
  other: {
    title: 'Inna usługa albo instytucja',
    text: 'Cały katalog usług i wszystkie instytucje z rejestru, także spoza zespołu.',
    service: 'Usługa z katalogu',
    provider: 'Instytucja',
    submit: 'Wybierz',
  },
  invite: {
    title: (name: string) => `${name} nie jest jeszcze w zespole rodziny`,
    text: 'Zaproszenie niczego nie pokazuje. Dopiero zgoda rodziny albo podstawa prawna otwiera tej instytucji dane.',
    outside: 'Ta instytucja jest spoza zespołu, więc potrzebne jest uzasadnienie.',
    reason: 'Dlaczego jest potrzebna',
    submit: 'Zaproś do zespołu rodziny',
    byCoordinator: 'Zaprasza koordynator rodziny albo koordynator zespołu.',
    done: 'Instytucja zaproszona. Teraz potrzebna jest zgoda rodziny albo podstawa prawna.',
  },
  edit: {
    title: 'Zmień roboczą pozycję',
    link: 'Zmień',
    save: 'Zapisz zmiany',
    sent: 'To pytanie zostało już wysłane',
    sentText: 'Zmienić można tylko roboczą pozycję. Wysłaną można anulować i zapytać jeszcze raz.',
    back: 'Wróć do pozycji',
    done: 'Robocza pozycja zmieniona.',
  },
} as const
