import { CoverageMatrix, type CoverageNeed } from '@/components/charts/coverage-matrix'
import { AppLink } from '@/components/ui/app-link'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/status'
import type { Basket, Conclusion, CoverNeed } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { sectorOf } from '@/lib/messages/pl/sectors'
import { paths } from '@/lib/web/paths'

const m = basketMessages.coverage

type Said = { tone: Tone; icon?: IconName; text: string }

const said = (c: Conclusion): Said => {
  switch (c.kind) {
    case 'covered':
      return { tone: 'done', text: m.conclusion.covered(c.count, c.asked, c.until) }
    case 'waiting':
      return c.late
        ? { tone: 'late', text: m.conclusion.waitingLate(c.until, c.count) }
        : { tone: 'wait', text: m.conclusion.waiting(c.until, c.count) }
    case 'promised':
      return c.late
        ? { tone: 'late', text: m.conclusion.promisedLate(c.on) }
        : { tone: 'mine', icon: 'ring', text: m.conclusion.promised(c.on) }
    case 'mine':
      return { tone: 'mine', text: m.conclusion.mine }
    case 'queue':
      return { tone: 'wait', icon: 'cal', text: m.conclusion.queue(c.since) }
    case 'paused':
      return { tone: 'off', text: m.conclusion.paused }
    case 'draft':
      return { tone: 'mine', icon: 'edit', text: m.conclusion.draft(c.count) }
    case 'unmet':
      return { tone: 'late', text: m.conclusion.unmet(c.since) }
    case 'twice':
      return { tone: 'mine', icon: 'twice', text: m.conclusion.twice }
    case 'against':
      return { tone: 'late', icon: 'swap', text: m.conclusion.against }
    case 'gap':
      return { tone: 'late', icon: 'warn', text: m.conclusion.gap }
    case 'ended':
      return { tone: 'late', icon: 'fade', text: m.conclusion.ended }
    case 'refused':
      return { tone: 'late', icon: 'x', text: m.conclusion.refused(c.since) }
    case 'done':
      return { tone: 'done', text: m.conclusion.done }
  }
}

const stateOf = ({ kind }: Conclusion): CoverageNeed['state'] =>
  kind === 'twice' ? 'twice' : ['gap', 'refused', 'unmet', 'ended'].includes(kind) ? 'gap' : 'covered'

type Step = { label: string; href: string }

/** What somebody has to do about the need now; null where nothing waits. */
const dueStep = (caseId: string, need: CoverNeed, basket: Basket): Step | null => {
  const { conclusion } = need
  const nameOf = (lineId: string) => basket.lines.find((l) => l.id === lineId)?.provider.name ?? ''
  switch (conclusion.kind) {
    case 'draft':
      return basket.may.send ? { label: m.send, href: '#wyslij' } : null
    case 'against':
      return basket.may.settle ? { label: m.explain, href: '#ostrzezenia' } : null
    case 'twice':
      return basket.may.justify ? { label: m.explain, href: '#ostrzezenia' } : null
    case 'mine':
      return { label: m.decide, href: paths.caseLine(caseId, conclusion.lineId) }
    case 'promised':
    case 'waiting':
      return conclusion.late
        ? { label: m.ask(nameOf(conclusion.lineId)), href: paths.caseLine(caseId, conclusion.lineId) }
        : null
    default:
      return null
  }
}

/** The step by the state of the need; where none is due, one more service can be added to it. */
const stepFor = (caseId: string, need: CoverNeed, basket: Basket): Step | null => {
  const due = dueStep(caseId, need, basket)
  if (due || !basket.may.create) return due
  const again = need.conclusion.kind === 'refused' || need.conclusion.kind === 'ended'
  return {
    label: again ? m.choose : m.add,
    href: `${paths.caseLineNew(caseId)}?potrzeba=${need.id}`,
  }
}

const row = (caseId: string, need: CoverNeed, basket: Basket): CoverageNeed => {
  const step = stepFor(caseId, need, basket)
  return {
    id: need.id,
    name: need.name,
    persons: need.person ?? basketMessages.whole(basket.subject),
    state: stateOf(need.conclusion),
    knots: need.knots.map((knot) => ({
      id: knot.lineId,
      institutionId: knot.institutionId,
      state: knot.state,
      href: `#poz-${knot.lineId}`,
    })),
    conclusion: said(need.conclusion),
    action: step && (
      <AppLink href={step.href}>
        {step.label}
        <span className="vh">: {need.name}</span>
      </AppLink>
    ),
  }
}

/** Needs across, institutions down, a service is the knot. */
export const Coverage = ({ caseId, basket }: { caseId: string; basket: Basket }) => (
  <CoverageMatrix
    caption={m.caption(basket.subject)}
    needs={basket.needs.filter((n) => !n.closedOn).map((need) => row(caseId, need, basket))}
    institutions={basket.institutions.map((i) => ({ id: i.id, name: i.name, sector: sectorOf(i.sector) }))}
  />
)
