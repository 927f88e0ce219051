import { askQuestion } from '@/app/(app)/(wiedza)/pytania/actions'
import { themeOptions } from '@/app/(app)/(wiedza)/theme-options'
import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { themes } from '@/lib/knowledge'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { questionMessages } from '@/lib/messages/pl/questions'
import { prepareQuestion } from '@/lib/questions'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = questionMessages.form
export const metadata = { title: m.title }

export default definePage({
  permission: 'question.ask',
  render: async () => {
    const { teams } = await readPage((read) => read(prepareQuestion, {}))
    return (
      <div className="task">
        <Crumbs items={[{ label: questionMessages.title, href: paths.questions() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        <Notice className="mb-4">{knowledgeMessages.noNames}</Notice>
        <Sheet pad>
          <ActionForm action={askQuestion} submitLabel={m.submit} label={m.title}>
            <FormSelect
              name="teamId"
              label={m.team}
              options={teams}
              defaultValue={teams[0]?.value}
              placeholder={teams.length > 0 ? null : undefined}
            />
            <FormText name="title" label={m.name} maxLength={160} required />
            <FormSelect name="theme" label={knowledgeMessages.themeLabel} options={themeOptions(themes)} />
            <FormTextArea name="body" label={m.body} hint={m.bodyHint} rows={6} maxLength={3000} required />
            <FormText
              name="law"
              label={questionMessages.law}
              hint={questionMessages.lawHint}
              maxLength={160}
              optional
            />
          </ActionForm>
        </Sheet>
      </div>
    )
  },
})
