import { AnswerForm, Steps } from '@/app/(app)/(wiedza)/pytania/[id]/steps'
import { QuestionBadge } from '@/app/(app)/(wiedza)/pytania/question-table'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate, formatInstant } from '@/lib/format/dates'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { questionDone, questionMessages } from '@/lib/messages/pl/questions'
import { type QuestionPage, readQuestion } from '@/lib/questions'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = questionMessages.page
export const metadata = { title: questionMessages.title }

const Answer = ({ answer }: { answer: QuestionPage['answers'][number] }) => (
  <>
    <p className="whitespace-pre-line">{answer.body}</p>
    <p className="muted">{m.by(answer.by, answer.institution, formatInstant(answer.at))}</p>
  </>
)

const Answers = ({ question }: { question: QuestionPage }) => {
  const [last, ...earlier] = question.answers
  return (
    <Section id="tresc-odpowiedzi" title={m.answer}>
      {question.endedOn && (
        <Notice tone="warn" className="mb-4">
          {m.ended(formatDate(question.endedOn), question.endReason ?? '')}
        </Notice>
      )}
      <Sheet pad className="stack-4">
        {last ? <Answer answer={last} /> : <p className="muted">{m.noAnswer}</p>}
        {earlier.length > 0 && (
          <Disclosure summary={m.earlier}>
            {earlier.map((one) => (
              <div key={one.id} className="mt-4">
                <b>{m.version(one.versionNo)}</b>
                <Answer answer={one} />
              </div>
            ))}
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )
}

/** One question, its answer, and what this person may do with it. */
export default definePage({
  permission: 'question.read',
  render: async ({ params, search }) => {
    const question = await readPage((read) => read(readQuestion, { questionId: params.id ?? '' }))
    return (
      <div className="task">
        <Crumbs
          items={[{ label: questionMessages.title, href: paths.questions() }, { label: question.title }]}
        />
        <PageHead title={question.title} actions={<QuestionBadge row={question} />} />
        <DoneNotice>{questionDone(search.zrobione)}</DoneNotice>
        <Sheet pad className="stack-4">
          <p className="whitespace-pre-line">{question.body}</p>
          <DefinitionList
            items={[
              { term: knowledgeMessages.themeLabel, value: knowledgeMessages.theme[question.theme] },
              { term: questionMessages.law, value: question.law },
              { term: m.asked, value: formatInstant(question.askedAt) },
              { term: m.team, value: question.team },
            ]}
          />
        </Sheet>
        <Answers question={question} />
        <AnswerForm question={question} />
        <Steps question={question} />
      </div>
    )
  },
})
