/**
 * Draws the schematic map of Poland into prisma/reference: Voronoi cells of the gmina centres, cut by the outline
 * of the country, melted into powiats and voivodeships. No foreign boundary file is needed, and the product says
 * beside every map that it is schematic. Run after a change of terc.csv: `npx tsx scripts/map.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseOwnTerc, type TercUnit } from '@/lib/territory'
import { type Cell, gminaCells } from '@/scripts/map/cells'
import { drawLines, drawUnit, type Frame, frameOf } from '@/scripts/map/draw'
import { bordersBy, type Shape, shapesBy, type Topology, topologyOf } from '@/scripts/map/topology'

const folder = 'prisma/reference'
const size = 900
/** Square plane units (210 to a square kilometre): what the coast may lose in the maps of one voivodeship. */
const fineArea = 40
/** The same for the map of the country, where a powiat is some 30 units wide. */
const coarseArea = 700

const write = (file: string, map: object): void => {
  const text = `${JSON.stringify(map).replaceAll('{"code"', '\n{"code"')}\n`
  writeFileSync(join(folder, file), text)
}

const draw = (shapes: readonly Shape[], frame: Frame, names: ReadonlyMap<string, string>) => ({
  viewBox: frame.viewBox,
  units: shapes
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((shape) => drawUnit(shape, names.get(shape.code) ?? shape.code, frame)),
})

const country = (cells: readonly Cell[], names: ReadonlyMap<string, string>): void => {
  const joined = topologyOf(cells, coarseArea)
  const voivodeships = shapesBy(joined, 2)
  const frame = frameOf(voivodeships, size)
  write('map-wojewodztwa.json', draw(voivodeships, frame, names))
  write('map-powiaty.json', {
    ...draw(shapesBy(joined, 4), frame, names),
    borders: drawLines(bordersBy(joined, 2, ''), frame),
  })
}

const oneVoivodeship = (code: string, joined: Topology, names: ReadonlyMap<string, string>): void => {
  const inside = (digits: 4 | 7) => shapesBy(joined, digits).filter((shape) => shape.code.startsWith(code))
  const gminas = inside(7)
  const frame = frameOf(gminas, size)
  write(`map-powiaty/${code}.json`, draw(inside(4), frame, names))
  write(`map-gminy/${code}.json`, {
    ...draw(gminas, frame, names),
    borders: drawLines(bordersBy(joined, 4, code), frame),
  })
}

const units = (): readonly TercUnit[] => {
  const parsed = parseOwnTerc(readFileSync(join(folder, 'terc.csv'), 'utf8'))
  if (!parsed.ok) throw new Error(`terc.csv: ${JSON.stringify(parsed.problems[0])}`)
  return parsed.units
}

const all = units()
const names = new Map(all.map(({ code, name }) => [code, name]))
const cells = gminaCells(all.filter(({ level }) => level === 'gmina'))
const fine = topologyOf(cells, fineArea)
// Powiats are joined anew, so that only the corners where three of them meet are kept at any price.
const powiats = shapesBy(fine, 4).map(({ code, geometry }) => ({ code, coordinates: geometry.coordinates }))
mkdirSync(join(folder, 'map-powiaty'), { recursive: true })
mkdirSync(join(folder, 'map-gminy'), { recursive: true })
country(powiats, names)
for (const { code } of all.filter(({ level }) => level === 'wojewodztwo')) oneVoivodeship(code, fine, names)
