import { definitionOf } from '@/app/(app)/region/definitions'
import { Figure } from '@/app/(app)/region/parts'
import { type IndicatorRow, Indicators } from '@/components/charts/indicators'
import type { Overview, Shown } from '@/lib/dashboards'
import { formatNumber } from '@/lib/format/plural'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'

const zero: Shown = { kind: 'count', value: 0 }

/** The country's figures, each with its unit, its comparison and how it is counted. */
export const CountryIndicators = ({ total, services, without }: Overview & { without: number }) => {
  const rows: IndicatorRow[] = [
    {
      id: 'teams',
      name: m.indicators.teams,
      value: formatNumber(total.working),
      change: m.indicators.ofGminas(total.gminas),
      ...definitionOf('teams'),
    },
    {
      id: 'families',
      name: m.indicators.families,
      value: <Figure shown={total.families} />,
      change: m.indicators.inGminas(total.working),
      ...definitionOf('families'),
    },
    {
      id: 'success',
      name: m.indicators.success,
      value: total.successShare === null ? m.table.none : m.table.percent(total.successShare),
      change: (
        <>
          {m.indicators.ofFinished} <Figure shown={total.finished} />
        </>
      ),
      ...definitionOf('success'),
    },
    {
      id: 'wait',
      name: m.indicators.wait,
      value: total.wait ? formatNumber(total.wait.median) : m.table.none,
      unit: total.wait ? m.indicators.unitDays : undefined,
      change: total.wait ? m.indicators.ninth(total.wait.ninth) : undefined,
      ...definitionOf('wait'),
    },
    {
      id: 'services',
      name: m.indicators.services,
      value: <Figure shown={services.get('all') ?? zero} />,
      change: m.indicators.inTwelveMonths,
      ...definitionOf('services'),
    },
    {
      id: 'without',
      name: m.indicators.without,
      value: formatNumber(without),
      change: m.indicators.forming(total.forming),
      ...definitionOf('without'),
    },
  ]
  return <Indicators rows={rows} />
}
