import { redirect } from 'next/navigation'
import { DeliveryList } from '@/app/(app)/moje-uslugi/delivery-list'
import { DoneNote } from '@/app/(app)/moje-uslugi/done-note'
import { Alternatives } from '@/app/(app)/sprawy/[id]/koszyk/[lineId]/alternatives'
import { Counter, Facts, History } from '@/app/(app)/sprawy/[id]/koszyk/[lineId]/details'
import { Outside } from '@/app/(app)/sprawy/[id]/koszyk/[lineId]/outside'
import { Steps } from '@/app/(app)/sprawy/[id]/koszyk/[lineId]/steps'
import { LineState } from '@/app/(app)/sprawy/[id]/koszyk/line-state'
import { Warnings } from '@/app/(app)/sprawy/[id]/koszyk/warnings'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/messages'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { type LinePage, readLine } from '@/lib/baskets'
import { basketMessages as m } from '@/lib/messages/pl/basket-page'
import { lineFormMessages } from '@/lib/messages/pl/line-form'
import { today } from '@/lib/platform/clock'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const saved = (code: string | undefined): string | undefined =>
  code === 'zapisano' ? m.doneNotes.zapisano : code === 'zmieniono' ? lineFormMessages.edit.done : undefined

/** The state, and for a draft the way to change it. */
const Head = ({ page: { line, may } }: { page: LinePage }) => (
  <div className="row">
    <LineState line={line} />
    {line.status === 'draft' && may['line.edit'] && (
      <LinkButton href={paths.caseLineEdit(line.caseId, line.id)} variant={2} icon="edit" small>
        {lineFormMessages.edit.link}
      </LinkButton>
    )}
  </div>
)

/** What took place, as the provider noted it; nothing is shown before anything could. */
const Deliveries = ({ page: { line, deliveries, schedule, details } }: { page: LinePage }) =>
  deliveries.length === 0 && !line.planInForce ? null : (
    <DeliveryList
      deliveries={deliveries}
      schedule={schedule}
      line={line}
      outcome={details.outcome}
      back={`case/${line.caseId}`}
    />
  )

export default definePage({
  permission: 'line.read',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const page = await readLine.execute(actor, { lineId: params.lineId ?? '' })
    // whoever only provides a service has it on a page of its own
    if (page.provider) redirect(paths.myService(page.line.id))
    const { line } = page
    return (
      <>
        <Crumbs
          inside
          items={[{ label: m.title, href: paths.caseBasket(caseId) }, { label: line.service }]}
        />
        <SectionHead title={line.title ?? line.service} actions={<Head page={page} />} />
        {saved(search.zrobione) && (
          <Notice tone="good" role="status">
            {saved(search.zrobione)}
          </Notice>
        )}
        <DoneNote code={search.zrobione} deliveryId={search.wpis} back={`case/${line.caseId}`} />
        <Facts page={page} />
        <Counter line={line} />
        <Alternatives page={page} />
        <Warnings
          caseId={caseId}
          warnings={page.warnings}
          lines={[line, ...page.others]}
          may={{ justify: page.may['line.justify'], settle: page.may.settle && page.may['line.settle'] }}
        />
        <Outside page={page} />
        <Steps page={page} today={today()} />
        <Deliveries page={page} />
        <History page={page} />
      </>
    )
  },
})
