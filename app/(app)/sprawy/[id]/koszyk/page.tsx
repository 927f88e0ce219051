import { redirect } from 'next/navigation'
import { sendLines } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { Coverage } from '@/app/(app)/sprawy/[id]/koszyk/coverage'
import { Filters, filtered } from '@/app/(app)/sprawy/[id]/koszyk/filters'
import { LinesTable } from '@/app/(app)/sprawy/[id]/koszyk/lines-table'
import { BasketTabs } from '@/app/(app)/sprawy/[id]/koszyk/tabs'
import { Warnings } from '@/app/(app)/sprawy/[id]/koszyk/warnings'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { FormHidden } from '@/components/ui/form-fields'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { NextStep } from '@/components/ui/work'
import { type Basket, listLines } from '@/lib/baskets'
import { basketMessages as m } from '@/lib/messages/pl/basket-page'
import { cardPageMessages } from '@/lib/messages/pl/card'
import { templateMessages } from '@/lib/messages/pl/templates'
import { couldEver } from '@/lib/policy/decide'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.doneNotes, code)
    ? m.doneNotes[code as keyof typeof m.doneNotes]
    : undefined

/** Drafts that may go out, with one button for all of them. */
const Send = ({ caseId, basket }: { caseId: string; basket: Basket }) =>
  basket.may.send && basket.answerDueOn ? (
    <NextStep
      id="wyslij"
      title={m.send.title(basket.drafts.ready)}
      lead={[
        m.send.lead(basket.answerDueOn),
        basket.drafts.held > 0 ? m.send.held(basket.drafts.held) : '',
      ].join(' ')}
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

/** The picture, for who sees all of it; for others only words say that there may be more. */
const Needs = ({ caseId, basket }: { caseId: string; basket: Basket }) => {
  const open = basket.needs.filter((n) => !n.closedOn)
  if (!basket.whole) return <Notice>{m.coverage.partial}</Notice>
  return (
    <Section
      id="pokrycie"
      title={m.coverage.title}
      lead={m.coverage.lead(open.length, basket.lines.length, basket.institutions.length, basket.decisions)}
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
  )
}

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
    const basket = await readPage((read) => read(listLines, { caseId }))
    // whoever only provides a service has it on a page of its own, with nothing else of the family
    if (basket.provider) redirect(paths.myServices())
    const wanted = { status: search.stan, personId: search.osoba }
    const done = doneText(search.zrobione)
    return (
      <>
        {done && (
          <Notice tone={search.zrobione === 'wstrzymano' ? 'warn' : 'good'} role="status">
            {done}
          </Notice>
        )}
        <BasketTabs caseId={caseId} current="lines" />
        <Send caseId={caseId} basket={basket} />
        <Needs caseId={caseId} basket={basket} />
        <Warnings
          caseId={caseId}
          warnings={basket.warnings}
          lines={basket.lines}
          may={{ justify: basket.may.justify, settle: basket.may.settle }}
        />
        <Section
          id="pozycje"
          title={m.lines.title}
          actions={
            <>
              {basket.may.card && (
                <AppLink href={paths.casePlanCard(caseId)}>{cardPageMessages.title}</AppLink>
              )}
              {couldEver(actor, 'template.choose') && (
                <AppLink href={paths.caseTemplates(caseId)}>{templateMessages.title}</AppLink>
              )}
              <AppLink href={paths.caseBasketPrint(caseId)}>{m.lines.print}</AppLink>
            </>
          }
        >
          <Filters caseId={caseId} basket={basket} wanted={wanted} />
          <LinesTable lines={filtered(basket.lines, wanted)} basket={basket} />
        </Section>
      </>
    )
  },
})
