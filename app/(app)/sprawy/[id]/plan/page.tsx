import { Goals } from '@/app/(app)/sprawy/[id]/plan/goals'
import { Approval, Change, Submit } from '@/app/(app)/sprawy/[id]/plan/steps'
import { Versions } from '@/app/(app)/sprawy/[id]/plan/versions'
import { Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { planMessages as m } from '@/lib/messages/pl/plans'
import { type PlanPage, readPlan } from '@/lib/plans'
import { caseHead } from '@/lib/web/case-head'
import { definePage } from '@/lib/web/define-page'

export const metadata = { title: m.title }

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.doneNotes, code)
    ? m.doneNotes[code as keyof typeof m.doneNotes]
    : undefined

/** Where the plan stands: which version holds, which is being made. */
const stateWords = ({ versions }: PlanPage): { title: string; lead: string } => {
  const inForce = versions.find((v) => v.status === 'inForce')
  const waiting = versions.find((v) => v.status === 'approval')
  const draft = versions.find((v) => v.status === 'draft')
  const period = inForce?.startsOn && inForce.endsOn ? m.state.period(inForce.startsOn, inForce.endsOn) : ''
  const also = inForce ? m.state.alsoInForce(inForce.versionNo) : ''
  if (waiting) return { title: m.state.approval(waiting.versionNo), lead: also }
  if (draft) return { title: m.state.preparing(draft.versionNo), lead: also }
  if (inForce) return { title: m.state.inForce(inForce.versionNo), lead: period }
  return { title: m.state.none, lead: '' }
}

export default definePage({
  permission: 'plan.read',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const page = await readPlan.execute(actor, { caseId })
    const head = await caseHead(caseId)
    const { title, lead } = stateWords(page)
    const done = doneText(search.zrobione)
    return (
      <>
        {done && (
          <Notice tone="good" role="status">
            {done}
          </Notice>
        )}
        <SectionHead title={title} lead={head ? m.state.called(head.words.plan, lead) : lead} />
        {page.agreementEnds && <Notice tone="warn">{m.state.beyondAgreement(page.agreementEnds)}</Notice>}
        {page.status === 'planApproval' && <Approval caseId={caseId} page={page} />}
        <Goals caseId={caseId} page={page} />
        {page.may.submit && <Submit caseId={caseId} page={page} />}
        <Change caseId={caseId} page={page} />
        <Versions caseId={caseId} page={page} />
      </>
    )
  },
})
