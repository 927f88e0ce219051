import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/lists'
import { Few } from '@/components/ui/status'
import { chartMessages } from '@/lib/messages/pl/charts'

/** 1–5 from light to deep; few: under five, not shown; none: nothing here. */
export type MapClass = 1 | 2 | 3 | 4 | 5 | 'few' | 'none'

export type MapUnit = {
  code: string
  name: string
  /** outline in the plane of `viewBox` */
  d: string
  /** where a name may stand */
  x: number
  y: number
  class: MapClass
  /** the figure in words, for the tooltip and the table: "34 dni" */
  value: string
  /** one level down */
  href?: string
}

type RegionMapProps = {
  id: string
  /** "Mapa 160 gmin Podkarpackiego według stanu zespołu" */
  title: string
  viewBox: string
  units: readonly MapUnit[]
  /** lines of the level above */
  borders?: string
  /** what each class means; only classes that occur need a line */
  legend: readonly { class: MapClass; label: string }[]
  /** names of units on the map, when there are few (voivodeships) */
  names?: boolean
  valueLabel?: string
  /** "Powiaty: GUS, rejestr TERYT, stan na 1.01.2026." */
  source?: string
  /** leave the table out when the page has its own beside the map */
  tableElsewhere?: boolean
}

const texts = chartMessages.map

const fill = (mapClass: MapClass): string =>
  mapClass === 'few' ? 's0' : mapClass === 'none' ? 'sn' : `s${mapClass}`

/** Hatch of figures under five; one pattern a map, for ids must differ in one page. */
const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="hatch-g" />
      <path className="hatch-l" d="M0 0v6" />
    </pattern>
  </defs>
)

const Unit = ({ unit, hatch }: { unit: MapUnit; hatch: string }) => {
  const shape = (
    <path d={unit.d} className={fill(unit.class)} fill={unit.class === 'few' ? `url(#${hatch})` : undefined}>
      <title>{`${unit.name}: ${unit.value}`}</title>
    </path>
  )
  // the table is the keyboard's way in: hundreds of stops on a map help nobody
  return unit.href ? (
    <a href={unit.href} tabIndex={-1} aria-label={`${unit.name}: ${unit.value}`}>
      {shape}
    </a>
  ) : (
    shape
  )
}

const Legend = ({ legend, hatch }: { legend: RegionMapProps['legend']; hatch: string }) => (
  <ul className="key mt-3" aria-label={texts.key}>
    {legend.map((entry) => (
      <li key={entry.class}>
        <svg className="swatch map" viewBox="0 0 28 16" aria-hidden="true">
          <rect
            width="28"
            height="16"
            className={fill(entry.class)}
            fill={entry.class === 'few' ? `url(#${hatch})` : undefined}
          />
        </svg>
        {entry.label}
      </li>
    ))}
  </ul>
)

const Twin = ({ title, units, valueLabel = texts.value }: RegionMapProps) => (
  <Disclosure summary={chartMessages.twin}>
    <DataTable
      caption={title}
      captionHidden
      tight
      keepTable
      rows={units}
      rowId={(unit) => unit.code}
      columns={[
        {
          key: 'name',
          label: texts.unit,
          cell: (unit) => (unit.href ? <AppLink href={unit.href}>{unit.name}</AppLink> : unit.name),
        },
        {
          key: 'value',
          label: valueLabel,
          numeric: true,
          cell: (unit) => (unit.class === 'few' ? <Few /> : unit.value),
        },
      ]}
    />
  </Disclosure>
)

/** A schematic map by classes of one figure, with its legend and the same figures in a table. */
export const RegionMap = (props: RegionMapProps) => {
  const { id, title, viewBox, units, borders, legend, names, source } = props
  const hatch = `${id}-hatch`
  // a map of few units is cut out of a larger one: its names grow and shrink with the cut
  const lab = Math.round(Number(viewBox.split(' ')[2] ?? 0) / 3.2) / 10
  return (
    <figure className="sheet pad">
      <svg
        className="pic map"
        viewBox={viewBox}
        style={names ? { '--lab': `${lab}px` } : undefined}
        // an image has no links inside: with links it is a plain drawing with a name
        role={units.some((unit) => unit.href) ? undefined : 'img'}
        aria-labelledby={`${id}-title`}
      >
        <title id={`${id}-title`}>{texts.title(title)}</title>
        <Hatch id={hatch} />
        <g>
          {units.map((unit) => (
            <Unit key={unit.code} unit={unit} hatch={hatch} />
          ))}
          {borders && <path className="border" d={borders} />}
          {names &&
            units.map((unit) => (
              <text key={unit.code} className="lab" x={unit.x} y={unit.y}>
                {unit.name}
              </text>
            ))}
        </g>
      </svg>
      <figcaption>
        <Legend legend={legend} hatch={hatch} />
        <p className="muted mt-3">
          {texts.schematic} {source}
        </p>
      </figcaption>
      {!props.tableElsewhere && <Twin {...props} />}
    </figure>
  )
}
