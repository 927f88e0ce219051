import { SightMatrix } from '@/components/cases/sight-matrix'
import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { type ConsentView, listConsents } from '@/lib/consents'
import { categoryWords, consentMessages } from '@/lib/messages/pl/consents'
import { sightMessages as m } from '@/lib/messages/pl/sight'
import type { Actor } from '@/lib/policy/actor'
import { eyeRoles, lookAs, type SightRow, sightOf } from '@/lib/sight'
import { definePage, type Search } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { Eyes } from './eyes'
import { Reasons } from './reasons'

export const metadata = { title: m.title }

const WhoseForm = ({ view, personId }: { view: ConsentView; personId: string | null }) => (
  <form action={paths.caseSight(view.caseId)} method="get" className="search-form mb-4 noprint">
    <Select
      name="osoba"
      label={m.of}
      options={view.persons.map((p) => ({ value: p.personId, label: p.name ?? consentMessages.unnamed }))}
      placeholder={m.everybody}
      defaultValue={personId ?? ''}
    />
    <Button type="submit" variant={2} inline>
      {m.show}
    </Button>
  </form>
)

const tableRows = (rows: readonly SightRow[]) =>
  rows.map(({ institutionId, institution, note, knots }) => ({
    id: institutionId,
    institution,
    note,
    knots: knots.map(({ category, state, open, cells }) => ({
      category,
      label: categoryWords[category].short,
      state,
      open,
      of: cells.length,
    })),
  }))

const Matrix = ({ view, personId }: { view: ConsentView; personId: string | null }) => {
  const rows = sightOf(view, personId)
  const whose = view.persons.find((p) => p.personId === personId)?.name ?? m.everybody
  return (
    <>
      <WhoseForm view={view} personId={personId} />
      <SightMatrix caption={m.table.caption(whose)} rows={tableRows(rows)} />
      <p className="muted mt-2">
        {m.table.legend} {m.table.wholeNote}
      </p>
      <Reasons view={view} rows={rows} />
    </>
  )
}

/** The institution and role that the address names; nothing is looked at where it names none. */
const lookOf = async (actor: Actor, view: ConsentView, search: Search) => {
  const role = eyeRoles.find((one) => one === search.rola)
  const institutionId = view.institutions.find(({ id }) => id === search.instytucja)?.id
  return role && institutionId && view.may['sight.lookAs']
    ? lookAs.execute(actor, { caseId: view.caseId, institutionId, role })
    : null
}

export default definePage({
  permission: 'consent.list',
  render: async ({ actor, params, search }) => {
    const view = await listConsents.execute(actor, { caseId: params.id ?? '' })
    const personId = view.persons.find((p) => p.personId === search.osoba)?.personId ?? null
    return (
      <>
        <SectionHead
          title={m.title}
          lead={m.lead}
          actions={<AppLink href={paths.caseConsents(view.caseId)}>{m.back}</AppLink>}
        />
        {view.environment ? <Notice>{m.environment}</Notice> : <Matrix view={view} personId={personId} />}
        {view.may['sight.lookAs'] && (
          <Eyes
            caseId={view.caseId}
            places={view.institutions.filter(({ owner, expert }) => !owner && !expert)}
            wanted={{ institutionId: search.instytucja, role: search.rola }}
            seen={await lookOf(actor, view, search)}
          />
        )}
      </>
    )
  },
})
