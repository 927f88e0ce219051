import { PreviewRow } from '@/app/(app)/sprawy/[id]/koszyk/szablony/[templateId]/row'
import { applyTemplate } from '@/app/(app)/sprawy/[id]/koszyk/szablony/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { FormHidden } from '@/components/ui/form-fields'
import { DateInput } from '@/components/ui/inputs'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { templateMessages } from '@/lib/messages/pl/templates'
import { previewTemplate, type TemplatePreview } from '@/lib/templates'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = templateMessages.preview
export const metadata = { title: templateMessages.choose.title }

/** From which day: the other days are counted from it. */
const First = ({ action, page }: { action: string; page: TemplatePreview }) => (
  <form action={action} method="get" className="search-form">
    <DateInput name="od" label={m.first} defaultValue={formatDate(page.startsOn)} />
    <Button type="submit" variant={2} inline>
      {m.firstSubmit}
    </Button>
  </form>
)

const Lines = ({ caseId, page }: { caseId: string; page: TemplatePreview }) => (
  <ActionForm action={applyTemplate} submitLabel={m.submit} label={m.submit} key={page.startsOn}>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="templateId" value={page.template.id} />
    <FormHidden name="version" value={page.template.version} />
    <FormHidden name="startsOn" value={formatDate(page.startsOn)} />
    <div className="stack-4">
      {page.lines.map((line, index) => (
        <PreviewRow key={line.id} line={line} index={index} page={page} />
      ))}
    </div>
  </ActionForm>
)

const Body = ({ caseId, page }: { caseId: string; page: TemplatePreview }) => {
  if (!page.stage) return <EmptyState title={m.wrongStage} />
  if (page.needs.length === 0)
    return (
      <EmptyState
        title={m.noNeeds}
        actions={
          <LinkButton href={paths.caseDiagnosis(caseId)}>{basketMessages.coverage.toDiagnosis}</LinkButton>
        }
      >
        {m.noNeedsText}
      </EmptyState>
    )
  return (
    <>
      <First action={paths.caseTemplate(caseId, page.template.id)} page={page} />
      <div className="mt-4">
        <Lines caseId={caseId} page={page} />
      </div>
    </>
  )
}

/** What a template would make of this basket; drafts arise only when a person says so. */
export default definePage({
  permission: 'template.preview',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const page = await previewTemplate.execute(actor, {
      caseId,
      templateId: params.templateId ?? '',
      startsOn: search.od ?? null,
    })
    return (
      <>
        <Crumbs
          inside
          items={[
            { label: basketMessages.title, href: paths.caseBasket(caseId) },
            { label: templateMessages.title, href: paths.caseTemplates(caseId) },
            { label: page.template.name },
          ]}
        />
        <SectionHead title={page.template.name} lead={m.lead} />
        <Body caseId={caseId} page={page} />
      </>
    )
  },
})
