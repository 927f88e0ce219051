import { Changes } from '@/app/(app)/sprawy/[id]/plan/changes'
import { Goals } from '@/app/(app)/sprawy/[id]/plan/goals'
import { Approval, Change, Submit } from '@/app/(app)/sprawy/[id]/plan/steps'
import { Versions } from '@/app/(app)/sprawy/[id]/plan/versions'
import { AppLink } from '@/components/ui/app-link'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { cardPageMessages } from '@/lib/messages/pl/card'
import { planMessages as m } from '@/lib/messages/pl/plans'
import { comparePlans, type PlanPage, readPlan } from '@/lib/plans'
import { caseHead } from '@/lib/web/case-head'
import { decidedFor } from '@/lib/web/decided'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.doneNotes, code)
    ? m.doneNotes[code as keyof typeof m.doneNotes]
    : undefined

/** A version number of the address; anything else asks for the default. */
const versionOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,3}$/u.test(text) ? Number(text) : undefined

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
    const decision = await decidedFor(actor, caseId, search.decyzja)
    const [{ page, compared }, head] = await Promise.all([
      readPage(async (read) => {
        const plan = await read(readPlan, { caseId })
        const pair = { from: versionOf(search.od), to: versionOf(search.do) }
        return {
          page: plan,
          compared: plan.may.compare ? await read(comparePlans, { caseId, ...pair }) : null,
        }
      }),
      caseHead(caseId),
    ])
    const { title, lead } = stateWords(page)
    const done = doneText(search.zrobione)
    return (
      <>
        <DoneNotice>{done}</DoneNotice>
        <SectionHead
          title={title}
          lead={head ? m.state.called(head.words.plan, lead) : lead}
          actions={
            page.may.card && <AppLink href={paths.casePlanCard(caseId)}>{cardPageMessages.title}</AppLink>
          }
        />
        {page.agreementEnds && <Notice tone="warn">{m.state.beyondAgreement(page.agreementEnds)}</Notice>}
        {page.status === 'planApproval' && <Approval caseId={caseId} page={page} />}
        <Goals caseId={caseId} page={page} />
        {page.may.submit && <Submit caseId={caseId} page={page} />}
        <Change caseId={caseId} page={page} reason={decision?.body} />
        <Versions caseId={caseId} page={page} />
        {compared && <Changes caseId={caseId} compared={compared} />}
      </>
    )
  },
})
