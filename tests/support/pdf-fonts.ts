import { type Dict, isText, type PdfObjects, type Value } from '@/tests/support/pdf-objects'
import { pagesOf, type Shown, shownOn } from '@/tests/support/pdf-tags'

/** Tables of a TrueType font program by name. */
const tablesOf = (program: Buffer): Map<string, Buffer> =>
  new Map(
    Array.from({ length: program.length > 12 ? program.readUInt16BE(4) : 0 }, (_, i) => {
      const at = 12 + i * 16
      const from = program.readUInt32BE(at + 8)
      return [
        program.toString('latin1', at, at + 4),
        program.subarray(from, from + program.readUInt32BE(at + 12)),
      ]
    }),
  )

/** Widths of the glyphs as the program has them, in thousandths of its size. */
const widthsIn = (program: Buffer): number[] => {
  const tables = tablesOf(program)
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name))
  if (!head || !hhea || !hmtx || !maxp) return []
  const told = hhea.readUInt16BE(34)
  return Array.from(
    { length: maxp.readUInt16BE(4) },
    (_, glyph) => (hmtx.readUInt16BE(Math.min(glyph, told - 1) * 4) * 1000) / head.readUInt16BE(18),
  )
}

/** What the letters of a font are as text, a list of code points a glyph. */
const lettersOf = (map: string): Map<number, number[]> => {
  const all = new Map<number, number[]>()
  for (const [, from = '', , list = ''] of map.matchAll(/<([\da-f]+)> <([\da-f]+)> \[(.*?)\]/gisu))
    [...list.matchAll(/<([\da-f ]*)>/giu)].forEach(([, hex = ''], i) => {
      const units = hex.split(' ').filter(Boolean)
      all.set(
        Number.parseInt(from, 16) + i,
        units.map((one) => Number.parseInt(one, 16)),
      )
    })
  return all
}

const codesOf = (one: Value): number[] => {
  if (Array.isArray(one)) return (one as readonly Value[]).flatMap(codesOf)
  if (!isText(one)) return []
  return Array.from({ length: one.bytes.length / 2 }, (_, i) => one.bytes.readUInt16BE(i * 2))
}

/** What a font is asked: is it in the file wholly, do its letters say what they are, are they as wide as it says. */
const faultsOfFont = (pdf: PdfObjects, font: Dict, used: ReadonlySet<number>): string[] => {
  const below = pdf.at(pdf.all(font.get('DescendantFonts'))[0])
  const descriptor = pdf.at(below.get('FontDescriptor'))
  const widths = widthsIn(pdf.data(descriptor.get('FontFile2')))
  const letters = lettersOf(pdf.data(font.get('ToUnicode')).toString('latin1'))
  const told = pdf.all(pdf.all(below.get('W'))[1])
  const set = descriptor.get('CIDSet')
  const faults: string[] = []
  if (font.get('Subtype') !== '/Type0' || below.get('Subtype') !== '/CIDFontType2')
    faults.push('another kind')
  if (font.get('Encoding') !== '/Identity-H' || below.get('CIDToGIDMap') !== '/Identity')
    faults.push('encoding')
  if (widths.length === 0) faults.push('not embedded')
  if ([...letters.values()].some((one) => one.some((code) => [0, 0xfeff, 0xfffe].includes(code))))
    faults.push('a letter that is none')
  for (const code of used) {
    if (code === 0 || code >= widths.length) faults.push(`glyph ${code} is missing`)
    if (!letters.get(code)?.length) faults.push(`glyph ${code} says nothing`)
    if (Math.abs(Number(told[code]) - (widths[code] ?? 0)) > 1) faults.push(`glyph ${code} is not as wide`)
  }
  const named = [...pdf.data(set)].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
  if (set && named !== widths.length) faults.push(`CIDSet names ${named} glyphs of ${widths.length}`)
  return faults
}

const isLetters = ({ operation }: Shown): boolean => /^T[jJ]$/u.test(operation.operator)

/** Every font of every page, and every letter that is shown in it. */
export const fontFaults = (pdf: PdfObjects): string[] =>
  pagesOf(pdf).flatMap((page) => {
    const fonts = pdf.at(pdf.at(page.dict.get('Resources')).get('Font'))
    const { shown } = shownOn(page)
    const names = new Set([...fonts.keys(), ...shown.filter(isLetters).map(({ font }) => font)])
    return [...names].flatMap((name) => {
      const used = shown.filter((one) => isLetters(one) && one.font === name)
      const codes = new Set(used.flatMap(({ operation }) => operation.operands.flatMap(codesOf)))
      return faultsOfFont(pdf, pdf.at(fonts.get(name)), codes).map((fault) => `${name}: ${fault}`)
    })
  })
