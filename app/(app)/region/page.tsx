import { redirect } from 'next/navigation'
import { RegionGlance } from '@/app/(app)/region/glance'
import { GminaMap } from '@/app/(app)/region/map'
import { SuppressionNote } from '@/app/(app)/region/parts'
import { Splits } from '@/app/(app)/region/splits'
import { Tasks } from '@/app/(app)/region/tasks'
import { UnitTable } from '@/app/(app)/region/units'
import { UnmetServices } from '@/app/(app)/region/unmet'
import { LinkButton } from '@/components/ui/button'
import { type Crumb, Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { regionFigures } from '@/lib/dashboards'
import { formatDate } from '@/lib/format/dates'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { today } from '@/lib/platform/clock'
import { hasRole } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import { regionGlance } from '@/lib/programme'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.map.regionPage }

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('pl') + text.slice(1)

/** "Podkarpackie", "Powiat rzeszowski", "Rzeszów, miasto na prawach powiatu". */
const titleOf = ({ code, name }: { code: string; name: string }): string => {
  if (code.length === 2) return capital(name)
  return Number(code.slice(2, 4)) > 60 ? m.region.cityPowiat(name) : m.region.powiat(name)
}

/** First page of a ROPS: what needs action, where teams work, what may be known about families. */
export default definePage({
  permission: 'figures.region',
  render: async ({ actor, search }) => {
    const watchesCountry = hasRole(actor, 'ministerstwo')
    if (!search.kod && watchesCountry) redirect(paths.country())
    const own = actor.assignments.find((a) => a.wojewodztwoCode)?.wojewodztwoCode ?? actor.wojewodztwoCode
    const figures = await regionFigures.execute(actor, { code: search.kod ?? own })
    const { total, parts, above, tasks } = figures
    const glance =
      total.code === own && couldEver(actor, 'programme.glance')
        ? await regionGlance.execute(actor, {})
        : null
    const whole = total.code.length === 2
    const name = titleOf(total)
    const levels: Crumb[] = [
      ...(watchesCountry ? [{ label: m.levels.country, href: paths.country() }] : []),
      ...(above ? [{ label: capital(above.name), href: paths.region(above.code) }] : []),
      { label: name },
    ]
    const mayFound = couldEver(actor, 'team.create')
    return (
      <>
        {levels.length > 1 && <Crumbs items={levels} />}
        <PageHead
          title={name}
          lead={m.region.lead(total.working, total.gminas, formatDate(today()))}
          actions={
            mayFound && (
              <LinkButton variant={1} icon="plus" href={paths.teamNew()}>
                {m.region.newTeam}
              </LinkButton>
            )
          }
        />
        {!watchesCountry && (
          <Tasks tasks={tasks} parts={parts} total={total} today={today()} mayFound={mayFound} />
        )}
        {glance && <RegionGlance glance={glance} />}
        <Section id="mapa" title={m.map.title} lead={m.map.lead}>
          <div className="split split-figures items-start">
            <GminaMap
              code={total.code}
              name={name}
              teams={figures.teams}
              visible={tasks.visibleTeams}
              mayFound={mayFound}
            />
            <div>
              <UnitTable
                rows={parts}
                total={total}
                level={whole ? 'powiat' : 'gmina'}
                totalLabel={whole ? m.table.all.wojewodztwo : m.table.all.powiat}
                teams={tasks.visibleTeams}
                mayFound={mayFound}
              />
            </div>
          </div>
        </Section>
        <UnmetServices unmet={figures.unmet} />
        <Splits stages={figures.stages} services={figures.services} />
        <SuppressionNote />
      </>
    )
  },
})
