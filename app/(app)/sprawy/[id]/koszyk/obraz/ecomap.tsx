import { type EcomapInstitution, Ecomap as Picture } from '@/components/charts/ecomap'
import { Section } from '@/components/ui/page-head'
import { type Basket, type LineView, tieOf, tieOfLine, tieStates } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { sectorOf } from '@/lib/messages/pl/sectors'
import { paths } from '@/lib/web/paths'

const m = basketMessages.ecomap

const byState = (a: LineView, b: LineView) =>
  tieStates.indexOf(tieOfLine(a)) - tieStates.indexOf(tieOfLine(b))

const institutionOf = (basket: Basket, at: Basket['around'][number]): EcomapInstitution => {
  const lines = basket.lines.filter((line) => line.provider.id === at.id).sort(byState)
  const state = tieOf(lines)
  return {
    id: at.id,
    name: at.name,
    sector: sectorOf(at.sector),
    // whoever leads the case works with the family also where it has no service of its own
    state: at.leads && state === 'none' ? 'going' : state,
    leads: at.leads,
    lines: lines.map((line) => ({
      id: line.id,
      label: line.title ?? line.service,
      state: tieOfLine(line),
      href: paths.caseLine(line.caseId, line.id),
    })),
  }
}

/** Who stands around the family and how each tie goes; only for who sees all of it. */
export const Ecomap = ({ basket }: { basket: Basket }) => {
  if (!basket.whole || basket.around.length === 0) return null
  const institutions = basket.around
    .map((at) => institutionOf(basket, at))
    .sort((a, b) => a.sector.colour - b.sector.colour)
  return (
    <Section id="ekomapa" title={m.title} lead={m.lead}>
      <Picture id="ekomapa-rysunek" family={m.middle(basket.subject)} institutions={institutions} />
    </Section>
  )
}
