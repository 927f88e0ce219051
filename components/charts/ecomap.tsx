import {
  type Box,
  ecomapPhone,
  ecomapWide,
  type Ecomap as Places,
  type Spot,
  wrapped,
} from '@/components/charts/ecomap-geometry'
import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/lists'
import type { Sector } from '@/components/ui/status'
import { chartMessages } from '@/lib/messages/pl/charts'

export type TieState = 'late' | 'going' | 'promised' | 'asked' | 'paused' | 'ended' | 'none'

export type EcomapLine = { id: string; label: string; state: TieState; href: string }

export type EcomapInstitution = {
  id: string
  name: string
  sector: Sector
  state: TieState
  /** what ties it to the family, the liveliest first */
  lines: readonly EcomapLine[]
  /** the unit that leads the case */
  leads: boolean
}

export type EcomapProps = {
  id: string
  /** who stands in the middle: "Rodzina" */
  family: string
  institutions: readonly EcomapInstitution[]
}

const texts = chartMessages.ecomap

const tones: Readonly<Record<TieState, string>> = {
  late: 'late',
  going: 'going',
  promised: 'mine',
  asked: 'wait',
  paused: 't2',
  ended: 't2',
  none: 't2',
}

// a sign on the tie, drawn about 0 0, so that no tie is known by its colour alone
const signs: Readonly<Partial<Record<TieState, string>>> = {
  late: 'M-7 -7L7 7M-7 7L7 -7',
  paused: 'M-4 -8V8M4 -8V8',
  ended: 'M0 -9V9',
  going: 'M-7 0L-2 6L8 -6',
}

const Tie = ({ spot, state }: { spot: Spot; state: TieState }) => (
  <>
    <path className={`tie-line tie-${state}`} d={spot.tie} />
    {signs[state] && (
      <g className={`tie-sign tie-${state}`} transform={`translate(${spot.mark.x} ${spot.mark.y})`}>
        <circle r={13} />
        <path d={signs[state]} />
      </g>
    )}
  </>
)

/** "Świetlica szkolna i 2 inne"; the unit that leads the case does so even without a service. */
const whatText = ({ lines, leads }: EcomapInstitution): string => {
  const [first, ...rest] = lines
  if (!first) return leads ? texts.leads : texts.nothing
  return rest.length === 0 ? first.label : texts.more(first.label, rest.length)
}

const Institution = ({ box, at, signsInRow }: { box: Box; at: EcomapInstitution; signsInRow: number }) => {
  const name = wrapped(at.name, signsInRow - 4, 2)
  const what = wrapped(whatText(at), signsInRow, 2)
  return (
    <g>
      <rect className={`eco-box eco-${at.state}`} {...box} rx={6} />
      <g className={`k${at.sector.colour}`}>
        <rect className="eco-mark" x={box.x + 12} y={box.y + 9} width={21} height={21} rx={3} />
        <text className="eco-letter" x={box.x + 22.5} y={box.y + 25} textAnchor="middle">
          {at.sector.letter}
        </text>
      </g>
      {name.map((row, i) => (
        <text key={row} className="tb" x={box.x + 42} y={box.y + 26 + i * 19}>
          {row}
        </text>
      ))}
      {what.map((row, i) => (
        <text key={row} className="t2" x={box.x + 12} y={box.y + 26 + (name.length + i) * 19}>
          {row}
        </text>
      ))}
      <text
        className={classNames(tones[at.state], 'tb')}
        x={box.x + 12}
        y={box.y + 26 + (name.length + what.length) * 19}
      >
        {texts.states[at.state]}
      </text>
    </g>
  )
}

const Family = ({ box, name }: { box: Box; name: string }) => {
  const rows = wrapped(name, Math.floor(box.width / 9), 2)
  const x = box.x + box.width / 2
  const top = box.y + box.height / 2 + 6 - (rows.length - 1) * 10
  return (
    <g>
      <rect className="eco-family" {...box} rx={10} />
      {rows.map((row, i) => (
        <text key={row} className="tb" x={x} y={top + i * 20} textAnchor="middle">
          {row}
        </text>
      ))}
    </g>
  )
}

type PictureProps = EcomapProps & { places: Places; signsInRow: number; trunk?: string }

const Picture = ({ id, family, institutions, places, signsInRow, trunk }: PictureProps) => (
  <svg
    className="pic eco"
    viewBox={`-1 -1 ${places.width + 2} ${places.height + 2}`}
    role="img"
    aria-labelledby={id}
  >
    <title id={id}>{texts.title(family, institutions.length)}</title>
    {trunk && <path className="eco-trunk" d={trunk} />}
    {places.spots.map((spot, i) => {
      const at = institutions[i]
      return at && <Tie key={at.id} spot={spot} state={at.state} />
    })}
    <Family box={places.family} name={family} />
    {places.spots.map(({ x, y, width, height }, i) => {
      const at = institutions[i]
      return at && <Institution key={at.id} box={{ x, y, width, height }} at={at} signsInRow={signsInRow} />
    })}
  </svg>
)

const Twin = ({ institutions, family }: EcomapProps) => (
  <DataTable
    caption={texts.title(family, institutions.length)}
    captionHidden
    rows={institutions}
    rowId={(at) => at.id}
    columns={[
      { key: 'who', label: texts.institution, cell: (at) => at.name },
      { key: 'sector', label: texts.sector, cell: (at) => at.sector.name },
      {
        key: 'what',
        label: texts.what,
        cell: (at) =>
          at.lines.length === 0 ? (
            whatText(at)
          ) : (
            <ul>
              {at.lines.map((line) => (
                <li key={line.id}>
                  <AppLink href={line.href}>{line.label}</AppLink>: {texts.states[line.state]}
                </li>
              ))}
            </ul>
          ),
      },
      { key: 'how', label: texts.how, cell: (at) => texts.states[at.state] },
    ]}
  />
)

/** Family in the middle, institutions around by sector; each tie says what it is and how it goes. Twin: a table. */
export const Ecomap = (props: EcomapProps) => {
  const { id, institutions } = props
  const phone = ecomapPhone(institutions.length)
  const last = phone.spots.at(-1)
  return (
    <div className="sheet pad">
      <div className="only-wide">
        <Picture {...props} id={`${id}-wide`} places={ecomapWide(institutions.length)} signsInRow={40} />
      </div>
      <div className="only-phone">
        <Picture
          {...props}
          id={`${id}-phone`}
          places={phone}
          signsInRow={30}
          trunk={last && `M12 ${phone.family.height}V${last.mark.y}`}
        />
      </div>
      <Disclosure summary={chartMessages.twin}>
        <Twin {...props} />
      </Disclosure>
    </div>
  )
}
