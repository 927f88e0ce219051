import {
  changePlan,
  dropVersion,
  putInForce,
  returnPlan,
  signPlan,
  submitPlan,
} from '@/app/(app)/sprawy/[id]/plan/actions'
import { MissingDocument } from '@/components/cases/missing-document'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormCheckbox, FormDate, FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { FormAction } from '@/lib/format/form-state'
import { planMessages as m, planMissing } from '@/lib/messages/pl/plans'
import type { PlanPage, PlanVersion } from '@/lib/plans'
import { isCaseDocument } from '@/lib/variants'
import { documentLink } from '@/lib/web/document-links'
import { paths } from '@/lib/web/paths'

type Props = { caseId: string; page: PlanPage }

const OfCase = ({ caseId, page }: Props) => (
  <>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="version" value={page.version} />
  </>
)

/** What the next step still needs, in words. */
export const Missing = ({ caseId, page }: Props) =>
  page.missing.length === 0 ? (
    <ToneText tone="done">{m.state.ready}</ToneText>
  ) : (
    <ul className="stack">
      {page.missing.map((key) => (
        <li key={key}>
          {isCaseDocument(key) ? (
            <MissingDocument document={key} href={documentLink(caseId, key)} />
          ) : (
            <ToneText tone={key === 'answers' ? 'wait' : 'late'}>{planMissing[key]}</ToneText>
          )}
        </li>
      ))}
    </ul>
  )

const nameOf = (l: PlanPage['beyond'][number]): string =>
  `${l.title ?? l.service}, ${l.endsOn ? m.versions.range(l.startsOn, l.endsOn) : m.submit.from(l.startsOn)}`

/** Services that the suggested dates do not hold, and those without an end. */
const Dates = ({ page }: { page: PlanPage }) => (
  <>
    {page.beyond.length > 0 && (
      <Notice tone="warn" title={m.submit.outside}>
        <ul>
          {page.beyond.map((l) => (
            <li key={l.id}>{nameOf(l)}</li>
          ))}
        </ul>
      </Notice>
    )}
    {page.openEnded.length > 0 && (
      <p className="muted">
        {m.submit.openEnded(page.openEnded.map((l) => l.title ?? l.service).join(', '))}
      </p>
    )}
  </>
)

export const Submit = ({ caseId, page }: Props) => (
  <Section id="przekaz" title={m.submit.title} lead={m.submit.lead}>
    <Sheet pad>
      <Missing caseId={caseId} page={page} />
      {page.missing.length === 0 && (
        <ActionForm action={submitPlan} submitLabel={m.submit.button} label={m.submit.title} className="mt-4">
          <OfCase caseId={caseId} page={page} />
          <div className="row top">
            <FormDate
              name="startsOn"
              label={m.submit.start}
              defaultValue={page.suggested.startsOn}
              required
            />
            <FormDate
              name="endsOn"
              label={m.submit.end}
              hint={m.submit.endHint(page.longest)}
              defaultValue={page.suggested.endsOn}
              required
            />
          </div>
          <Dates page={page} />
          <FormCheckbox name="beyond" label={m.submit.beyond} hint={m.submit.beyondHint} />
        </ActionForm>
      )}
    </Sheet>
  </Section>
)

const Sign = ({ caseId, page, waiting }: Props & { waiting: PlanVersion | undefined }) => (
  <div>
    <h3>{m.sign.title}</h3>
    <p className="soft">{m.sign.lead}</p>
    {page.may.print && waiting && (
      <LinkButton href={paths.casePlanSheet(caseId, waiting.versionNo)} variant={2}>
        {m.print}
      </LinkButton>
    )}
    <ActionForm action={signPlan} submitLabel={m.sign.button} submitVariant={2} label={m.sign.title}>
      <FormHidden name="caseId" value={caseId} />
      <FormText name="signedBy" label={m.sign.by} maxLength={200} required />
      <FormDate name="signedOn" label={m.sign.on} defaultValue={page.today} required />
    </ActionForm>
  </div>
)

/** Signature of the family, answers of the providers, approval by the team's coordinator. */
export const Approval = ({ caseId, page }: Props) => {
  const waiting = page.versions.find((v) => v.status === 'approval')
  return (
    <Section id="akceptacja" title={m.approve.title}>
      <Sheet pad>
        <div className="stack">
          <Missing caseId={caseId} page={page} />
          {waiting?.familySignedOn && waiting.familySignedBy && (
            <p>{m.sign.done(waiting.familySignedBy, waiting.familySignedOn)}</p>
          )}
          {page.may.sign && !waiting?.familySignedOn && (
            <Sign caseId={caseId} page={page} waiting={waiting} />
          )}
          {page.may.approve && page.missing.length === 0 && (
            <ActionForm action={putInForce} submitLabel={m.approve.button} label={m.approve.button}>
              <OfCase caseId={caseId} page={page} />
            </ActionForm>
          )}
          {!page.may.approve && page.missing.length === 0 && <p className="muted">{m.approve.waits}</p>}
          {page.may.giveBack && (
            <WithReason caseId={caseId} page={page} action={returnPlan} words={m.giveBack} />
          )}
        </div>
      </Sheet>
    </Section>
  )
}

type Words = { title: string; reason: string; button: string; suggested?: string }
type ReasonProps = Props & { action: FormAction; words: Words; primary?: boolean }

const WithReason = ({ caseId, page, action, words, primary = false }: ReasonProps) => (
  <Disclosure summary={words.title} open={primary}>
    <ActionForm
      action={action}
      submitLabel={words.button}
      submitVariant={primary ? 1 : 2}
      label={words.title}
    >
      <OfCase caseId={caseId} page={page} />
      <FormTextArea
        name="reason"
        label={words.reason}
        defaultValue={words.suggested}
        rows={2}
        maxLength={1000}
        required
      />
    </ActionForm>
  </Disclosure>
)

/** A plan in force is changed by a new version, and renewed by one near its end; a new version may be dropped. */
export const Change = ({ caseId, page, reason }: Props & { reason?: string }) =>
  page.may.change || page.may.drop ? (
    <Sheet pad className="sec" id="zmiana">
      {page.may.change && (
        <p className="soft">{page.renewBy ? m.renew.lead(page.renewBy, page.longest) : m.change.lead}</p>
      )}
      {page.may.change && (
        <WithReason
          caseId={caseId}
          page={page}
          action={changePlan}
          words={reason ? { ...m.change, suggested: reason } : page.renewBy ? m.renew : m.change}
          primary={page.renewBy !== null || reason !== undefined}
        />
      )}
      {page.may.drop && <WithReason caseId={caseId} page={page} action={dropVersion} words={m.drop} />}
    </Sheet>
  ) : null
