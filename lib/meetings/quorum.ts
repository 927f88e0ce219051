export type Quorum = {
  readonly present: number
  readonly all: number
  /** How many parties are enough. */
  readonly needed: number
  readonly reached: boolean
}

/** More than this share (in per cent) of all parties; more than half by default. */
export const quorumOf = (present: number, all: number, share: number): Quorum => {
  const needed = Math.min(all, Math.floor((all * share) / 100) + 1)
  return { present, all, needed, reached: all > 0 && present >= needed }
}
