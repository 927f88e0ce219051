import { finish, saveVoice } from '@/app/(app)/sprawy/[id]/diagnoza/actions'
import { MissingDocument } from '@/components/cases/missing-document'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { DiagnosisPage } from '@/lib/diagnosis'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'
import { documentLink } from '@/lib/web/document-links'

const m = diagnosisMessages

type Props = { caseId: string; page: DiagnosisPage }

/** What the family said in its own words. */
export const Voice = ({ caseId, page }: Props) => (
  <Section id="glos" title={m.voice.title} lead={m.voice.lead}>
    <Sheet className="pad">
      {page.may.edit ? (
        <ActionForm action={saveVoice} submitLabel={m.voice.save} submitVariant={2} label={m.voice.title}>
          <FormHidden name="caseId" value={caseId} />
          <FormHidden name="version" value={page.voice.version} />
          <FormTextArea
            name="body"
            label={m.voice.label}
            defaultValue={page.voice.body}
            rows={4}
            maxLength={6000}
            required
          />
        </ActionForm>
      ) : (
        <p className="pre">{page.voice.body || (page.round?.completedOn ? m.voice.none : m.voice.empty)}</p>
      )}
    </Sheet>
  </Section>
)

/** What is missing for the plan, in words, and the step itself. */
export const Finish = ({ caseId, page }: Props) => {
  const { missing } = page
  const ready = missing.required.length === 0 && !missing.familyVoice && missing.documents.length === 0
  return (
    <Section id="braki" title={ready ? m.finish.ready : m.finish.title}>
      <Sheet className="pad">
        <ul className="stack">
          {missing.required.map((name) => (
            <li key={name}>
              <ToneText tone="late">{m.finish.required(name)}</ToneText>
            </li>
          ))}
          {missing.familyVoice && (
            <li>
              <ToneText tone="late">{m.finish.voice}</ToneText>
            </li>
          )}
          {missing.documents.map((document) => (
            <li key={document}>
              <MissingDocument document={document} href={documentLink(caseId, document)} />
            </li>
          ))}
          {missing.others.length > 0 && (
            <li>
              <ToneText tone="mine">{m.finish.others(missing.others.join(', '))}</ToneText>
            </li>
          )}
        </ul>
        {ready && page.may.finish && (
          <ActionForm action={finish} submitLabel={m.finish.submit} label={m.finish.submit}>
            <FormHidden name="caseId" value={caseId} />
            <FormHidden name="version" value={page.version} />
          </ActionForm>
        )}
      </Sheet>
    </Section>
  )
}
