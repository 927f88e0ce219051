export type AreaChange =
  | { kind: 'better' | 'worse'; by: number }
  | { kind: 'same' }
  | { kind: 'once' }
  | { kind: 'none' }

/** From the first score to the latest; null where there is none. Higher is better (0 very hard, 4 well). */
export const areaChange = (start: number | null, now: number | null): AreaChange => {
  if (start === null && now === null) return { kind: 'none' }
  if (start === null || now === null) return { kind: 'once' }
  if (start === now) return { kind: 'same' }
  return now > start ? { kind: 'better', by: now - start } : { kind: 'worse', by: start - now }
}

export type Voice = 'team' | 'family'
export type Scores = readonly Readonly<Record<Voice, number | null>>[]

/** Which of the rounds a mark stands for: rings inside each other, the last one full, so that equal scores stay visible. */
export type AreaMark = {
  readonly voice: Voice
  readonly at: 'first' | 'between' | 'last'
  /** per cent of the width */
  readonly x: number
  readonly y: number
  readonly r: number
}
export type AreaPath = {
  readonly voice: Voice
  readonly from: number
  readonly to: number
  readonly y: number
}

export const lanes: Readonly<Record<Voice, number>> = { team: 15, family: 38 }
const radius = { first: 9, between: 6, last: 4 } as const

/** Where a score stands: 0 at 4 %, 4 at 96 % of the width. */
export const placeOf = (score: number): number => 4 + score * 23

/** First and latest score that a voice gave over the rounds. */
export const ends = (scores: Scores, voice: Voice): { first: number | null; last: number | null } => {
  const given = scores.flatMap((score) => score[voice] ?? [])
  return { first: given[0] ?? null, last: given.length > 1 ? (given.at(-1) ?? null) : null }
}

/** Marks and lines of one area over the rounds, the team's lane above, the family's below. */
export const areaMarks = (
  scores: Scores,
): { readonly marks: readonly AreaMark[]; readonly paths: readonly AreaPath[] } => {
  const voices: readonly Voice[] = ['team', 'family']
  const marks = voices.flatMap((voice) => {
    const given = scores.flatMap((score) => score[voice] ?? [])
    return given.map((score, i): AreaMark => {
      const at = i === given.length - 1 ? 'last' : i === 0 ? 'first' : 'between'
      return { voice, at, x: placeOf(score), y: lanes[voice], r: radius[at] }
    })
  })
  const paths = voices.flatMap((voice) => {
    const own = marks.filter((mark) => mark.voice === voice)
    return own.slice(1).flatMap((mark, i): AreaPath[] => {
      const before = own[i]
      return before && before.x !== mark.x ? [{ voice, from: before.x, to: mark.x, y: mark.y }] : []
    })
  })
  return { marks, paths }
}

/** A diamond of this half-width around the origin: the family's mark. */
export const diamond = (r: number): string => `M0 -${r + 1}L${r + 1} 0L0 ${r + 1}L-${r + 1} 0Z`
