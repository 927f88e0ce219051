import { closeCase, reopenCase, startEvaluation } from '@/app/(app)/sprawy/[id]/zakonczenie/actions'
import { MissingDocument } from '@/components/cases/missing-document'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormChoices, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { caseMessages } from '@/lib/messages/pl/cases'
import { endingMessages as m } from '@/lib/messages/pl/plans'
import type { EndingPage } from '@/lib/plans'
import { isCaseDocument } from '@/lib/variants'
import { documentLink } from '@/lib/web/document-links'
import { paths } from '@/lib/web/paths'

type Props = { caseId: string; page: EndingPage }

const OfCase = ({ caseId, page }: Props) => (
  <>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="version" value={page.version} />
  </>
)

const nameOf = (l: EndingPage['open'][number]): string => `${l.title ?? l.service}, ${l.provider.name}`

/** Questions that nobody answered cannot go on; each leads to its own page, where it is cancelled. */
const Unanswered = ({ caseId, page }: Props) => {
  const lines = page.open.filter((l) => !l.mayCarry)
  return lines.length === 0 ? null : (
    <div className="mb-4">
      <p>{m.start.unanswered}</p>
      <ul className="stack">
        {lines.map((l) => (
          <li key={l.id}>
            <AppLink href={paths.caseLine(caseId, l.id)}>{nameOf(l)}</AppLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Documents that the version of the variant asks for before the evaluation. */
const Documents = ({ caseId, page }: Props) =>
  page.documents.length === 0 ? null : (
    <div className="mb-4">
      <p>{m.start.missing}</p>
      <ul className="stack">
        {page.documents.map((document) => (
          <li key={document}>
            <MissingDocument document={document} href={documentLink(caseId, document)} />
          </li>
        ))}
      </ul>
    </div>
  )

/** Row 12: every line over or carried forward. */
export const Start = ({ caseId, page }: Props) => {
  const carriable = page.open.filter((l) => l.mayCarry)
  return (
    <Section id="rozpocznij" title={m.start.title} lead={m.start.lead}>
      <Sheet pad>
        <Documents caseId={caseId} page={page} />
        {page.documents.length === 0 && (
          <ActionForm action={startEvaluation} submitLabel={m.start.button} label={m.start.title}>
            <OfCase caseId={caseId} page={page} />
            {page.open.length === 0 && <p>{m.start.none}</p>}
            <Unanswered caseId={caseId} page={page} />
            {carriable.length > 0 && (
              <FormChoices
                name="carry"
                legend={m.start.carry}
                options={carriable.map((l) => ({ value: l.id, label: nameOf(l) }))}
                multiple
              />
            )}
          </ActionForm>
        )}
      </Sheet>
    </Section>
  )
}

/** Row 13: the leader closes. */
export const Close = ({ caseId, page }: Props) => (
  <Section id="zamkniecie" title={m.close.title} lead={m.close.lead}>
    <Sheet pad>
      {page.missing.length > 0 && (
        <>
          <p>{m.close.missing}</p>
          <ul className="stack mb-4">
            {page.missing.map((key) => (
              <li key={key}>
                {isCaseDocument(key) ? (
                  <MissingDocument document={key} href={documentLink(caseId, key)} />
                ) : (
                  <ToneText tone="late">{caseMessages.missing[key]}</ToneText>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {page.may.close && page.missing.length === 0 ? (
        <ActionForm action={closeCase} submitLabel={m.close.button} label={m.close.button}>
          <OfCase caseId={caseId} page={page} />
        </ActionForm>
      ) : (
        <p className="muted">{page.closedOn ? m.close.closedOn(page.closedOn) : m.close.waits}</p>
      )}
    </Sheet>
  </Section>
)

/** Row 15: within six months the work may begin again. */
export const Reopen = ({ caseId, page }: Props) =>
  page.may.reopen && page.reopenUntil ? (
    <Section id="wznowienie" title={m.reopen.title} lead={m.reopen.lead(page.reopenUntil)}>
      <Sheet pad>
        <ActionForm
          action={reopenCase}
          submitLabel={m.reopen.button}
          submitVariant={2}
          label={m.reopen.title}
        >
          <OfCase caseId={caseId} page={page} />
          <FormTextArea name="reason" label={m.reopen.reason} rows={2} maxLength={1000} required />
        </ActionForm>
      </Sheet>
    </Section>
  ) : null
