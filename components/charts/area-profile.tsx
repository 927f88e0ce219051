import { type AreaChange, areaChange } from '@/components/charts/area-geometry'
import { chartMessages } from '@/lib/messages/pl/charts'

export type AreaScore = {
  id: string
  name: string
  /** first score 0–4, null when the area was not scored */
  start: number | null
  /** latest score 0–4; null until there is a second one */
  now: number | null
}

const texts = chartMessages.area
const scale = [0, 1, 2, 3, 4]

const tones = { better: 'done', worse: 'late', same: 'off', once: 'off', none: 'off' } as const

const words = (change: AreaChange): string => {
  if (change.kind === 'better') return texts.better(change.by)
  if (change.kind === 'worse') return texts.worse(change.by)
  return texts[change.kind]
}

const Track = ({ start, now }: Pick<AreaScore, 'start' | 'now'>) => {
  const latest = now ?? start
  return (
    <span className="track" aria-hidden="true">
      {scale.map((v) => (
        <i key={v} style={{ '--v': v }} />
      ))}
      {start !== null && now !== null && start !== now && (
        <>
          <span className="go" style={{ '--a': Math.min(start, now), '--b': Math.max(start, now) }} />
          <span className="p0" style={{ '--v': start }} />
        </>
      )}
      {latest !== null && <span className="p1" style={{ '--v': latest }} />}
    </span>
  )
}

const Spoken = ({ start, now }: Pick<AreaScore, 'start' | 'now'>) => {
  const only = now ?? start
  if (start !== null && now !== null) return <span className="vh">{texts.fromTo(start, now)}</span>
  return only === null ? null : <span className="vh">{texts.only(only)}</span>
}

/** Areas of life from the first score (hollow) to the latest (full); the word says better or worse. */
export const AreaProfile = ({ areas }: { areas: readonly AreaScore[] }) => (
  <div className="sheet pad">
    <div className="area scale" aria-hidden="true">
      <span />
      <span className="ends">
        {scale.map((v) => (
          <span key={v}>{v}</span>
        ))}
      </span>
      <span />
    </div>
    <ul className="areas">
      {areas.map((area) => {
        const change = areaChange(area.start, area.now)
        return (
          <li key={area.id} className={`area is-${tones[change.kind]}`}>
            <span>{area.name}</span>
            <Track start={area.start} now={area.now} />
            <span className="res">
              <Spoken start={area.start} now={area.now} />
              {words(change)}
            </span>
          </li>
        )
      })}
    </ul>
  </div>
)
