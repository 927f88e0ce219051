/** Places of the ecomap: the family in the middle, institutions around it. Whole numbers, so that tests are literal. */

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Spot = Box & {
  /** from the edge of the family's box to the edge of this one */
  readonly tie: string
  /** middle of the tie, where its sign stands */
  readonly mark: { readonly x: number; readonly y: number }
}
export type Ecomap = {
  readonly width: number
  readonly height: number
  readonly family: Box
  readonly spots: readonly Spot[]
}

const wide = { width: 1200, box: { width: 340, height: 116 }, gap: 22, family: { width: 200, height: 108 } }
/** how far the first and the last box of a side lean to the middle */
const lean = 70

/** 0 for the middle of a side, 1 for its ends: boxes stand on a bow around the family. */
const bow = (index: number, count: number): number => {
  if (count < 3) return 0
  const t = (2 * index) / (count - 1) - 1
  return t * t
}

const side = (count: number, height: number, left: boolean): Box[] =>
  Array.from({ length: count }, (_, i) => {
    const inset = Math.round(bow(i, count) * lean)
    const block = count * wide.box.height + (count - 1) * wide.gap
    return {
      ...wide.box,
      x: left ? inset : wide.width - wide.box.width - inset,
      y: Math.round((height - block) / 2) + i * (wide.box.height + wide.gap),
    }
  })

const middleOf = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

const tied = (box: Box, family: Box): Spot => {
  const left = box.x < family.x
  const from = { x: left ? family.x : family.x + family.width, y: middleOf(family).y }
  const to = { x: left ? box.x + box.width : box.x, y: middleOf(box).y }
  const turn = Math.round((from.x + to.x) / 2)
  return {
    ...box,
    tie: `M${from.x} ${from.y}C${turn} ${from.y} ${turn} ${to.y} ${to.x} ${to.y}`,
    mark: { x: turn, y: Math.round((from.y + to.y) / 2) },
  }
}

/**
 * For an office screen and paper: clockwise from the top right, so that neighbours in the list are neighbours in the
 * picture.
 */
export const ecomapWide = (count: number): Ecomap => {
  const right = Math.ceil(count / 2)
  const rows = Math.max(right, 1)
  const height = Math.max(rows * wide.box.height + (rows - 1) * wide.gap, wide.family.height) + 8
  const family = {
    ...wide.family,
    x: (wide.width - wide.family.width) / 2,
    y: Math.round((height - wide.family.height) / 2),
  }
  const boxes = [...side(right, height, false), ...side(count - right, height, true).reverse()]
  return { width: wide.width, height, family, spots: boxes.map((box) => tied(box, family)) }
}

const phone = { width: 312, inset: 44, box: 112, gap: 14, family: 56 }

/** For a phone: the family on top, a trunk down the left edge, institutions one under another. */
export const ecomapPhone = (count: number): Ecomap => {
  const family = { x: 0, y: 0, width: phone.width, height: phone.family }
  const spots = Array.from({ length: count }, (_, i): Spot => {
    const y = phone.family + phone.gap + i * (phone.box + phone.gap)
    const middle = y + phone.box / 2
    return {
      x: phone.inset,
      y,
      width: phone.width - phone.inset,
      height: phone.box,
      tie: `M12 ${middle}H${phone.inset}`,
      mark: { x: 26, y: middle },
    }
  })
  return {
    width: phone.width,
    height: phone.family + count * (phone.box + phone.gap) + 4,
    family,
    spots,
  }
}

/** Lines of at most `most` signs, broken between words; what does not fit ends in an ellipsis. */
export const wrapped = (text: string, most: number, lines: number): string[] => {
  const rows: string[] = []
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = rows.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  const cut = (row: string) => (row.length > most ? `${row.slice(0, most - 1)}…` : row)
  if (rows.length <= lines) return rows.map(cut)
  const end = rows[lines - 1] ?? ''
  return [...rows.slice(0, lines - 1).map(cut), `${end.slice(0, most - 1).trimEnd()}…`]
}
