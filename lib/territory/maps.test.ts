import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadMap, parseOwnTerc, type SchematicMap } from '@/lib/territory'

const voivodeships = [
  '02',
  '04',
  '06',
  '08',
  '10',
  '12',
  '14',
  '16',
  '18',
  '20',
  '22',
  '24',
  '26',
  '28',
  '30',
  '32',
]
const register = parseOwnTerc(readFileSync('prisma/reference/terc.csv', 'utf8'))
const codesOf = (level: string, start = '') =>
  (register.ok ? register.units : [])
    .filter((unit) => unit.level === level && unit.code.startsWith(start))
    .map((unit) => unit.code)
    .sort()
const codes = (map: SchematicMap) => map.units.map((unit) => unit.code)

/** Area of a path of "M", relative "l" and "z", and whether every point lies in the box. */
const measure = (d: string, viewBox: string) => {
  const [, , width = 0, height = 0] = viewBox.split(' ').map(Number)
  let area = 0
  let inside = true
  for (const ring of d.split('z').filter((part) => part !== '')) {
    const numbers = (ring.match(/-?\d+/g) ?? []).map(Number)
    const points: [number, number][] = []
    let [x, y] = [0, 0]
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at] ?? 0
      y += numbers[at + 1] ?? 0
      points.push([x, y])
    }
    inside &&= points.every(([px, py]) => px >= 0 && py >= 0 && px <= width && py <= height)
    area += points.reduce((sum, [px, py], index) => {
      const [nx, ny] = points[(index + 1) % points.length] ?? [px, py]
      return sum + (px * ny - nx * py) / 2
    }, 0)
  }
  return { area: Math.abs(area), inside }
}

const unsound = (map: SchematicMap, smallest: number) =>
  map.units
    .map((unit) => ({ code: unit.code, ...measure(unit.d, map.viewBox) }))
    .filter(({ area, inside }) => area < smallest || !inside)

describe('the schematic map has every unit exactly once, with an area one can point at', () => {
  test('16 voivodeships', async () => {
    const map = await loadMap({ level: 'wojewodztwo' })
    expect(map.units).toHaveLength(16)
    expect(codes(map)).toEqual(codesOf('wojewodztwo'))
    expect(unsound(map, 5000)).toEqual([])
    expect(map.viewBox).toBe('0 0 900 842')
  })

  test('380 powiats, in less than 120 kB', async () => {
    const map = await loadMap({ level: 'powiat' })
    expect(map.units).toHaveLength(380)
    expect(codes(map)).toEqual(codesOf('powiat'))
    expect(unsound(map, 12)).toEqual([])
    expect(map.viewBox).toBe('0 0 900 842')
    expect(map.borders).toMatch(/^M\d/)
    expect(statSync('prisma/reference/map-powiaty.json').size).toBeLessThan(120_000)
  })

  test('the powiats and the 2479 gminas of the sixteen maps', async () => {
    const powiats = await Promise.all(
      voivodeships.map((code) => loadMap({ level: 'powiat', wojewodztwo: code })),
    )
    const gminas = await Promise.all(
      voivodeships.map((code) => loadMap({ level: 'gmina', wojewodztwo: code })),
    )
    expect(powiats.flatMap(codes)).toHaveLength(380)
    expect(gminas.flatMap(codes)).toHaveLength(2479)
    expect(new Set(gminas.flatMap(codes)).size).toBe(2479)
    expect(powiats.map(codes)).toEqual(voivodeships.map((code) => codesOf('powiat', code)))
    expect(gminas.map(codes)).toEqual(voivodeships.map((code) => codesOf('gmina', code)))
    expect([...powiats, ...gminas].flatMap((map) => unsound(map, 40))).toEqual([])
  })
})

test('a voivodeship keeps the same frame for powiats and gminas', async () => {
  const powiats = await loadMap({ level: 'powiat', wojewodztwo: '18' })
  const gminas = await loadMap({ level: 'gmina', wojewodztwo: '18' })
  expect(powiats.viewBox).toBe(gminas.viewBox)
  expect(powiats.units.find((unit) => unit.code === '1816')?.name).toBe('rzeszowski')
  expect(gminas.units.find((unit) => unit.code === '1816122')?.name).toBe('Świlcza')
})

test.each(['17', '1816', '..', '../../package', '', '18\u0000'])('%j opens no file', (wojewodztwo) => {
  expect(() => loadMap({ level: 'gmina', wojewodztwo })).toThrow(RangeError)
})
