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

type RowProps = { line: TimelineLine; y: number; height: number; axis: Axis; today: number }

/** One stroke a delivery, all of them one path. */
const ticks = (dates: readonly IsoDate[], axis: Axis, top: number, length: number): string =>
  dates.map((date) => `M${place(date, axis)} ${top}v${length}`).join('')

const Bar = ({ line, y, height, axis, today }: RowProps) => {
  const start = place(line.start, axis)
  const end = line.end ? place(line.end, axis) : axis.right
  const width = Math.max(3, Math.round((end - start) * 10) / 10)
  const past = Math.round((Math.min(today, end) - start) * 10) / 10
  return (
    <>
      <rect className={`g-${line.state}`} x={start} y={y} width={width} height={height} rx={3} />
      {line.state === 'going' && past > 0 && (
        <rect className="g-past" x={start} y={y} width={past} height={4} />
      )}
      {line.deliveries.length > 0 && (
        <path className="tick" d={ticks(line.deliveries, axis, y + height * 0.35, height * 0.5)} />
      )}
    </>
  )
}

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
      {row > 0 && <path className="grid" d={`M0 ${y - 7}H1190`} />}
      <text x={0} y={y + 15}>
        {shorten(line.label, 42)}
      </text>
      <Bar line={line} y={y} height={20} axis={axis} today={today} />
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
      {marks.map((mark) => (
        <g key={`${mark.year}-${mark.month}`}>
          <path
            className={mark.opensYear ? 'grid2' : 'grid'}
            d={`M${mark.x} ${mark.opensYear ? 2 : 24}V${height - 8}`}
          />
          {mark.opensYear && (
            <text className="t2 tb" x={yearSpot(mark.x, { x: now, side, width: words.length * sign })} y={15}>
              {mark.year}
            </text>
          )}
          <text className="t3" x={mark.x + 6} y={36}>
            {texts.months[mark.month - 1]}
          </text>
        </g>
      ))}
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
  return (
    <svg className="pic" viewBox={`0 0 304 ${height}`} role="img" aria-labelledby={`${id}-phone`}>
      <title id={`${id}-phone`}>{texts.title(lines.length, formatDate(from), formatDate(to))}</title>
      {monthMarks(axis, 5).map((mark) => (
        <g key={`${mark.year}-${mark.month}`}>
          <path className="grid" d={`M${mark.x} 22V${height}`} />
          {mark.x < 270 && (
            <text className="t3" x={mark.x + 2} y={15}>
              {texts.months[mark.month - 1]} {mark.opensYear && mark.x > 0 ? mark.year : ''}
            </text>
          )}
        </g>
      ))}
      {lines.map((line, row) => (
        <g key={line.id}>
          <text className="halo" x={0} y={46 + row * 46}>
            {shorten(line.label, 36)}
          </text>
          <Bar line={line} y={53 + row * 46} height={16} axis={axis} today={now} />
        </g>
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
