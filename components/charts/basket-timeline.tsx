import { Fragment } from 'react'
import {
  type Axis,
  monthMarks,
  noteSpot,
  place,
  shorten,
  todaySide,
  yearSpot,
} from '@/components/charts/timeline-geometry'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/lists'
import { formatDate, formatDayMonth, type IsoDate } from '@/lib/format/dates'
import { chartMessages } from '@/lib/messages/pl/charts'

/**
 * going, paused, done, promise (accepted, not begun), ask (no answer yet), mine (another proposal waits for who asked),
 * queue, draft (nobody was asked), late (refused), off (ended without result), dropped (cancelled).
 */
export type TimelineState =
  | 'going'
  | 'paused'
  | 'done'
  | 'promise'
  | 'ask'
  | 'mine'
  | 'queue'
  | 'draft'
  | 'late'
  | 'off'
  | 'dropped'

export type TimelineLine = {
  id: string
  label: string
  state: TimelineState
  start: IsoDate
  /** null: no end agreed, the bar runs to the edge */
  end: IsoDate | null
  deliveries: readonly IsoDate[]
  href?: string
}

export type BasketTimelineProps = {
  id: string
  from: IsoDate
  to: IsoDate
  today: IsoDate
  lines: readonly TimelineLine[]
}

const texts = chartMessages.timeline

// words in the colour of the state stand beside bars that are not simply going on
const noteClass: Readonly<Record<TimelineState, string | undefined>> = {
  going: undefined,
  paused: 't2',
  done: 'done',
  promise: 'mine',
  ask: 'wait',
  mine: 'mine',
  queue: 'wait',
  draft: 't2',
  late: 'late',
  off: 't2',
  dropped: 't2',
}

// the middle width of a sign at 15 px
const sign = 7.6

type Spot = { line: TimelineLine; y: number; height: number }

/** One stroke a delivery, of all lines one path. */
const ticks = (spots: readonly Spot[], axis: Axis): string =>
  spots
    .flatMap(({ line, y, height }) =>
      line.deliveries.map((date) => `M${place(date, axis)} ${y + height * 0.35}v${height * 0.5}`),
    )
    .join('')

/** Elapsed time along the top edge of the bars that go on, of all lines one path. */
const elapsed = (spots: readonly Spot[], axis: Axis, today: number): string =>
  spots
    .map(({ line, y }) => {
      const start = place(line.start, axis)
      const past =
        Math.round((Math.min(today, line.end ? place(line.end, axis) : axis.right) - start) * 10) / 10
      return line.state === 'going' && past > 0 ? `M${start} ${y}h${past}v4h-${past}z` : ''
    })
    .join('')

const Bars = ({ spots, axis, today }: { spots: readonly Spot[]; axis: Axis; today: number }) => {
  const [past, strokes] = [elapsed(spots, axis, today), ticks(spots, axis)]
  return (
    <>
      {spots.map(({ line, y, height }) => {
        const start = place(line.start, axis)
        const end = line.end ? place(line.end, axis) : axis.right
        const width = Math.max(3, Math.round((end - start) * 10) / 10)
        return (
          <rect
            key={line.id}
            className={`g-${line.state}`}
            x={start}
            y={y}
            width={width}
            height={height}
            rx={3}
          />
        )
      })}
      {past && <path className="g-past" d={past} />}
      {strokes && <path className="tick" d={strokes} />}
    </>
  )
}

/** The name of a line, and words beside its bar. */
const WideRow = ({
  line,
  row,
  axis,
  today,
}: {
  line: TimelineLine
  row: number
  axis: Axis
  today: number
}) => {
  const y = 61 + row * 34
  const note = texts.states[line.state]
  const start = place(line.start, axis)
  const end = line.end ? place(line.end, axis) : axis.right
  const width = note.length * sign
  // the line of today would strike the words through: they stand behind it
  const behind = end <= today && today < end + 8 + width ? today : end
  const spot = line.state === 'going' ? null : noteSpot({ start, end: behind }, width, axis)
  return (
    <>
      <text x={0} y={y + 15}>
        {shorten(line.label, 42)}
      </text>
      {spot && (
        <text className={noteClass[line.state]} x={spot.x} y={y + 15} textAnchor={spot.anchor}>
          {note}
        </text>
      )}
    </>
  )
}

