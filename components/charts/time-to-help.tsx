import type { ReactNode } from 'react'
import { labelsCollide, type Segment, scaleEnd } from '@/components/charts/help-geometry'
import { classNames } from '@/components/ui/class-names'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/lists'
import { chartMessages } from '@/lib/messages/pl/charts'

export type { Segment } from '@/components/charts/help-geometry'

/** A median to compare with; null where fewer than five families would show. */
export type Comparison = {
  id: string
  label: string
  total: number | null
  segments: readonly (number | null)[]
}

type TimeToHelpProps = {
  /** "Ta rodzina" */
  who: string
  /** "2.03 – 22.04.2026" */
  period?: ReactNode
  /** working days of each step, in order; `label` in one word */
  segments: readonly Segment[]
  comparisons: readonly Comparison[]
}

const texts = chartMessages.help

// room for the thread on a page of 80rem
const usualWidth = 980

const Twin = ({ who, segments, comparisons }: TimeToHelpProps) => {
  const sum = segments.reduce((n, segment) => n + segment.days, 0)
  const rows = segments.map((segment, i) => ({
    label: segment.label,
    own: segment.days,
    others: comparisons.map((comparison) => comparison.segments[i] ?? null),
  }))
  return (
    <DataTable
      caption={texts.table}
      captionHidden
      rows={rows}
      rowId={(row) => row.label}
      columns={[
        { key: 'segment', label: texts.segment, cell: (row) => row.label },
        { key: 'own', label: who, numeric: true, cell: (row) => row.own },
        ...comparisons.map((comparison, i) => ({
          key: comparison.id,
          label: comparison.label,
          numeric: true,
          cell: (row: (typeof rows)[number]) => row.others[i] ?? texts.missing,
        })),
      ]}
      foot={[texts.total, sum, ...comparisons.map(({ total }) => total ?? texts.missing)]}
    />
  )
}

/** From referral to the first help in working days: one knot a step, medians as bars on the same scale. */
export const TimeToHelp = (props: TimeToHelpProps) => {
  const { who, period, segments, comparisons } = props
  const total = segments.reduce((n, segment) => n + segment.days, 0)
  const end = scaleEnd([total, ...comparisons.map((comparison) => comparison.total ?? 0)])
  return (
    <div className="sheet pad strip" style={{ '--max': end }}>
      <div className="strip-row">
        <p className="strip-label">
          <b>{who}</b>
          {period && (
            <>
              <br />
              {period}
            </>
          )}
        </p>
        <ol
          className={classNames('thread', labelsCollide(segments, end, usualWidth) && 'upright')}
          style={{ '--total': total }}
        >
          {segments.map(({ label, days }) => (
            <li key={label} style={{ '--d': days }}>
              <span>
                <b>{texts.days(days)}</b> {label}
              </span>
            </li>
          ))}
        </ol>
      </div>
      {comparisons.map((comparison, i) =>
        comparison.total === null ? null : (
          <div className="strip-row" key={comparison.id}>
            <p className="strip-label">{texts.compared(comparison.label, comparison.total)}</p>
            <div className={i % 2 === 0 ? 'pace' : 'pace pace-2'} style={{ '--total': comparison.total }} />
          </div>
        ),
      )}
      <Disclosure summary={chartMessages.twin}>
        <Twin {...props} />
      </Disclosure>
    </div>
  )
}
