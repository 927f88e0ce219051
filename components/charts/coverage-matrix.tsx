import type { ReactNode } from 'react'
import { grouped, type KnotState, runs, ties } from '@/components/charts/coverage-geometry'
import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import { Icon, type IconName } from '@/components/ui/icon'
import { ScrollBox } from '@/components/ui/scroll-box'
import { type Sector, SectorMark, type Tone, ToneText } from '@/components/ui/status'
import { tableRoles } from '@/components/ui/table-roles'
import { chartMessages } from '@/lib/messages/pl/charts'
import { uiMessages } from '@/lib/messages/pl/ui'

export type { KnotState } from '@/components/charts/coverage-geometry'

export type CoverageInstitution = { id: string; name: string; sector: Sector }

/** A service of one institution for one need; it leads to its line in the basket. */
export type CoverageKnot = { id: string; institutionId: string; state: KnotState; href: string }

export type CoverageNeed = {
  id: string
  name: string
  /** whose need: "Marta, Tomasz" */
  persons: string
  /** gap: nobody helps; twice: two institutions do the same */
  state: 'covered' | 'gap' | 'twice'
  knots: readonly CoverageKnot[]
  conclusion: { tone: Tone; icon?: IconName; text: string }
  action?: ReactNode
}

type CoverageMatrixProps = {
  caption: string
  needs: readonly CoverageNeed[]
  institutions: readonly CoverageInstitution[]
}

const texts = chartMessages.coverage

const look: Readonly<Record<KnotState, { tone: Tone; icon: IconName; line?: string }>> = {
  going: { tone: 'going', icon: 'half' },
  paused: { tone: 'off', icon: 'dash' },
  done: { tone: 'done', icon: 'check' },
  promise: { tone: 'mine', icon: 'ring', line: 'promise' },
  ask: { tone: 'wait', icon: 'hourglass', line: 'ask' },
  mine: { tone: 'mine', icon: 'hand' },
  queue: { tone: 'wait', icon: 'cal', line: 'ask' },
  draft: { tone: 'off', icon: 'edit', line: 'ask' },
  refused: { tone: 'late', icon: 'x' },
  twice: { tone: 'mine', icon: 'twice' },
  against: { tone: 'late', icon: 'swap' },
  ended: { tone: 'off', icon: 'fade' },
  dropped: { tone: 'off', icon: 'minus' },
}

const order: readonly KnotState[] = [
  'going',
  'paused',
  'done',
  'promise',
  'ask',
  'mine',
  'queue',
  'draft',
  'refused',
  'twice',
  'against',
  'ended',
  'dropped',
]

// more than these columns are grouped by sector, with the need and the conclusion standing still
const wideFrom = 11

const Knot = ({ knot, where }: { knot: CoverageKnot; where: string }) => {
  const { tone, icon, line } = look[knot.state]
  return (
    <AppLink className={classNames('knot', `is-${tone}`, line)} href={knot.href}>
      <Icon name={icon} />
      {texts.knots[knot.state]}
      <span className="vh">: {where}</span>
    </AppLink>
  )
}

type Columns = readonly (CoverageInstitution & { opens: boolean })[]

const Row = ({ need, columns, wide }: { need: CoverageNeed; columns: Columns; wide: boolean }) => {
  const inColumn = (id: string) => need.knots.filter((knot) => knot.institutionId === id)
  const threads = ties(columns.map(({ id }) => inColumn(id).some((knot) => knot.state === 'twice')))
  return (
    <tr {...tableRoles.row} className={need.state === 'covered' ? undefined : need.state}>
      <th {...tableRoles.rowHead}>
        {need.name}
        <small>{need.persons}</small>
      </th>
      {columns.map((column, i) => {
        const knots = inColumn(column.id)
        return (
          <td
            key={column.id}
            {...tableRoles.cell}
            className={classNames('x', threads[i], wide && column.opens && 'g1')}
            data-l={knots.length > 0 ? column.name : undefined}
          >
            {knots.map((knot) => (
              <Knot key={knot.id} knot={knot} where={`${column.name}, ${need.name}`} />
            ))}
          </td>
        )
      })}
      <td {...tableRoles.cell} className="sum">
        <ToneText tone={need.conclusion.tone} icon={need.conclusion.icon}>
          {need.conclusion.text}
        </ToneText>
        {need.action && <div>{need.action}</div>}
      </td>
    </tr>
  )
}

const Head = ({ columns }: { columns: Columns }) => (
  <tr {...tableRoles.row}>
    <th {...tableRoles.columnHead} className="muted edge-l">
      {texts.need}
    </th>
    {columns.map((column) => (
      <th key={column.id} {...tableRoles.columnHead}>
        <SectorMark sector={column.sector} />
        {column.name}
      </th>
    ))}
    <th {...tableRoles.columnHead} className="muted edge-r">
      {texts.conclusion}
    </th>
  </tr>
)

const WideHead = ({ columns }: { columns: Columns }) => (
  <>
    <tr {...tableRoles.row} className="grp">
      <th {...tableRoles.columnHead} rowSpan={2} className="muted edge-l">
        {texts.need}
      </th>
      {runs(columns, (column) => column.sector.letter).map(({ first, length }) => (
        <th key={first.id} {...tableRoles.groupHead} colSpan={length}>
          <SectorMark sector={first.sector} />
          {first.sector.name}
        </th>
      ))}
      <th {...tableRoles.columnHead} rowSpan={2} className="muted edge-r">
        {texts.conclusion}
      </th>
    </tr>
    <tr {...tableRoles.row} className="sub">
      {columns.map((column) => (
        <th key={column.id} {...tableRoles.columnHead} className={column.opens ? 'g1' : undefined}>
          {column.name}
        </th>
      ))}
    </tr>
  </>
)

const Key = ({ needs }: { needs: readonly CoverageNeed[] }) => {
  const seen = new Set(needs.flatMap((need) => need.knots.map((knot) => knot.state)))
  return (
    <div className="pad pad-key">
      <ul className="key" aria-label={texts.key}>
        {order
          .filter((state) => seen.has(state))
          .map((state) => (
            <li key={state}>
              <ToneText tone={look[state].tone} icon={look[state].icon}>
                {texts.keys[state]}
              </ToneText>
            </li>
          ))}
        {needs.some((need) => need.state === 'gap') && (
          <li>
            <svg width="40" height="10" aria-hidden="true">
              <path d="M0 5h40" className="gap-thread" />
            </svg>
            {texts.gap}
          </li>
        )}
      </ul>
    </div>
  )
}

/**
 * Which needs have a service: needs run across, institutions down, a service is the knot. A real
 * table, so it reads in order; on a phone each need is a block of its own.
 */
export const CoverageMatrix = ({ caption, needs, institutions }: CoverageMatrixProps) => {
  const wide = institutions.length >= wideFrom
  const sorted = grouped(institutions, ({ sector }) => sector.letter)
  const columns = sorted.map((column, i) => ({
    ...column,
    opens: sorted[i - 1]?.sector.letter !== column.sector.letter,
  }))
  return (
    <div className="sheet">
      <ScrollBox label={uiMessages.list.scroll(caption)}>
        <table {...tableRoles.table} className={wide ? 'weave wide' : 'weave'}>
          <caption className="vh">{caption}</caption>
          <thead {...tableRoles.group}>
            {wide ? <WideHead columns={columns} /> : <Head columns={columns} />}
          </thead>
          <tbody {...tableRoles.group}>
            {needs.map((need) => (
              <Row key={need.id} need={need} columns={columns} wide={wide} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Key needs={needs} />
    </div>
  )
}
