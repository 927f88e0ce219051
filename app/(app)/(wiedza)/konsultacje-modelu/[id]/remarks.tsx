import { addRemark, answerRemark, correctRemark } from '@/app/(app)/(wiedza)/konsultacje-modelu/actions'
import { themeOptions } from '@/app/(app)/(wiedza)/theme-options'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge, type Tone } from '@/components/ui/status'
import { modelThemes } from '@/lib/knowledge'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { modelMessages } from '@/lib/messages/pl/model-consultations'
import { type ModelPage, type RemarkView, verdicts } from '@/lib/model-consultations'

const m = modelMessages.page
const tones: Record<(typeof verdicts)[number], Tone> = { taken: 'done', partly: 'going', notTaken: 'off' }

const Fields = ({ remark }: { remark?: RemarkView }) => (
  <>
    <FormSelect
      name="theme"
      id={remark && `temat-${remark.id}`}
      label={m.theme}
      defaultValue={remark?.theme}
      options={themeOptions(modelThemes)}
    />
    <FormTextArea
      name="body"
      id={remark && `uwaga-${remark.id}`}
      label={m.body}
      hint={m.addHint}
      defaultValue={remark?.body}
      rows={4}
      maxLength={3000}
      required
    />
  </>
)

/** What was said and what became of it. */
const Said = ({ remark, signed }: { remark: RemarkView; signed?: boolean }) => (
  <>
    <b>{knowledgeMessages.theme[remark.theme]}</b>
    <p className="whitespace-pre-line">{remark.body}</p>
    {signed && (
      <p className="muted">
        {[m.who(remark.name, remark.function), remark.outside && m.outside].filter(Boolean).join(' · ')}
      </p>
    )}
    {remark.verdict && (
      <p className="mt-2">
        <StatusBadge tone={tones[remark.verdict]}>{modelMessages.verdict[remark.verdict]}</StatusBadge>{' '}
        {remark.reason}
      </p>
    )}
  </>
)

const Answer = ({ remark }: { remark: RemarkView }) => (
  <Disclosure summary={remark.verdict ? m.answerChange : m.answer}>
    <ActionForm
      action={answerRemark}
      submitLabel={m.answerSubmit}
      submitVariant={2}
      label={`${m.answer}: ${remark.body.slice(0, 60)}`}
    >
      <FormHidden name="remarkId" value={remark.id} />
      <FormHidden name="version" value={remark.version} />
      <FormSelect
        name="verdict"
        id={`decyzja-${remark.id}`}
        label={m.verdict}
        defaultValue={remark.verdict ?? ''}
        options={verdicts.map((value) => ({ value, label: modelMessages.verdict[value] }))}
      />
      <FormTextArea
        name="reason"
        id={`powod-${remark.id}`}
        label={m.reason}
        defaultValue={remark.reason ?? ''}
        rows={2}
        maxLength={1000}
        required
      />
    </ActionForm>
  </Disclosure>
)

const Correct = ({ remark }: { remark: RemarkView }) => (
  <Disclosure summary={m.correct}>
    <ActionForm
      action={correctRemark}
      submitLabel={m.correctSubmit}
      submitVariant={2}
      label={`${m.correct}: ${remark.body.slice(0, 60)}`}
    >
      <FormHidden name="remarkId" value={remark.id} />
      <FormHidden name="version" value={remark.version} />
      <Fields remark={remark} />
    </ActionForm>
  </Disclosure>
)

/** My own remarks, and a new one as long as there is time. */
export const OwnRemarks = ({ view }: { view: ModelPage }) => {
  const own = view.remarks.filter((r) => r.mine)
  const open = view.state === 'open' && view.may['model.remark']
  if (own.length === 0 && !open) return null
  return (
    <Section id="moje" title={m.own} lead={view.showsRemarks ? m.willShow : m.willNotShow}>
      <Sheet pad className="stack-4">
        {own.length > 0 && (
          <Ledger
            rows={own.map((remark) => ({
              id: remark.id,
              content: (
                <>
                  <Said remark={remark} />
                  {open && !remark.verdict && <Correct remark={remark} />}
                </>
              ),
            }))}
          />
        )}
        {open && (
          <ActionForm action={addRemark} submitLabel={m.addSubmit} label={m.add}>
            <FormHidden name="modelConsultationId" value={view.id} />
            <Fields />
          </ActionForm>
        )}
      </Sheet>
    </Section>
  )
}

/** Everybody's remarks, theme by theme; the ROPS answers each. */
export const AllRemarks = ({ view }: { view: ModelPage }) => {
  const answers = view.may['model.answer'] && !view.closedAt
  const rows =
    view.may['model.answer'] || view.may['model.export'] ? view.remarks : view.remarks.filter((r) => !r.mine)
  if (!view.may['model.export'] && rows.length === 0) return null
  return (
    <Section id="uwagi" title={m.all} lead={modelMessages.count(rows.length)}>
      <Sheet pad>
        {rows.length === 0 ? (
          <p className="muted">{m.allNone}</p>
        ) : (
          <Ledger
            rows={rows.map((remark) => ({
              id: remark.id,
              content: (
                <>
                  <Said remark={remark} signed />
                  {answers && <Answer remark={remark} />}
                </>
              ),
            }))}
          />
        )}
      </Sheet>
    </Section>
  )
}
