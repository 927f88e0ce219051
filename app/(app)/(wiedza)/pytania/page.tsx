import { QuestionTable } from '@/app/(app)/(wiedza)/pytania/question-table'
import { themeOptions } from '@/app/(app)/(wiedza)/theme-options'
import { LinkButton } from '@/components/ui/button'
import { Select, TextInput } from '@/components/ui/inputs'
import { SearchForm } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { type Theme, themes } from '@/lib/knowledge'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { questionMessages as m } from '@/lib/messages/pl/questions'
import { listQuestions } from '@/lib/questions'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

/** What waits, then the library of answers. */
export default definePage({
  permission: 'question.list',
  render: async ({ search }) => {
    const { q = '', temat = '', przepis = '' } = search
    const list = await readPage((read) => read(listQuestions, { q, theme: temat as Theme, law: przepis }))
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            list.mayAsk && (
              <LinkButton href={paths.questionNew()} icon="chat" inline>
                {m.ask}
              </LinkButton>
            )
          }
        />
        <SearchForm
          action={paths.questions()}
          label={m.search}
          defaultValue={q}
          clearHref={q || temat || przepis ? paths.questions() : undefined}
        >
          <Select
            name="temat"
            label={knowledgeMessages.themeLabel}
            defaultValue={temat}
            placeholder={knowledgeMessages.anyTheme}
            options={themeOptions(themes)}
          />
          <TextInput name="przepis" label={m.law} defaultValue={przepis} width="medium" />
        </SearchForm>
        {list.waiting.length > 0 && (
          <Section id="czekaja" title={m.waiting}>
            <QuestionTable caption={m.waiting} rows={list.waiting} />
          </Section>
        )}
        <Section id="biblioteka" title={m.answers}>
          {list.answers.length === 0 ? (
            <EmptyState title={m.none}>{m.noneText}</EmptyState>
          ) : (
            <QuestionTable caption={m.answers} rows={list.answers} />
          )}
        </Section>
        {list.withdrawn.length > 0 && (
          <Section id="wycofane" title={m.withdrawn}>
            <QuestionTable caption={m.withdrawn} rows={list.withdrawn} />
          </Section>
        )}
      </>
    )
  },
})
