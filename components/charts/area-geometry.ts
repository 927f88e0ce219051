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
