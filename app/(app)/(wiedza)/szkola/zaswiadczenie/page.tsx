import { eventDays } from '@/app/(app)/(wiedza)/szkola/event-table'
import { SearchForm } from '@/components/ui/list-tools'
import { DefinitionList } from '@/components/ui/lists'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { schoolMessages } from '@/lib/messages/pl/school'
import { verifyCertificate } from '@/lib/school'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = schoolMessages.verify
export const metadata = { title: m.title }

/** Is this number a certificate of the voivodeship? */
export default definePage({
  permission: 'school.verify',
  render: async ({ search }) => {
    const number = search.numer ?? ''
    const { found } = number ? await readPage((read) => read(verifyCertificate, { number })) : { found: null }
    return (
      <div className="task">
        <Crumbs items={[{ label: schoolMessages.title, href: paths.school() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        <SearchForm action={paths.certificateCheck()} name="numer" label={m.number} defaultValue={number} />
        <div className="mt-4">
          {found && (
            <Sheet pad className="stack-4">
              <Notice tone="good" role="status">
                {m.good}
              </Notice>
              <DefinitionList
                items={[
                  { term: m.number, value: found.number },
                  { term: m.person, value: found.person },
                  { term: m.institution, value: found.institution },
                  { term: m.training, value: found.title },
                  { term: m.when, value: eventDays(found) },
                  { term: m.issuer, value: found.issuer },
                ]}
              />
            </Sheet>
          )}
          {number && !found && (
            <EmptyState title={m.bad} level={2}>
              {m.badText}
            </EmptyState>
          )}
        </div>
      </div>
    )
  },
})
