import { createLine, editLine } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import {
  type Chosen,
  type LineValues,
  WhenFields,
  WhyFields,
} from '@/app/(app)/sprawy/[id]/koszyk/nowa/line-fields'
import { missingText } from '@/app/(app)/sprawy/[id]/koszyk/warning-words'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormButton, FormChoices, FormDate, FormHidden, FormText } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Sheet } from '@/components/ui/sheet'
import type { ProposalPage } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { lineFormMessages as f } from '@/lib/messages/pl/line-form'
import { warningMessages } from '@/lib/messages/pl/warnings'
import { paths } from '@/lib/web/paths'

const m = basketMessages.fresh

type Props = {
  caseId: string
  page: ProposalPage
  chosen: Chosen
  values: LineValues
  /** the draft that is changed; none: a new line */
  draft?: { id: string; version: number }
  /** the line that was refused or queued */
  replacesId?: string
  /** the decision of a meeting that the line comes out of */
  decisionId?: string
}

const Notices = ({ caseId, chosen, page }: Pick<Props, 'caseId' | 'chosen' | 'page'>) => {
  const nameOf = (id: string) => page.people.find((p) => p.id === id)?.name ?? warningMessages.family
  return (
    <>
      {chosen.requiresDecision && <Notice>{m.decision}</Notice>}
      {chosen.nobodyAnswers && <Notice tone="warn">{m.nobodyAnswers}</Notice>}
      {chosen.lacks.length > 0 ? (
        <Notice tone="warn">
          {m.lacks(missingText(chosen.lacks, nameOf))}{' '}
          <AppLink href={paths.caseConsents(caseId)}>{warningMessages.toConsents}</AppLink>
        </Notice>
      ) : (
        <p className="muted">{m.sees(chosen.provider, page.answerDueOn)}</p>
      )}
    </>
  )
}

/** A new line is asked at once or kept; a draft is only saved, its question goes out from the basket. */
const Buttons = ({ chosen, draft }: Pick<Props, 'chosen' | 'draft'>) => {
  if (draft) return <FormButton variant={1}>{f.edit.save}</FormButton>
  const mayAsk = chosen.lacks.length === 0
  return (
    <div className="stack">
      {mayAsk && (
        <FormButton name="send" value="on" variant={1}>
          {m.ask}
        </FormButton>
      )}
      <FormButton variant={mayAsk ? 3 : 1}>{m.draft}</FormButton>
    </div>
  )
}

const Fields = ({ page, chosen, values }: Pick<Props, 'page' | 'chosen' | 'values'>) => (
  <>
    <FormHidden name="needIds" value={page.need.id} />
    <FormHidden name="serviceKey" value={chosen.serviceKey} />
    <FormHidden name="providerId" value={chosen.providerId} />
    {page.subject !== 'environment' && (
      <FormChoices
        name="personIds"
        legend={m.persons}
        options={page.people.map((p) => ({ value: p.id, label: p.name }))}
        defaultValue={values.personIds}
        multiple
        chips
      />
    )}
    <FormDate name="startsOn" label={m.start} defaultValue={values.startsOn} required />
    {!chosen.inTeam && (
      <FormText
        name="outsideAgreementReason"
        label={m.outsideReason}
        defaultValue={values.outsideAgreementReason}
        maxLength={300}
        required
      />
    )}
    <WhenFields chosen={chosen} page={page} values={values} />
    <WhyFields page={page} values={values} />
  </>
)

/** The short form: service, provider, persons, start; the rest on demand. */
export const LineForm = ({ caseId, page, chosen, values, draft, replacesId, decisionId }: Props) => (
  <Sheet as="aside" className="pad sticky" labelledBy="formularz">
    <h2 id="formularz">{draft ? f.edit.title : m.title}</h2>
    <dl className="pair">
      <dt>{m.service}</dt>
      <dd>{chosen.service}</dd>
      <dt>{m.provider}</dt>
      <dd>{chosen.provider}</dd>
    </dl>
    <ActionForm
      key={`${chosen.serviceKey}${chosen.providerId}`}
      action={draft ? editLine : createLine}
      label={draft ? f.edit.title : m.title}
      noSubmit
      className="mt-4"
    >
      {draft ? (
        <>
          <FormHidden name="lineId" value={draft.id} />
          <FormHidden name="version" value={draft.version} />
        </>
      ) : (
        <>
          <FormHidden name="caseId" value={caseId} />
          {replacesId && <FormHidden name="replacesId" value={replacesId} />}
          {decisionId && <FormHidden name="decisionId" value={decisionId} />}
        </>
      )}
      <Fields page={page} chosen={chosen} values={values} />
      <Notices caseId={caseId} chosen={chosen} page={page} />
      <Buttons chosen={chosen} draft={draft} />
    </ActionForm>
  </Sheet>
)
