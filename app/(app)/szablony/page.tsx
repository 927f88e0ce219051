import { TemplateSearch, TemplateTable } from '@/app/(app)/szablony/table'
import { Select } from '@/components/ui/inputs'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { catalogueMessages } from '@/lib/messages/pl/catalogue'
import { templateMessages as m } from '@/lib/messages/pl/templates'
import { listTemplates } from '@/lib/templates'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

/** Templates of the own teams and of the voivodeship; retired ones are found here again. */
export default definePage({
  permission: 'template.list',
  render: async ({ actor, search }) => {
    const { q = '', problem = '', stan = '' } = search
    const retired = stan === 'wycofane'
    const { rows, problems } = await listTemplates.execute(actor, { q, problem, retired })
    return (
      <>
        <Crumbs items={[{ label: catalogueMessages.title, href: paths.catalogue() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        <TemplateSearch action={paths.templates()} q={q} problem={problem} problems={problems}>
          <Select
            name="stan"
            label={m.which}
            defaultValue={retired ? 'wycofane' : ''}
            placeholder={m.live}
            options={[{ value: 'wycofane', label: m.retired }]}
          />
        </TemplateSearch>
        <div className="mt-4">
          <TemplateTable rows={rows} href={paths.template} />
        </div>
      </>
    )
  },
})
