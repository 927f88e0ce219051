import { categories, serviceTypes } from '@/lib/catalogue'
import type { Shown, teamFigures } from '@/lib/dashboards'
import type { PaperData } from '@/lib/format/paper'
import { formatNumber, plural } from '@/lib/format/plural'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'

type Figures = Awaited<ReturnType<typeof teamFigures.execute>>

const zero: Shown = { kind: 'count', value: 0 }
const workingDays = { one: 'dzień roboczy', few: 'dni robocze', many: 'dni roboczych' }

/** A count as it is let through: small ones as `<5`, those that would give it away as a word. */
const words = (shown: Shown | undefined): string => {
  const { kind, ...rest } = shown ?? zero
  if (kind === 'few') return '<5'
  return kind === 'hidden' ? m.suppression.hiddenWord : formatNumber('value' in rest ? rest.value : 0)
}

/** The figures of a team's report, added to what its documents know anyway. */
export const withFigures = (data: PaperData, figures: Figures): PaperData => ({
  fields: {
    ...data.fields,
    zakonczone: words(figures.outcomes.get('all')),
    osiagniete: words(figures.outcomes.get('achieved')),
    powroty: words(figures.returns.get('returned')),
    oczekiwanie: figures.wait ? plural(figures.wait.median, workingDays) : m.table.none,
  },
  tables: {
    ...data.tables,
    etapy: [
      ...Object.entries(m.stages.names).map(([key, name]) => ({
        etap: name,
        liczba: words(figures.stages.get(key)),
      })),
      { etap: m.stages.all, liczba: words(figures.stages.get('all')) },
    ],
    uslugi: Object.entries(categories().serviceCategories)
      .filter(([key]) => figures.services.has(key))
      .map(([key, name]) => ({ dziedzina: name, liczba: words(figures.services.get(key)) })),
    // in the order of the catalogue: another order would tell which of two small counts is larger
    braki: serviceTypes()
      .filter(({ key }) => figures.unmet.has(key))
      .map(({ key, namePl }) => ({ usluga: namePl, liczba: words(figures.unmet.get(key)) })),
  },
})
