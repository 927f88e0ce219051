import { type PluralForms, plural, pluralForm } from '@/lib/format/plural'

const days: PluralForms = { one: 'dzień', few: 'dni', many: 'dni' }
const lines: PluralForms = { one: 'pozycji', few: 'pozycji', many: 'pozycji' }
const deliveries: PluralForms = { one: 'raz', few: 'razy', many: 'razy' }

/** Words inside pictures and in their text twins. */
export const chartMessages = {
  twin: 'Te same dane w tabeli',
  definition: 'Jak to liczymy',
  coverage: {
    need: 'Potrzeba i osoba',
    conclusion: 'Wniosek',
    key: 'Znaki na splotach',
    knots: {
      going: 'trwa',
      done: 'zrobione',
      promise: 'obiecane',
      ask: 'pytamy',
      refused: 'odmowa',
      twice: 'dwa razy',
      ended: 'bez efektu',
    },
    keys: {
      going: 'trwa',
      done: 'zrobione',
      promise: 'przyjęte, nie zaczęło się',
      ask: 'czeka na odpowiedź',
      refused: 'odmowa',
      twice: 'dwie instytucje, to samo',
      ended: 'zakończone bez efektu',
    },
    gap: 'potrzeba bez usługi',
  },
  timeline: {
    title: (n: number, from: string, to: string) =>
      `Oś czasu ${n} ${pluralForm(n, lines)} koszyka, ${from} – ${to}. Te same dane są w tabeli pod rysunkiem.`,
    today: (day: string) => `dziś ${day}`,
    todayPhone: (date: string) => `Pionowa linia to dziś, ${date}.`,
    months: ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'],
    states: {
      going: 'w realizacji',
      done: 'zrobione',
      promise: 'nie zaczęło się',
      ask: 'czeka na odpowiedź',
      late: 'odmowa',
      off: 'bez efektu',
    },
    line: 'Pozycja',
    state: 'Stan',
    period: 'Kiedy',
    delivered: 'Odbyło się',
    deliveries: (n: number) => plural(n, deliveries),
    open: 'bez końca',
  },
  area: {
    same: 'bez zmian',
    better: (by: number) => `lepiej o ${by}`,
    worse: (by: number) => `gorzej o ${by}`,
    once: 'jedna ocena',
    none: 'jeszcze nie',
    fromTo: (from: number, to: number) => `z ${from} na ${to}, `,
    only: (value: number) => `${value}, `,
  },
  help: {
    days: (n: number) => plural(n, days),
    segment: 'Odcinek',
    total: 'Razem',
    compared: (label: string, n: number) => `${label}, ${n}`,
    table: 'Czas w dniach roboczych',
    missing: 'za mało danych',
  },
  map: {
    few: 'mniej niż 5',
    none: 'bez danych',
    schematic: 'Mapa schematyczna.',
    unit: 'Obszar',
    value: 'Wartość',
    title: (title: string) => `${title}. Te same dane są w tabeli.`,
    key: 'Legenda mapy',
  },
} as const
