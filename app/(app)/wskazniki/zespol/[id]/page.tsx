import { Figure, SuppressionNote } from '@/app/(app)/region/parts'
import { Splits } from '@/app/(app)/region/splits'
import { Indicators } from '@/components/charts/indicators'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { type Shown, shareOf, teamFigures } from '@/lib/dashboards'
import { formatNumber } from '@/lib/format/plural'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.team.title }

const zero: Shown = { kind: 'count', value: 0 }

/** The figures of one team for its councillors and leaders: no name, no number of a case. */
export default definePage({
  permission: 'figures.team',
  render: async ({ actor, params }) => {
    const team = await teamFigures.execute(actor, { teamId: params.id ?? '' })
    const finished = team.outcomes.get('all') ?? zero
    const share = shareOf(team.outcomes.get('achieved') ?? zero, finished)
    return (
      <>
        <Crumbs items={[{ label: team.name, href: paths.team(team.id) }, { label: m.team.title }]} />
        <PageHead title={m.team.title} lead={m.team.lead(team.institutions)} />
        <Section id="wskazniki" title={m.country.indicators}>
          <Indicators
            rows={[
              {
                id: 'families',
                name: m.indicators.families,
                value: <Figure shown={team.stages.get('all') ?? zero} />,
                note: m.stages.lead,
              },
              {
                id: 'success',
                name: m.indicators.success,
                value: share === null ? m.table.none : m.table.percent(share),
                change: (
                  <>
                    {m.indicators.ofFinished} <Figure shown={finished} />
                  </>
                ),
              },
              {
                id: 'wait',
                name: m.indicators.wait,
                value: team.wait ? formatNumber(team.wait.median) : m.table.none,
                unit: team.wait ? m.indicators.unitDays : undefined,
                change: team.wait ? m.indicators.ninth(team.wait.ninth) : undefined,
              },
            ]}
          />
        </Section>
        <Splits stages={team.stages} services={team.services} />
        <SuppressionNote />
      </>
    )
  },
})
