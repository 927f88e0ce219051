import type { ReactNode } from 'react'
import { sparkPoints } from '@/components/charts/sparkline-geometry'
import { Disclosure } from '@/components/ui/lists'
import { chartMessages } from '@/lib/messages/pl/charts'

export type IndicatorRow = {
  id: string
  name: string
  /** "Ilu rodzinom, na ile": the sentence below the name */
  note?: ReactNode
  /** the figure in words: "34", a Few */
  value: ReactNode
  unit?: string
  /** comparison in words: "o 4 dni krócej niż rok temu" */
  change?: ReactNode
  /** values of the past periods, oldest first; left out when some may not be shown */
  trend?: readonly number[]
  /** how it is counted */
  definition?: ReactNode
}

const Spark = ({ values }: { values: readonly number[] }) => {
  const points = sparkPoints(values)
  const last = points.at(-1)
  if (!last) return null
  return (
    <svg className="spark" viewBox="0 0 112 32" aria-hidden="true">
      <path d={points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      <circle cx={last.x} cy={last.y} r="3" />
    </svg>
  )
}

/** Figures as rows of a sheet, each with unit, comparison and definition; never tiles. */
export const Indicators = ({ rows }: { rows: readonly IndicatorRow[] }) => (
  <div className="sheet pad">
    <ul className="ledger wide">
      {rows.map((row) => (
        <li key={row.id} className="ind">
          <h3>{row.name}</h3>
          {row.trend && row.trend.length > 1 && <Spark values={row.trend} />}
          <p className="val">
            {row.value} {row.unit && <small>{row.unit}</small>}
          </p>
          {row.change && <p className="chg">{row.change}</p>}
          {(row.note || row.definition) && (
            <div className="d">
              {row.note && <p>{row.note}</p>}
              {row.definition && (
                <Disclosure summary={chartMessages.definition}>
                  <div className="def">{row.definition}</div>
                </Disclosure>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  </div>
)
