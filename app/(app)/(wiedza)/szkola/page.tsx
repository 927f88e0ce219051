import { EventTable } from '@/app/(app)/(wiedza)/szkola/event-table'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { Select } from '@/components/ui/inputs'
import { SearchForm } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { schoolMessages as m } from '@/lib/messages/pl/school'
import { listEvents } from '@/lib/school'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

/** What is planned, where I have a place, and what was. */
export default definePage({
  permission: 'school.list',
  render: async ({ search }) => {
    const { q = '', rodzaj = '' } = search
    const list = await readPage((read) => read(listEvents, { q, kind: rodzaj }))
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            list.mayCreate && (
              <LinkButton href={paths.schoolNew()} icon="plus" inline>
                {m.add}
              </LinkButton>
            )
          }
        />
        <SearchForm
          action={paths.school()}
          label={m.search}
          defaultValue={q}
          clearHref={q || rodzaj ? paths.school() : undefined}
        >
          <Select
            name="rodzaj"
            label={m.kindLabel}
            defaultValue={rodzaj}
            placeholder={m.anyKind}
            options={m.kinds}
          />
        </SearchForm>
        <p className="row mt-4">
          {list.maySeeAll && <AppLink href={paths.trainings()}>{m.who}</AppLink>}
          <AppLink href={paths.certificateCheck()}>{m.check}</AppLink>
        </p>
        <Section id="przed" title={m.ahead}>
          {list.ahead.length === 0 ? (
            <EmptyState title={m.none}>{m.noneText}</EmptyState>
          ) : (
            <EventTable caption={m.ahead} rows={list.ahead} />
          )}
        </Section>
        {list.past.length > 0 && (
          <Section id="odbyly" title={m.past}>
            <EventTable caption={m.past} rows={list.past} />
          </Section>
        )}
      </>
    )
  },
})
