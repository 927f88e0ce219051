import {
  answerQuestion,
  assignQuestion,
  endAnswer,
  withdrawQuestion,
} from '@/app/(app)/(wiedza)/pytania/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { questionMessages } from '@/lib/messages/pl/questions'
import type { QuestionPage } from '@/lib/questions'

const m = questionMessages.page

const Target = ({ question }: { question: QuestionPage }) => (
  <>
    <FormHidden name="questionId" value={question.id} />
    <FormHidden name="version" value={question.version} />
  </>
)

/** The answer, or a better version of it. */
export const AnswerForm = ({ question }: { question: QuestionPage }) => {
  const [last] = question.answers
  const form = (
    <ActionForm
      action={answerQuestion}
      submitLabel={last ? m.correctSubmit : m.answerSubmit}
      submitVariant={last ? 2 : 1}
      label={last ? m.correctTitle : m.answerTitle}
    >
      <Target question={question} />
      <FormTextArea
        name="body"
        label={m.body}
        hint={knowledgeMessages.noNames}
        defaultValue={last?.body}
        rows={8}
        maxLength={6000}
        required
      />
      <FormText
        name="law"
        label={questionMessages.law}
        hint={questionMessages.lawHint}
        defaultValue={question.law ?? ''}
        maxLength={160}
        optional
      />
    </ActionForm>
  )
  if (!question.may['question.answer'] || question.status === 'withdrawn') return null
  return (
    <Section
      id="odpowiedz"
      title={last ? m.correctTitle : m.answerTitle}
      lead={last ? m.correctLead : undefined}
    >
      <Sheet pad>{last ? <Disclosure summary={m.correctTitle}>{form}</Disclosure> : form}</Sheet>
    </Section>
  )
}

/** Who answers, what is out of date, what is taken back. */
export const Steps = ({ question }: { question: QuestionPage }) => (
  <>
    {question.experts.length > 0 && (
      <Section id="kto" title={m.assign}>
        <Sheet pad>
          <ActionForm action={assignQuestion} submitLabel={m.assignSubmit} submitVariant={2} label={m.assign}>
            <Target question={question} />
            <FormSelect name="expert" label={m.assign} options={question.experts} />
          </ActionForm>
        </Sheet>
      </Section>
    )}
    {question.may['question.end'] && question.status === 'answered' && !question.endedOn && (
      <Disclosure summary={m.end}>
        <ActionForm action={endAnswer} submitLabel={m.end} submitVariant={2} label={m.end}>
          <Target question={question} />
          <FormTextArea
            name="reason"
            label={m.endReason}
            hint={m.endReasonHint}
            rows={2}
            maxLength={600}
            required
          />
        </ActionForm>
      </Disclosure>
    )}
    {question.may['question.withdraw'] && (
      <Disclosure summary={m.withdraw}>
        <p className="soft">{m.withdrawText}</p>
        <ActionForm
          action={withdrawQuestion}
          submitLabel={m.withdraw}
          submitVariant={2}
          label={m.withdraw}
          inline
        >
          <Target question={question} />
        </ActionForm>
      </Disclosure>
    )}
  </>
)
