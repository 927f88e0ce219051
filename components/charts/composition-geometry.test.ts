import { describe, expect, it } from 'vitest'
import { compositionPhone, compositionWide } from '@/components/charts/composition-geometry'

const groups = [
  { level: 'gmina', rows: 2 },
  { level: 'powiat', rows: 1 },
  { level: 'wojewodztwo', rows: 1 },
] as const

describe('the picture of a team', () => {
  it('on an office screen has the gmina left, the powiat right and the voivodeship below, each tied to the team', () => {
    const places = compositionWide(groups)
    expect(places).toMatchObject({
      width: 1200,
      height: 250,
      team: { x: 500, y: 35, width: 200, height: 96 },
    })
    expect(places.heads.map((h) => [h.level, h.x, h.y])).toEqual([
      ['gmina', 0, 16],
      ['powiat', 760, 16],
      ['wojewodztwo', 0, 154],
    ])
    expect(places.boxes.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [0, 28, 440, 90],
      [760, 28, 440, 70],
      [0, 166, 440, 70],
    ])
    expect(places.boxes[0]?.tie).toBe('M500 83C470 83 470 73 440 73')
  })

  it('on a phone stands one under another on a trunk', () => {
    const places = compositionPhone(groups)
    expect(places).toMatchObject({ width: 312, height: 432 })
    expect(places.boxes.map(({ y, height, tie }) => [y, height, tie])).toEqual([
      [100, 90, 'M12 56V145H30'],
      [234, 70, 'M12 56V269H30'],
      [348, 70, 'M12 56V383H30'],
    ])
  })

  it('without anybody is the team alone', () => {
    expect(compositionWide([])).toMatchObject({ height: 138, boxes: [] })
    expect(compositionPhone([]).boxes).toEqual([])
  })
})
