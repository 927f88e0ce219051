import { definitionOf } from '@/app/(app)/region/definitions'
import { Figure, SuppressionNote } from '@/app/(app)/region/parts'
import { Splits } from '@/app/(app)/region/splits'
import { UnmetServices } from '@/app/(app)/region/unmet'
import { Money } from '@/app/(app)/zespoly/[id]/liczby/money'
import { Indicators } from '@/components/charts/indicators'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/page-head'
import { type HelpTime, type Shown, shareOf, teamFigures } from '@/lib/dashboards'
import { formatNumber } from '@/lib/format/plural'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { helpMessages } from '@/lib/messages/pl/help-times'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.team.title }

const zero: Shown = { kind: 'count', value: 0 }

const h = helpMessages.team

/** Ways to the first contact and to the plan; the way to the service has its row already. */
const helpRows = (help: readonly HelpTime[]) =>
  (['contact', 'plan'] as const).map((step) => {
    const time = help.find((one) => one.step === step)
    return {
      id: `help-${step}`,
      name: h[step],
      value: time ? formatNumber(time.median) : m.table.none,
      unit: time ? m.indicators.unitDays : undefined,
      change: time ? m.indicators.ninth(time.ninth) : undefined,
      note: h.what[step],
      definition: `${h.how} ${m.indicators.definition}`,
    }
  })

type Waits = { readonly wait: { median: number; ninth: number } | null; readonly help: readonly HelpTime[] }

/** From the referral to the first contact, to the plan and to the first service. */
const waitRows = ({ wait, help }: Waits) => [
  ...helpRows(help),
  {
    id: 'wait',
    name: m.indicators.wait,
    value: wait ? formatNumber(wait.median) : m.table.none,
    unit: wait ? m.indicators.unitDays : undefined,
    change: wait ? m.indicators.ninth(wait.ninth) : undefined,
    ...definitionOf('wait'),
  },
]

/** The figures of one team for its councillors and leaders: no name, no number of a case. */
export default definePage({
  permission: 'figures.team',
  render: async ({ actor, params }) => {
    const team = await teamFigures.execute(actor, { teamId: params.id ?? '' })
    const finished = team.outcomes.get('all') ?? zero
    const share = shareOf(team.outcomes.get('achieved') ?? zero, finished)
    return (
      <>
        <Section
          id="wskazniki"
          title={team.ofGmina ? m.team.gminaTitle : m.team.title}
          lead={team.ofGmina ? m.team.gminaLead : m.team.lead(team.institutions)}
          actions={<AppLink href={paths.indicators()}>{m.country.allDefinitions}</AppLink>}
        >
          <Indicators
            rows={[
              {
                id: 'families',
                name: m.indicators.families,
                value: <Figure shown={team.stages.get('all') ?? zero} />,
                ...definitionOf('families'),
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
                ...definitionOf('success'),
              },
              ...waitRows(team),
              {
                id: 'returns',
                name: m.indicators.returns,
                value: <Figure shown={team.returns.get('returned') ?? zero} />,
                change: (
                  <>
                    {m.indicators.ofQualified} <Figure shown={team.returns.get('all') ?? zero} />
                  </>
                ),
                ...definitionOf('returns'),
              },
            ]}
          />
        </Section>
        <UnmetServices unmet={team.unmet} />
        <Splits stages={team.stages} services={team.services} />
        <Money money={team.money} />
        <SuppressionNote />
      </>
    )
  },
})
