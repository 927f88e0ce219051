import { formatDate, type IsoDate, isIsoDate } from '@/lib/format/dates'
import { formatMoney } from '@/lib/format/money'
import { frequencyNames, quantityText } from '@/lib/messages/pl/baskets'
import { weekdayNames } from '@/lib/messages/pl/line-form'

type Value = string | number | readonly string[] | null

const none = 'nie podano'

const numbers: Readonly<Record<string, (value: number, unit: string) => string>> = {
  quantity: (value, unit) => quantityText(Math.round(value * 100), unit),
  weekday: (value) => weekdayNames[value as keyof typeof weekdayNames] ?? none,
  cost: formatMoney,
  coPayment: formatMoney,
}

const texts: Readonly<Record<string, (value: string) => string>> = {
  frequency: (value) => frequencyNames[value as keyof typeof frequencyNames] ?? value,
  atTime: (value) => value.replace(/^0/u, ''),
}

const dateOr = (value: string): string => (isIsoDate(value) ? formatDate(value as IsoDate) : value)

/** A signed value in words: "z 1 godzina", "4.12.2026", "nie podano". */
export const signedText = (attribute: string, value: Value, unit = ''): string => {
  if (value === null) return none
  if (typeof value === 'number') return numbers[attribute]?.(value, unit) ?? String(value)
  if (typeof value === 'string') return texts[attribute]?.(value) ?? dateOr(value)
  return value.length === 0 ? none : value.join(', ')
}

/** What changed between two versions of a plan. */
export const planChangeMessages = {
  title: 'Co się zmieniło',
  lead: (from: number, to: number) => `Wersja ${to} w porównaniu z wersją ${from}: to, co podpisano.`,
  from: 'Wersja wcześniejsza',
  to: 'Wersja późniejsza',
  version: (n: number) => `Wersja ${n}`,
  compare: 'Porównaj',
  why: 'Dlaczego plan się zmienił',
  reason: (n: number, reason: string) => `Wersja ${n}: ${reason}`,
  noReason: 'Nie zapisano powodu.',
  same: 'Treść obu wersji jest taka sama.',
  oneVersion: 'Wybrano dwa razy tę samą wersję.',
  broken: (n: number) =>
    `Uwaga: treść wersji ${n} nie zgadza się ze skrótem zapisanym przy zatwierdzeniu. Porównanie może być fałszywe.`,
  period: 'Daty planu',
  lines: { added: 'Usługi dodane', dropped: 'Usługi, których już nie ma', changed: 'Usługi zmienione' },
  goals: {
    added: 'Cele dodane',
    dropped: 'Cele, których już nie ma (zakończone albo porzucone)',
    changed: 'Cele zmienione',
  },
  what: 'Co',
  was: 'Było',
  is: 'Jest',
  caption: (name: string) => `Zmiany: ${name}`,
  everybody: 'dla wszystkich',
  attributes: {
    title: 'Nazwa',
    service: 'Rodzaj usługi',
    provider: 'Kto wykonuje',
    beside: 'Razem z',
    scope: 'Zakres',
    persons: 'Dla kogo',
    goals: 'Do jakiego celu',
    place: 'Gdzie',
    frequency: 'Jak często',
    quantity: 'Ile za każdym razem',
    weekday: 'Dzień tygodnia',
    atTime: 'Godzina',
    from: 'Od kiedy',
    to: 'Do kiedy',
    cost: 'Koszt planowany',
    coPayment: 'Dopłata rodziny',
    funding: 'Źródło finansowania',
    indicator: 'Po czym poznamy',
    baseline: 'Jak jest teraz',
    target: 'Jak ma być',
    unit: 'W czym liczymy',
    familyWords: 'Jak mówi o tym rodzina',
    strengths: 'Na czym się opiera',
    due: 'Do kiedy',
  },
} as const
