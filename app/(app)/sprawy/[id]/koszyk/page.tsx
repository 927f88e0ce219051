import { sendLines } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { Coverage } from '@/app/(app)/sprawy/[id]/koszyk/coverage'
import { LinesTable } from '@/app/(app)/sprawy/[id]/koszyk/lines-table'
import { Timeline } from '@/app/(app)/sprawy/[id]/koszyk/timeline'
import { Warnings } from '@/app/(app)/sprawy/[id]/koszyk/warnings'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden } from '@/components/ui/form-fields'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { NextStep } from '@/components/ui/work'
import { type Basket, listDeliveries, listLines } from '@/lib/baskets'
import { basketMessages as m } from '@/lib/messages/pl/basket-page'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.doneNotes, code)
    ? m.doneNotes[code as keyof typeof m.doneNotes]
    : undefined

/** Drafts that may go out, with one button for all of them. */
const Send = ({ caseId, basket }: { caseId: string; basket: Basket }) =>
  basket.may.send && basket.drafts.ready + basket.drafts.held > 0 ? (
    <NextStep
      id="wyslij"
      title={m.send.title(basket.drafts.ready)}
      lead={[m.send.lead, basket.drafts.held > 0 ? m.send.held(basket.drafts.held) : ''].join(' ')}
      action={
        basket.drafts.ready > 0 && (
          <ActionForm
            action={sendLines}
            submitLabel={m.send.submit(basket.drafts.ready)}
            label={m.send.submit(basket.drafts.ready)}
            inline
          >
            <FormHidden name="caseId" value={caseId} />
          </ActionForm>
        )
      }
    />
  ) : null

const Empty = ({ caseId }: { caseId: string }) => (
  <EmptyState
    title={m.coverage.noNeeds}
    actions={<LinkButton href={paths.caseDiagnosis(caseId)}>{m.coverage.toDiagnosis}</LinkButton>}
  >
    {m.coverage.noNeedsText}
  </EmptyState>
)

export default definePage({
  permission: 'line.list',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const basket = await listLines.execute(actor, { caseId })
    const deliveries = await listDeliveries.execute(actor, { caseId })
    const open = basket.needs.filter((n) => !n.closedOn)
    const done = doneText(search.zrobione)
    return (
      <>
        {done && (
          <Notice tone={search.zrobione === 'wstrzymano' ? 'warn' : 'good'} role="status">
            {done}
          </Notice>
        )}
        <Send caseId={caseId} basket={basket} />
        <Section
          id="pokrycie"
          title={m.coverage.title}
          lead={m.coverage.lead(open.length, basket.lines.length, basket.institutions.length)}
          actions={
            basket.may.create &&
            open.length > 0 && (
              <LinkButton href={paths.caseLineNew(caseId)} variant={2} icon="plus">
                {m.coverage.add}
              </LinkButton>
            )
          }
        >
          {open.length === 0 ? <Empty caseId={caseId} /> : <Coverage caseId={caseId} basket={basket} />}
        </Section>
        <Warnings
          caseId={caseId}
          warnings={basket.warnings}
          lines={basket.lines}
          mayJustify={basket.may.justify}
        />
        <Section id="pozycje" title={m.lines.title}>
          <LinesTable lines={basket.lines} />
        </Section>
        <Timeline basket={basket} deliveries={deliveries} />
      </>
    )
  },
})
