import { AnswerForms } from '@/app/(app)/moje-uslugi/answer-forms'
import { WorkSteps } from '@/app/(app)/moje-uslugi/service-card'
import { cancelLine, recordCosts, sendLines } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { LinePage, LineStatus, LineView } from '@/lib/baskets'
import { fundingSources } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { moneyInput } from '@/lib/format/money'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { lineFormMessages, satisfactionNames } from '@/lib/messages/pl/line-form'

const m = basketMessages.line

const Target = ({ line }: { line: LineView }) => (
  <>
    <FormHidden name="lineId" value={line.id} />
    <FormHidden name="version" value={line.version} />
  </>
)

const begun: readonly LineStatus[] = [
  'inProgress',
  'suspended',
  'delivered',
  'partlyDelivered',
  'notDelivered',
]

const Costs = ({ page }: { page: LinePage }) => {
  const { line, costs } = page
  const amount = (grosze: number | null) => (grosze === null ? '' : moneyInput(grosze))
  return (
    <Disclosure summary={m.costs}>
      <ActionForm action={recordCosts} submitLabel={m.save} submitVariant={2} label={m.costs}>
        <Target line={line} />
        <FormText
          name="costPlanned"
          label={m.costPlanned}
          defaultValue={amount(costs.planned)}
          width="short"
          inputMode="decimal"
        />
        <FormText
          name="costActual"
          label={m.costActual}
          defaultValue={amount(costs.actual)}
          width="short"
          inputMode="decimal"
        />
        <FormText
          name="coPayment"
          label={basketMessages.fresh.coPayment}
          defaultValue={amount(costs.coPayment)}
          width="short"
          inputMode="decimal"
        />
        <FormSelect
          name="fundingKey"
          label={basketMessages.fresh.funding}
          options={fundingSources().map((f) => ({ value: f.key, label: f.namePl }))}
          defaultValue={costs.fundingKey ?? ''}
        />
        <FormText
          name="decisionNumber"
          label={m.decisionNumber}
          defaultValue={line.decisionNumber ?? ''}
          maxLength={80}
        />
        <FormDate name="decisionOn" label={m.decisionOn} defaultValue={line.decisionOn ?? ''} />
        {begun.includes(line.status) && (
          <FormSelect
            name="satisfaction"
            label={lineFormMessages.satisfaction}
            options={Object.entries(satisfactionNames).map(([value, label]) => ({ value, label }))}
            placeholder={lineFormMessages.noSatisfaction}
            defaultValue={String(page.details.satisfaction ?? '')}
          />
        )}
        <FormText
          name="legalBasis"
          label={basketMessages.fresh.legalBasis}
          defaultValue={costs.legalBasis ?? ''}
          maxLength={200}
        />
      </ActionForm>
    </Disclosure>
  )
}

const Cancel = ({ line }: { line: LineView }) => (
  <Disclosure summary={m.cancel}>
    <ActionForm action={cancelLine} submitLabel={m.cancel} submitVariant="bad" label={m.cancel}>
      <Target line={line} />
      <FormText name="reason" label={m.reason} maxLength={500} required />
    </ActionForm>
  </Disclosure>
)

/** The own unit asks itself: its named social worker answers where she reads the line. */
const Answer = ({ page }: { page: LinePage }) =>
  page.line.can.includes('accept') ? (
    <Section id="odpowiedz" title={m.answer} lead={m.answerLead}>
      <Sheet pad>
        <AnswerForms line={page.line} back={`case/${page.line.caseId}`} reasons={page.declineReasons} />
      </Sheet>
    </Section>
  ) : null

const runs: readonly LineStatus[] = ['accepted', 'scheduled', ...begun]

/** What the coordinator may do with the line; work that a provider notes stands here too, for who notes it instead. */
export const Steps = ({ page, today }: { page: LinePage; today: IsoDate }) => {
  const { line } = page
  return (
    <>
      {line.can.includes('send') && (
        <ActionForm
          action={sendLines}
          submitLabel={basketMessages.send.one}
          label={basketMessages.send.one}
          className="sec"
        >
          <FormHidden name="caseId" value={line.caseId} />
          <FormHidden name="lineIds" value={line.id} />
        </ActionForm>
      )}
      <Answer page={page} />
      {runs.includes(line.status) && line.can.some((step) => step !== 'cancel') && (
        <Section id="praca" title={m.work}>
          <Sheet pad>
            <WorkSteps line={line} back={`case/${line.caseId}`} today={today} open unnoted={page.unnoted} />
          </Sheet>
        </Section>
      )}
      <Sheet pad className="sec">
        <div className="stack">
          {page.may['line.record'] && <Costs page={page} />}
          {line.can.includes('cancel') && <Cancel line={line} />}
        </div>
      </Sheet>
    </>
  )
}
