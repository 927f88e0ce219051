import { Chooser } from '@/app/(app)/sprawy/[id]/koszyk/nowa/chooser'
import type { LineValues } from '@/app/(app)/sprawy/[id]/koszyk/nowa/line-fields'
import { freshValues } from '@/app/(app)/sprawy/[id]/koszyk/nowa/values'
import { AppLink } from '@/components/ui/app-link'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type LinePage, listLines, proposeServices, readLine } from '@/lib/baskets'
import { alternativeMessages } from '@/lib/messages/pl/alternatives'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { caseMeetingMessages } from '@/lib/messages/pl/case-meetings'
import { lineFormMessages } from '@/lib/messages/pl/line-form'
import { proposalMessages } from '@/lib/messages/pl/proposals'
import { forbidden, notFound } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { type Decided, decidedFor } from '@/lib/web/decided'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const m = basketMessages.fresh
const doneNotes: Readonly<Record<string, string>> = {
  zaproszono: lineFormMessages.invite.done,
  odnotowano: proposalMessages.unmet.done,
  cofnieto: proposalMessages.unmet.ended,
}
export const metadata = { title: m.title }

/** The line that somebody else is asked instead of; what was agreed there need not be typed again. */
const replaced = async (actor: Actor, caseId: string, lineId: string): Promise<LinePage> => {
  const before = await readLine.execute(actor, { lineId })
  if (before.line.caseId !== caseId) throw notFound()
  return before
}

/** What was typed at the meeting is not typed again: it is the scope of the service. */
const withWords = (values: LineValues, decision: Decided | null): LineValues =>
  decision ? { ...values, scope: decision.body } : values

type Need = { id: string; name: string; person: string | null; closedOn: string | null }

const Back = ({ caseId }: { caseId: string }) => (
  <Crumbs
    inside
    items={[{ label: basketMessages.title, href: paths.caseBasket(caseId) }, { label: m.title }]}
  />
)

/** No need was named: which one is it for? */
type ChooseProps = { caseId: string; needs: readonly Need[]; whole: string; decyzja: string | undefined }

const ChooseNeed = ({ caseId, needs, whole, decyzja }: ChooseProps) => (
  <>
    <Back caseId={caseId} />
    <SectionHead title={m.choose} />
    {needs.length === 0 ? (
      <EmptyState title={basketMessages.coverage.noNeeds}>{basketMessages.coverage.noNeedsText}</EmptyState>
    ) : (
      <Sheet pad>
        <ul className="ledger">
          {needs.map((need) => (
            <li key={need.id}>
              <AppLink href={withParams(paths.caseLineNew(caseId), { potrzeba: need.id, decyzja })}>
                {need.name}
              </AppLink>
              <div className="soft">{need.person ?? whole}</div>
            </li>
          ))}
        </ul>
      </Sheet>
    )}
  </>
)

export default definePage({
  permission: 'line.propose',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    if (!search.potrzeba) {
      const { needs, subject } = await listLines.execute(actor, { caseId })
      const open = needs.filter((n) => !n.closedOn)
      return (
        <ChooseNeed
          caseId={caseId}
          needs={open}
          whole={basketMessages.whole(subject)}
          decyzja={search.decyzja}
        />
      )
    }
    const page = await proposeServices.execute(actor, {
      caseId,
      needId: search.potrzeba,
      serviceKey: search.usluga ?? null,
      providerId: search.wykonawca ?? null,
      lineId: null,
    })
    const before = search.zamiast ? await replaced(actor, caseId, search.zamiast) : null
    const decision = await decidedFor(actor, caseId, search.decyzja)
    // who only mends lines has the same choice on the page of a draft
    if (!page.mayCreate) throw forbidden()
    return (
      <>
        <Back caseId={caseId} />
        <SectionHead
          title={m.proposals}
          lead={`${m.lead(page.need.name, page.need.person ?? basketMessages.whole(page.subject))} ${m.proposalsLead}`}
        />
        {decision && <Notice>{caseMeetingMessages.fromDecision(decision.body)}</Notice>}
        {before && <Notice>{alternativeMessages.prefilled(before.line.provider.name)}</Notice>}
        {search.zrobione && doneNotes[search.zrobione] && (
          <Notice tone="good" role="status">
            {doneNotes[search.zrobione]}
          </Notice>
        )}
        <Chooser
          caseId={caseId}
          base={paths.caseLineNew(caseId)}
          page={page}
          values={page.chosen && withWords(freshValues(page, page.chosen, before), decision)}
          replacesId={before?.line.id}
          decisionId={decision?.id}
        />
      </>
    )
  },
})
