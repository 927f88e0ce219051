import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { type Basket, isFinal, type LineView, listLines } from '@/lib/baskets'
import { type ConsentView, listConsents } from '@/lib/consents'
import { sortPolish } from '@/lib/format/collate'
import { formatInstant } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { lineStatusNames } from '@/lib/messages/pl/baskets'
import { consentMessages } from '@/lib/messages/pl/consents'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { listed, named } from '../words'

const m = consentMessages.tell
export const metadata = { title: m.title }

/** One row for each institution that lost sight of somebody's data. */
const rowsOf = (view: ConsentView) =>
  view.history.flatMap((entry) =>
    sortPolish(view.places, ({ name }) => name)
      .filter(({ id }) => id !== view.ownerInstitutionId)
      .map((place) => ({
        id: `${entry.id} ${place.id}`,
        place,
        person: named(entry.person),
        closed: listed(entry.closed.filter((pair) => pair.institutionId === place.id)),
        when: entry.withdrawnAt ? formatInstant(entry.withdrawnAt) : '',
      }))
      .filter((row) => row.closed !== ''),
  )

/** Sent and not ended, and no longer covered by a consent: somebody has to decide about each. */
const heldLines = ({ lines, warnings }: Basket): LineView[] =>
  lines.filter(
    (line) =>
      line.status !== 'draft' &&
      !isFinal(line.status) &&
      warnings.some((w) => w.kind === 'noConsent' && w.lineId === line.id),
  )

const HeldLines = ({ caseId, lines }: { caseId: string; lines: readonly LineView[] }) => (
  <Section id="uslugi-bez-zgody" title={m.linesTitle} lead={lines.length > 0 ? m.linesLead : undefined}>
    {lines.length === 0 ? (
      <p className="muted">{m.noLines}</p>
    ) : (
      <DataTable
        caption={m.linesCaption}
        captionHidden
        rows={lines}
        rowId={({ id }) => id}
        columns={[
          { key: 'line', label: m.line, cell: (line) => line.title ?? line.service },
          { key: 'provider', label: m.provider, cell: (line) => line.provider.name },
          { key: 'status', label: m.status, cell: (line) => lineStatusNames[line.status] },
          {
            key: 'step',
            label: m.step,
            cell: (line) => <AppLink href={paths.caseLine(caseId, line.id)}>{m.decide}</AppLink>,
          },
        ]}
      />
    )}
  </Section>
)

export default definePage({
  permission: 'consent.list',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const rows = rowsOf(await listConsents.execute(actor, { caseId }))
    const held = heldLines(await listLines.execute(actor, { caseId }))
    return (
      <>
        <SectionHead
          title={m.title}
          lead={m.lead}
          actions={<AppLink href={paths.caseConsents(caseId)}>{consentMessages.title}</AppLink>}
        />
        {search.zapisano && (
          <Notice tone="good" role="status">
            {consentMessages.saved.wycofanie}
          </Notice>
        )}
        <DataTable
          caption={m.caption}
          captionHidden
          rows={rows}
          rowId={(row) => row.id}
          empty={<EmptyState title={m.empty} />}
          columns={[
            { key: 'place', label: m.institution, cell: (row) => row.place.name },
            {
              key: 'phone',
              label: m.phone,
              cell: ({ place }) =>
                place.phone && <a href={`tel:${place.phone}`}>{formatPhone(place.phone)}</a>,
            },
            { key: 'person', label: m.person, cell: (row) => row.person },
            { key: 'closed', label: m.closed, cell: (row) => row.closed },
            { key: 'when', label: m.when, cell: (row) => row.when },
            { key: 'done', label: m.done, cell: () => null },
          ]}
        />
        <HeldLines caseId={caseId} lines={held} />
      </>
    )
  },
})
