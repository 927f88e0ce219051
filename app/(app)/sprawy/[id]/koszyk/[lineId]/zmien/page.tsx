import { Chooser } from '@/app/(app)/sprawy/[id]/koszyk/nowa/chooser'
import { draftValues } from '@/app/(app)/sprawy/[id]/koszyk/nowa/values'
import { Presence } from '@/components/cases/presence'
import { LinkButton } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { proposeServices, readLine } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { lineFormMessages } from '@/lib/messages/pl/line-form'
import { notFound } from '@/lib/platform/errors'
import { openForm } from '@/lib/presence'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = lineFormMessages.edit
export const metadata = { title: m.title }

const Sent = ({ caseId, lineId }: { caseId: string; lineId: string }) => (
  <EmptyState
    title={m.sent}
    actions={<LinkButton href={paths.caseLine(caseId, lineId)}>{m.back}</LinkButton>}
  >
    {m.sentText}
  </EmptyState>
)

/** A draft is written anew before anybody is asked: another service, another institution, other dates. */
export default definePage({
  permission: 'line.edit',
  render: async ({ actor, params, search }) => {
    const [caseId, lineId] = [params.id ?? '', params.lineId ?? '']
    const draft = await readLine.execute(actor, { lineId })
    if (draft.line.caseId !== caseId || !draft.may['line.edit']) throw notFound()
    const { line } = draft
    const head = (
      <Crumbs
        inside
        items={[
          { label: basketMessages.title, href: paths.caseBasket(caseId) },
          { label: line.title ?? line.service, href: paths.caseLine(caseId, lineId) },
          { label: m.title },
        ]}
      />
    )
    const needId = search.potrzeba ?? draft.needs[0]?.id
    if (line.status !== 'draft' || !needId)
      return (
        <>
          {head}
          <Sent caseId={caseId} lineId={lineId} />
        </>
      )
    const others = await openForm.execute(actor, { caseId, form: 'line', thing: lineId })
    const page = await proposeServices.execute(actor, {
      caseId,
      needId,
      serviceKey: search.usluga ?? line.serviceChoice,
      providerId: search.wykonawca ?? line.provider.id,
      lineId,
    })
    return (
      <>
        {head}
        <SectionHead
          title={m.title}
          lead={basketMessages.fresh.lead(
            page.need.name,
            page.need.person ?? basketMessages.whole(page.subject),
          )}
        />
        <Presence others={others} />
        {search.zrobione === 'zaproszono' && (
          <Notice tone="good" role="status">
            {lineFormMessages.invite.done}
          </Notice>
        )}
        <Chooser
          caseId={caseId}
          base={paths.caseLineEdit(caseId, lineId)}
          page={page}
          values={page.chosen && draftValues(draft, page.chosen)}
          draft={{ id: line.id, version: line.version }}
        />
      </>
    )
  },
})
