import {
  type CompositionPlaces,
  compositionPhone,
  compositionWide,
  type Level,
  type Placed,
  rowHeight,
} from '@/components/charts/composition-geometry'
import { wrapped } from '@/components/charts/ecomap-geometry'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/lists'
import type { Sector } from '@/components/ui/status'
import { chartMessages } from '@/lib/messages/pl/charts'
import { compositionMessages as m } from '@/lib/messages/pl/composition'

export type CompositionGroup = {
  readonly level: Level
  readonly sector: Sector
  readonly present: readonly string[]
  readonly missing: readonly { readonly name: string; readonly required: boolean }[]
}
export type TeamCompositionProps = {
  readonly id: string
  readonly team: string
  readonly groups: readonly CompositionGroup[]
}

type Row = { readonly text: string; readonly look: string }

/** Who is there, then what is missing of what is required, then of what is recommended. */
const rowsOf = ({ present, missing }: CompositionGroup): Row[] => [
  ...present.map((text) => ({ text, look: '' })),
  ...[...missing]
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map(({ name, required }) => ({
      text: `${required ? m.required : m.recommended} ${name}`,
      look: required ? 'late tb' : 't2',
    })),
]

const isEmpty = ({ present }: CompositionGroup): boolean => present.length === 0
const lacksCore = ({ missing }: CompositionGroup): boolean => missing.some(({ required }) => required)

const boxLook = (group: CompositionGroup): string => {
  if (lacksCore(group)) return 'eco-box eco-late'
  return isEmpty(group) ? 'eco-box eco-none' : 'eco-box'
}

const GroupBox = ({ box, group, signs }: { box: Placed; group: CompositionGroup; signs: number }) => (
  <g>
    <rect className={boxLook(group)} x={box.x} y={box.y} width={box.width} height={box.height} rx={6} />
    <g className={`k${group.sector.colour}`}>
      <rect className="eco-mark" x={box.x + 12} y={box.y + 9} width={21} height={21} rx={3} />
      <text className="eco-letter" x={box.x + 22.5} y={box.y + 25} textAnchor="middle">
        {group.sector.letter}
      </text>
    </g>
    <text className="tb" x={box.x + 42} y={box.y + 26}>
      {wrapped(group.sector.name, signs - 4, 1)[0]}
    </text>
    {rowsOf(group).map(({ text, look }, i) => (
      <text key={text} className={look || undefined} x={box.x + 12} y={box.y + 52 + i * rowHeight}>
        {wrapped(text, signs, 1)[0]}
      </text>
    ))}
  </g>
)

type PictureProps = TeamCompositionProps & { places: CompositionPlaces; signs: number }

const Picture = ({ id, team, groups, places, signs }: PictureProps) => {
  const { x, y, width, height } = places.team
  const present = groups.reduce((sum, group) => sum + group.present.length, 0)
  const name = wrapped(team, Math.floor(width / 9), 3)
  return (
    <svg
      className="pic eco"
      viewBox={`-2 -2 ${places.width + 4} ${places.height + 4}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{m.picture(team, present)}</title>
      {groups.map((group, i) => {
        const at = places.boxes[i]
        return (
          at && (
            <path
              key={`${group.level}${group.sector.letter}`}
              className={isEmpty(group) ? 'tie-line tie-asked' : 'tie-line tie-ended'}
              d={at.tie}
            />
          )
        )
      })}
      <rect className="eco-family" x={x} y={y} width={width} height={height} rx={10} />
      {name.map((row, i) => (
        <text
          key={row}
          className="tb"
          x={x + width / 2}
          y={y + height / 2 + 6 - (name.length - 1) * 10 + i * 20}
          textAnchor="middle"
        >
          {row}
        </text>
      ))}
      {places.heads.map((head) => (
        <text key={head.level} className="tb" x={head.x} y={head.y}>
          {m.levels[head.level]}
        </text>
      ))}
      {groups.map((group, i) => {
        const at = places.boxes[i]
        return (
          at && <GroupBox key={`${group.level}${group.sector.letter}`} box={at} group={group} signs={signs} />
        )
      })}
    </svg>
  )
}

const Names = ({ names, none }: { names: readonly string[]; none: string }) =>
  names.length === 0 ? (
    none
  ) : (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )

const Twin = ({ team, groups }: TeamCompositionProps) => (
  <DataTable
    caption={`${m.title}: ${team}`}
    captionHidden
    rows={groups}
    rowId={(group) => `${group.level}${group.sector.letter}`}
    columns={[
      { key: 'sector', label: m.columns.sector, cell: (group) => group.sector.name },
      { key: 'level', label: m.columns.level, cell: (group) => m.levels[group.level] },
      {
        key: 'present',
        label: m.columns.present,
        cell: (group) => <Names names={group.present} none={m.nobody} />,
      },
      {
        key: 'missing',
        label: m.columns.missing,
        cell: (group) => (
          <Names
            names={group.missing.map(({ name, required }) => (required ? m.requiredKind(name) : name))}
            none={m.nothing}
          />
        ),
      },
    ]}
  />
)

/** The team in the middle, institutions around it by level and sector, missing kinds marked. Twin: a table. */
export const TeamComposition = (props: TeamCompositionProps) => {
  const { id, groups } = props
  const sized = groups.map((group) => ({ level: group.level, rows: rowsOf(group).length }))
  return (
    <div className="sheet pad">
      <div className="only-wide">
        <Picture {...props} id={`${id}-wide`} places={compositionWide(sized)} signs={56} />
      </div>
      <div className="only-phone">
        <Picture {...props} id={`${id}-phone`} places={compositionPhone(sized)} signs={32} />
      </div>
      <p className="hint">{m.legend}</p>
      <Disclosure summary={chartMessages.twin}>
        <Twin {...props} />
      </Disclosure>
    </div>
  )
}
