import {
  type AreaChange,
  type AreaMark,
  areaChange,
  areaMarks,
  diamond,
  ends,
  lanes,
  placeOf,
  type Scores,
  type Voice,
} from '@/components/charts/area-geometry'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/lists'
import { chartMessages } from '@/lib/messages/pl/charts'

export type AreaScore = {
  id: string
  name: string
  /** 0–4 by the team and by the family, a pair a round; null when it was not scored */
  scores: Scores
}

type Props = {
  areas: readonly AreaScore[]
  /** what each round is called, in the order of the scores */
  rounds: readonly string[]
}

const texts = chartMessages.area
const scale = [0, 1, 2, 3, 4]

const tones = { better: 'done', worse: 'late', same: 'off', once: 'off', none: 'off' } as const

/** "lepiej o 2", "bez zmian", "jedna ocena". */
export const changeWords = (change: AreaChange): string => {
  if (change.kind === 'better') return texts.better(change.by)
  if (change.kind === 'worse') return texts.worse(change.by)
  return texts[change.kind]
}

const spoken = (scores: Scores): string =>
  (['team', 'family'] as const)
    .map((voice: Voice) => {
      const given = scores.flatMap((score) => score[voice] ?? []).map(String)
      return texts.voice(texts[voice], given.length === 0 ? [texts.nobody] : given)
    })
    .join('; ')

const Mark = ({ mark: { voice, at, x, y, r } }: { mark: AreaMark }) => (
  <svg x={`${x}%`} y={y} overflow="visible" className={voice} aria-hidden="true">
    {voice === 'team' ? (
      <circle className={`mark ${at}`} r={r} />
    ) : (
      <path className={`mark ${at}`} d={diamond(r)} />
    )}
  </svg>
)

/** One area: two lanes on a scale of five steps, the marks of the rounds inside each other where they are equal. */
const Track = ({ area }: { area: AreaScore }) => {
  const { marks, paths } = areaMarks(area.scores)
  return (
    <svg className="track" role="img" aria-label={texts.picture(area.name, spoken(area.scores))}>
      {scale.map((score) => (
        <line
          key={score}
          className="step"
          x1={`${placeOf(score)}%`}
          x2={`${placeOf(score)}%`}
          y1={4}
          y2={48}
        />
      ))}
      {(['team', 'family'] as const).map((voice) => (
        <line
          key={voice}
          className="lane"
          x1={`${placeOf(0)}%`}
          x2={`${placeOf(4)}%`}
          y1={lanes[voice]}
          y2={lanes[voice]}
        />
      ))}
      {paths.map(({ voice, from, to, y }) => (
        <g key={`${voice} ${from} ${to}`} className={voice}>
          <line className="go" x1={`${from}%`} x2={`${to}%`} y1={y} y2={y} />
        </g>
      ))}
      {marks.map((mark) => (
        <Mark key={`${mark.voice} ${mark.at} ${mark.x}`} mark={mark} />
      ))}
    </svg>
  )
}

const Twin = ({ areas, rounds }: Props) => (
  <Disclosure summary={chartMessages.twin}>
    <DataTable
      caption={texts.table}
      captionHidden
      tight
      rows={areas}
      rowId={(area) => area.id}
      columns={[
        { key: 'area', label: texts.area, cell: (area) => area.name },
        ...rounds.map((round, i) => ({
          key: `${i}`,
          label: round,
          cell: ({ scores }: AreaScore) =>
            texts.both(String(scores[i]?.team ?? '–'), String(scores[i]?.family ?? '–')),
        })),
      ]}
    />
  </Disclosure>
)

const isScored = ({ scores }: AreaScore): boolean =>
  scores.some(({ team, family }) => team !== null || family !== null)

/** Areas that nobody scored, in a sentence: they have no place on the scale. */
const Unscored = ({ areas }: Pick<Props, 'areas'>) => {
  const names = areas.filter((area) => !isScored(area)).map(({ name }) => name)
  return names.length === 0 ? null : <p className="soft">{texts.unscored(names.join(', '))}</p>
}

/** Areas of life over the rounds, the team's voice above the family's own; the word says how the team sees the change. */
export const AreaProfile = ({ areas, rounds }: Props) => {
  const scored = areas.filter(isScored)
  return (
    <div className="sheet pad stack-4">
      <div>
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
          {scored.map((area) => {
            const { first, last } = ends(area.scores, 'team')
            const change = areaChange(first, last)
            return (
              <li key={area.id} className={`area is-${tones[change.kind]}`}>
                <span>{area.name}</span>
                <Track area={area} />
                <span className="res">{changeWords(change)}</span>
              </li>
            )
          })}
        </ul>
      </div>
      <Unscored areas={areas} />
      <ul className="soft">
        {texts.keys.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Twin areas={scored} rounds={rounds} />
    </div>
  )
}