const Wide = ({ id, from, to, today, lines }: BasketTimelineProps) => {
  const axis: Axis = { from, to, left: 330, right: 1190 }
  const height = 61 + lines.length * 34
  const marks = monthMarks(axis, 14)
  const now = place(today, axis)
  const words = texts.today(formatDayMonth(today))
  const years = marks.filter((mark) => mark.opensYear).map((mark) => mark.x)
  const side = todaySide(now, years, words.length * sign, axis.left)
  return (
    <svg className="pic" viewBox={`0 0 1200 ${height}`} role="img" aria-labelledby={`${id}-wide`}>
      <title id={`${id}-wide`}>{texts.title(lines.length, formatDate(from), formatDate(to))}</title>
      <path
        className="grid"
        d={[
          ...marks.filter((mark) => !mark.opensYear).map((mark) => `M${mark.x} 24V${height - 8}`),
          ...lines.slice(1).map((_, i) => `M0 ${88 + i * 34}H1190`),
        ].join('')}
      />
      <path className="grid2" d={years.map((x) => `M${x} 2V${height - 8}`).join('')} />
      {marks.map((mark) => (
        <Fragment key={`${mark.year}-${mark.month}`}>
          {mark.opensYear && (
            <text className="t2 tb" x={yearSpot(mark.x, { x: now, side, width: words.length * sign })} y={15}>
              {mark.year}
            </text>
          )}
          <text className="t3" x={mark.x + 6} y={36}>
            {texts.months[mark.month - 1]}
          </text>
        </Fragment>
      ))}
      <Bars
        spots={lines.map((line, row) => ({ line, y: 61 + row * 34, height: 20 }))}
        axis={axis}
        today={now}
      />
      {lines.map((line, row) => (
        <WideRow key={line.id} line={line} row={row} axis={axis} today={now} />
      ))}
      <path className="today" d={`M${now} 4V${height - 8}`} />
      <text className="today-t" x={side === 'end' ? now - 6 : now + 6} y={15} textAnchor={side}>
        {words}
      </text>
    </svg>
  )
}

const Phone = ({ id, from, to, today, lines }: BasketTimelineProps) => {
  const axis: Axis = { from, to, left: 0, right: 304 }
  const height = 30 + lines.length * 46
  const now = place(today, axis)
  const marks = monthMarks(axis, 5)
  return (
    <svg className="pic" viewBox={`0 0 304 ${height}`} role="img" aria-labelledby={`${id}-phone`}>
      <title id={`${id}-phone`}>{texts.title(lines.length, formatDate(from), formatDate(to))}</title>
      <path className="grid" d={marks.map((mark) => `M${mark.x} 22V${height}`).join('')} />
      {marks
        .filter((mark) => mark.x < 270)
        .map((mark) => (
          <text key={`${mark.year}-${mark.month}`} className="t3" x={mark.x + 2} y={15}>
            {`${texts.months[mark.month - 1]} ${mark.opensYear && mark.x > 0 ? mark.year : ''}`}
          </text>
        ))}
      <Bars
        spots={lines.map((line, row) => ({ line, y: 53 + row * 46, height: 16 }))}
        axis={axis}
        today={now}
      />
      {lines.map((line, row) => (
        <text key={line.id} className="halo" x={0} y={46 + row * 46}>
          {shorten(line.label, 36)}
        </text>
      ))}
      <path className="today" d={`M${now} 20V${height}`} />
    </svg>
  )
}

const period = ({ start, end }: TimelineLine) =>
  `${formatDate(start)} – ${end ? formatDate(end) : texts.open}`

/** Services over months: elapsed time along the top edge, deliveries as ticks, today as a line; twin: a table. */
export const BasketTimeline = (props: BasketTimelineProps) => (
  <div className="sheet pad">
    <div className="only-wide">
      <Wide {...props} />
    </div>
    <div className="only-phone">
      <Phone {...props} />
      <p className="muted">{texts.todayPhone(formatDate(props.today))}</p>
    </div>
    <Disclosure summary={chartMessages.twin}>
      <DataTable
        caption={texts.title(props.lines.length, formatDate(props.from), formatDate(props.to))}
        captionHidden
        rows={props.lines}
        rowId={(line) => line.id}
        columns={[
          {
            key: 'line',
            label: texts.line,
            cell: (line) => (line.href ? <AppLink href={line.href}>{line.label}</AppLink> : line.label),
          },
          { key: 'state', label: texts.state, cell: (line) => texts.states[line.state] },
          { key: 'period', label: texts.period, cell: period },
          {
            key: 'delivered',
            label: texts.delivered,
            cell: (line) =>
              [texts.deliveries(line.deliveries.length), line.deliveries.map(formatDayMonth).join(', ')]
                .filter(Boolean)
                .join(': '),
          },
        ]}
      />
    </Disclosure>
  </div>
)
