import { AppLink } from '@/components/ui/app-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { planSheetMessages as sheet } from '@/lib/messages/pl/plan-sheet'
import { planMessages } from '@/lib/messages/pl/plans'
import type { PlanPage, PlanVersion } from '@/lib/plans'
import { paths } from '@/lib/web/paths'

const m = planMessages.versions

const columns = (caseId: string, print: boolean): Column<PlanVersion>[] => [
  { key: 'no', label: m.number, cell: (v) => String(v.versionNo) },
  {
    key: 'status',
    label: m.status,
    cell: (v) => (v.endedWithCase ? m.ended : m.statuses[v.status]),
  },
  {
    key: 'period',
    label: m.period,
    cell: (v) => (v.startsOn && v.endsOn ? m.range(v.startsOn, v.endsOn) : ''),
  },
  {
    key: 'signed',
    label: m.signed,
    cell: (v) =>
      v.familySignedOn ? [v.familySignedBy, formatDate(v.familySignedOn)].filter(Boolean).join(', ') : '',
  },
  { key: 'reason', label: m.reason, cell: (v) => [v.changeReason, v.endReason].filter(Boolean).join(' ') },
  {
    key: 'hash',
    label: m.hash,
    cell: (v) => v.contentHash && <code title={v.contentHash}>{v.contentHash.slice(0, 12)}…</code>,
  },
  ...(print
    ? [
        {
          key: 'print',
          label: sheet.print,
          cell: (v: PlanVersion) =>
            (v.status === 'approval' || v.contentHash) && (
              <AppLink href={paths.casePlanSheet(caseId, v.versionNo)}>
                {sheet.printVersion(v.versionNo)}
              </AppLink>
            ),
        },
      ]
    : []),
]

/** All versions, the newest first; what was signed is never edited. */
export const Versions = ({ caseId, page: { versions, may } }: { caseId: string; page: PlanPage }) =>
  versions.length === 0 ? null : (
    <Section id="wersje" title={m.title}>
      <DataTable
        caption={m.title}
        captionHidden
        columns={columns(caseId, may.print)}
        rows={versions}
        rowId={(v) => v.id}
      />
    </Section>
  )
