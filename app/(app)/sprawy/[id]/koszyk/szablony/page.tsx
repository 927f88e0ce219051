import { TemplateSearch, TemplateTable } from '@/app/(app)/szablony/table'
import { LinkButton } from '@/components/ui/button'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { templateMessages } from '@/lib/messages/pl/templates'
import { couldEver } from '@/lib/policy/decide'
import { chooseTemplate, listTemplates } from '@/lib/templates'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = templateMessages.choose
export const metadata = { title: templateMessages.title }

/** Templates for the basket of this family: to look at in it; and the way to make one out of it. */
export default definePage({
  permission: 'line.list',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const { q = '', problem = '' } = search
    const builds = couldEver(actor, 'template.choose')
    const { rows, problems } = builds
      ? await chooseTemplate.execute(actor, { caseId, q, problem })
      : await listTemplates.execute(actor, { q, problem, retired: false })
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
          title={m.title}
          lead={m.lead}
          actions={
            couldEver(actor, 'template.prepare') && (
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
            href={builds ? (id) => paths.caseTemplate(caseId, id) : paths.template}
          />
        </div>
      </>
    )
  },
})
