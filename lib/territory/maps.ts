import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { checkTerc } from '@/lib/identifiers'

const schematicMap = z.strictObject({
  viewBox: z.string().regex(/^0 0 \d+ \d+$/),
  units: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d+$/),
        name: z.string().min(1),
        /** Where a label or a mark may stand. */
        x: z.number().int(),
        y: z.number().int(),
        d: z.string().regex(/^[Mlz\d -]+$/),
      }),
    )
    .min(1),
  /** Lines of the next level up. */
  borders: z.string().optional(),
})

/** A schematic map: cells around the centres of gminas, not surveyed boundaries. */
export type SchematicMap = z.output<typeof schematicMap>

export type MapChoice =
  | { readonly level: 'wojewodztwo' }
  /** The whole country without `wojewodztwo`. */
  | { readonly level: 'powiat'; readonly wojewodztwo?: string }
  | { readonly level: 'gmina'; readonly wojewodztwo: string }

const known = new Map<string, Promise<SchematicMap>>()

/** Loads one of the 34 maps of `scripts/map.ts`. Throws a RangeError for a code that is no voivodeship. */
export const loadMap = (choice: MapChoice): Promise<SchematicMap> => {
  const file = fileOf(choice)
  const loaded = known.get(file)
  if (loaded) return loaded
  const map = read(file).catch((error: unknown) => {
    // A passing failure of the disk must not be remembered for the life of the server.
    known.delete(file)
    throw error
  })
  known.set(file, map)
  return map
}

const read = async (file: string): Promise<SchematicMap> =>
  schematicMap.parse(JSON.parse(await readFile(join(process.cwd(), 'prisma', 'reference', file), 'utf8')))

const fileOf = (choice: MapChoice): string => {
  if (choice.level === 'wojewodztwo') return 'map-wojewodztwa.json'
  if (choice.wojewodztwo === undefined) return 'map-powiaty.json'
  // The code comes from an address: anything but a voivodeship's would be a path of the visitor's choice.
  const check = checkTerc(choice.wojewodztwo)
  if (!check.ok || check.value.level !== 'wojewodztwo') throw new RangeError('not the code of a voivodeship')
  return `map-${choice.level === 'powiat' ? 'powiaty' : 'gminy'}/${check.value.code}.json`
}
