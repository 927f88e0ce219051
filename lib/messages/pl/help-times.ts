import { plural } from '@/lib/format/plural'

const days = { one: 'dniu roboczym', few: 'dniach roboczych', many: 'dniach roboczych' }

/** Words of the time-to-help strip and of its medians. */
export const helpMessages = {
  title: 'Jak szybko przyszła pomoc',
  referred: (on: string) => `Zgłoszenie: ${on}`,
  steps: { contact: 'Pierwszy kontakt', plan: 'Plan', service: 'Pierwsza usługa' },
  days: (n: number) => (n === 0 ? 'tego samego dnia' : `po ${plural(n, days)}`),
  notYet: 'jeszcze nie',
  definition:
    'Dni robocze od zgłoszenia, bez dnia zgłoszenia. Pierwszy kontakt: najwcześniejsze spotkanie, wizyta, rozmowa albo telefon z rodziną. Plan: dzień, od którego obowiązuje pierwsza wersja. Usługa: pierwsza odnotowana.',
  team: {
    contact: 'Od zgłoszenia do kontaktu',
    plan: 'Od zgłoszenia do planu',
    what: {
      contact: 'Mediana i 90. centyl dni roboczych od zgłoszenia do pierwszego kontaktu z rodziną.',
      plan: 'Mediana i 90. centyl dni roboczych od zgłoszenia do pierwszej obowiązującej wersji planu.',
    },
    how: 'Rodziny, które doszły do tego w ostatnich 12 miesiącach; z mniej niż 5 rodzin liczby nie pokazujemy. Dnia zgłoszenia nie liczy się.',
  },
} as const
