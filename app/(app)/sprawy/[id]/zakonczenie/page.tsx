import { Earlier, Evaluation } from '@/app/(app)/sprawy/[id]/zakonczenie/evaluation'
import { Monitoring } from '@/app/(app)/sprawy/[id]/zakonczenie/monitoring'
import { Close, Reopen, Start } from '@/app/(app)/sprawy/[id]/zakonczenie/steps'
import { Talk } from '@/app/(app)/sprawy/[id]/zakonczenie/talk'
import { AppLink } from '@/components/ui/app-link'
import { DoneNotice } from '@/components/ui/messages'
import { endingMessages as m } from '@/lib/messages/pl/plans'
import { transferMessages } from '@/lib/messages/pl/transfers'
import { readEnding } from '@/lib/plans'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.doneNotes, code)
    ? m.doneNotes[code as keyof typeof m.doneNotes]
    : undefined

export default definePage({
  permission: 'evaluation.read',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const page = await readEnding.execute(actor, { caseId })
    const done = doneText(search.zrobione)
    const evaluated = page.status === 'evaluation' || page.evaluation !== null
    return (
      <>
        <DoneNotice>{done}</DoneNotice>
        <Monitoring caseId={caseId} page={page} />
        {page.may.start && <Start caseId={caseId} page={page} />}
        {evaluated && <Evaluation caseId={caseId} page={page} />}
        <Talk caseId={caseId} page={page} />
        {(evaluated || page.closedOn) && <Close caseId={caseId} page={page} />}
        <Earlier page={page} />
        <Reopen caseId={caseId} page={page} />
        <p className="sec">
          <AppLink href={paths.caseTransfer(caseId)}>
            {page.closedOn ? transferMessages.linkShort : transferMessages.link}
          </AppLink>
        </p>
      </>
    )
  },
})
