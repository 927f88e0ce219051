import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { listTemplates } from '@/lib/documents'
import { documentTemplateMessages as m } from '@/lib/messages/pl/papers/templates'
import { teamMessages } from '@/lib/messages/pl/teams'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

/** Each document, and whether the built-in one or one of the ROPS counts in the voivodeship. */
export default definePage({
  permission: 'document.templates',
  render: async ({ actor }) => {
    const { documents } = await listTemplates.execute(actor, {})
    return (
      <>
        <Crumbs items={[{ label: teamMessages.list.title, href: paths.teams() }, { label: m.title }]} />
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            <LinkButton href={paths.models()} variant={3}>
              {variantMessages.link}
            </LinkButton>
          }
        />
        <DataTable
          caption={m.title}
          captionHidden
          rows={documents}
          rowId={({ key }) => key}
          columns={[
            {
              key: 'document',
              label: m.document,
              cell: ({ key, title }) => <AppLink href={paths.documentTemplate(key)}>{title}</AppLink>,
            },
            {
              key: 'state',
              label: m.state,
              cell: ({ templates }) => {
                const active = templates.find(({ status }) => status === 'active')
                const waiting = templates.find(({ status }) => status === 'checked')
                return (
                  <>
                    {active ? m.own(active.versionNo) : m.builtIn}
                    {waiting && <span className="block soft">{m.waiting(waiting.versionNo)}</span>}
                  </>
                )
              },
            },
          ]}
        />
      </>
    )
  },
})
