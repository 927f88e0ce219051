import { CoverageMatrix, type CoverageNeed } from '@/components/charts/coverage-matrix'
import { AppLink } from '@/components/ui/app-link'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/status'
import type { Basket, Conclusion, CoverNeed } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { sectorOf } from '@/lib/messages/pl/sectors'
import { paths } from '@/lib/web/paths'

const m = basketMessages.coverage

const said = (c: Conclusion): { tone: Tone; icon?: IconName; text: string } => {
  switch (c.kind) {
    case 'covered':
      return { tone: 'done', text: m.conclusion.covered(c.count) }
    case 'waiting':
      return { tone: 'wait', text: m.conclusion.waiting(c.count) }
    case 'promised':
      return c.late
        ? { tone: 'late', text: m.conclusion.promisedLate(c.on) }
        : { tone: 'mine', icon: 'ring', text: m.conclusion.promised(c.on) }
    case 'unmet':
      return { tone: 'late', text: m.conclusion.unmet(c.since) }
    case 'twice':
      return { tone: 'mine', icon: 'twice', text: m.conclusion.twice }
    case 'gap':
      return { tone: 'late', icon: 'warn', text: m.conclusion.gap }
    case 'refused':
      return { tone: 'late', icon: 'x', text: m.conclusion.refused }
    case 'done':
      return { tone: 'done', text: m.conclusion.done }
  }
}

const stateOf = ({ kind }: Conclusion): CoverageNeed['state'] =>
  kind === 'twice' ? 'twice' : ['gap', 'refused', 'unmet'].includes(kind) ? 'gap' : 'covered'

const row = (caseId: string, need: CoverNeed, mayAdd: boolean): CoverageNeed => ({
  id: need.id,
  name: need.name,
  persons: need.person ?? m.whole,
  state: stateOf(need.conclusion),
  knots: need.knots.map((knot) => ({
    id: knot.lineId,
    institutionId: knot.institutionId,
    state: knot.state,
    href: `#poz-${knot.lineId}`,
  })),
  conclusion: said(need.conclusion),
  action: mayAdd && (
    <AppLink href={`${paths.caseLineNew(caseId)}?potrzeba=${need.id}`}>
      {m.add}
      <span className="vh">: {need.name}</span>
    </AppLink>
  ),
})

/** Needs across, institutions down, a service is the knot. */
export const Coverage = ({ caseId, basket }: { caseId: string; basket: Basket }) => (
  <CoverageMatrix
    caption={m.caption}
    needs={basket.needs.filter((n) => !n.closedOn).map((need) => row(caseId, need, basket.may.create))}
    institutions={basket.institutions.map((i) => ({ id: i.id, name: i.name, sector: sectorOf(i.sector) }))}
  />
)
