import {
  type Dict,
  isDict,
  isRef,
  type Operation,
  operationsOf,
  type PdfObjects,
  said,
  type Value,
} from '@/tests/support/pdf-objects'

/** One element of the tree, its children and the marked content that is its own, in reading order. */
export type Tag = {
  readonly role: string
  readonly no: number
  readonly dict: Dict
  readonly parent: Tag | null
  readonly children: readonly Tag[]
  /** `page:mcid` */
  readonly content: readonly string[]
}

export const treeOf = (pdf: PdfObjects): Tag[] => {
  const read = (one: Value, parent: Tag | null, above: Value): Tag[] => {
    if (!isRef(one)) return []
    const dict = pdf.at(one)
    const children: Tag[] = []
    const content: string[] = []
    const tag = { role: String(dict.get('S')).slice(1), no: one.ref, dict, parent, children, content }
    if (JSON.stringify(dict.get('P')) !== JSON.stringify(above)) content.push('wrong parent')
    for (const kid of pdf.all(dict.get('K'))) {
      const page = isDict(kid) ? kid.get('Pg') : dict.get('Pg')
      const mcid = isDict(kid) ? kid.get('MCID') : kid
      if (typeof mcid === 'number') content.push(`${isRef(page) ? page.ref : '?'}:${mcid}`)
      else children.push(...read(kid, tag, one))
    }
    return [tag]
  }
  const root = pdf.root.get('StructTreeRoot') ?? null
  return pdf.all(pdf.at(root).get('K')).flatMap((one) => read(one, null, root))
}

/** All of them, each before its children: the order in which they are heard. */
export const flat = (tags: readonly Tag[]): Tag[] => tags.flatMap((tag) => [tag, ...flat(tag.children)])

export type Page = { readonly no: number; readonly dict: Dict; readonly operations: readonly Operation[] }

export const pagesOf = (pdf: PdfObjects): Page[] =>
  pdf.all(pdf.at(pdf.root.get('Pages')).get('Kids')).flatMap((one) => {
    const dict = pdf.at(one)
    const parts = dict.get('Contents')
    const contents = isRef(parts) ? [parts] : pdf.all(parts)
    const text = contents.map((part) => pdf.data(part).toString('latin1')).join('\n')
    return isRef(one) ? [{ no: one.ref, dict, operations: operationsOf(text) }] : []
  })

/** Operators that leave something on the page. */
const seen = /^(?:Tj|TJ|'|"|S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|EI)$/u

export type Mark = { readonly tag: string; readonly mcid: number | null }
export type Shown = {
  readonly page: number
  readonly operation: Operation
  readonly font: string
  readonly marks: readonly Mark[]
}

const markOf = ({ operands: [tag, more] }: Operation): Mark => {
  const mcid = isDict(more) ? more.get('MCID') : null
  return { tag: String(tag).slice(1), mcid: typeof mcid === 'number' ? mcid : null }
}

/** All that a page shows, with the marks it stands in, and whether every mark is ended where it began. */
export const shownOn = (page: Page): { shown: Shown[]; marks: Mark[]; balanced: boolean } => {
  const open: Mark[] = []
  const marks: Mark[] = []
  const shown: Shown[] = []
  let font = ''
  let balanced = true
  for (const operation of page.operations) {
    const { operator, operands } = operation
    if (operator === 'BDC' || operator === 'BMC') {
      open.push(markOf(operation))
      marks.push(markOf(operation))
    } else if (operator === 'EMC') balanced = open.pop() !== undefined && balanced
    else if (operator === 'Tf') font = String(operands[0]).slice(1)
    else if (seen.test(operator)) shown.push({ page: page.no, operation, font, marks: [...open] })
  }
  return { shown, marks, balanced: balanced && open.length === 0 }
}

/** Attributes of an element, whoever they are for. */
export const attribute = (pdf: PdfObjects, { dict }: Tag, name: string): string => {
  const [found] = pdf.all(dict.get('A')).map((one) => pdf.at(one).get(name) ?? null)
  return typeof found === 'string' ? found.slice(1) : said(found)
}
