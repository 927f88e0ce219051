import { TemplateSearch, TemplateTable } from '@/app/(app)/szablony/table'
import { LinkButton } from '@/components/ui/button'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { templateMessages } from '@/lib/messages/pl/templates'
import { chooseTemplate } from '@/lib/templates'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = templateMessages.choose
export const metadata = { title: templateMessages.title }

/** Templates for the basket of this family: to look at in it; and the way to make one out of it. */
export default definePage({
  permission: 'template.choose',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const { q = '', problem = '' } = search
    const { rows, problems, may } = await chooseTemplate.execute(actor, { caseId, q, problem })
    return (
      <>
        <Crumbs
          inside
          items={[
            { label: basketMessages.title, href: paths.caseBasket(caseId) },
            { label: templateMessages.title },
          ]}
        />
        <SectionHead
          title={templateMessages.title}
          lead={m.lead}
          actions={
            may['template.prepare'] && (
              <LinkButton href={paths.caseTemplateNew(caseId)} variant={2} icon="plus">
                {templateMessages.make.link}
              </LinkButton>
            )
          }
        />
        <TemplateSearch action={paths.caseTemplates(caseId)} q={q} problem={problem} problems={problems} />
        <div className="mt-4">
          <TemplateTable
            rows={rows}
            href={may['template.preview'] ? (id) => paths.caseTemplate(caseId, id) : paths.template}
          />
        </div>
      </>
    )
  },
})
