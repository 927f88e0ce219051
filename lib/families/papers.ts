import { z } from 'zod'
import { checkIban, checkIdentityCard, checkOtherDocument } from '@/lib/identifiers'
import { open, seal, searchHash } from '@/lib/platform/crypto'
import { flag, optional, read } from '@/lib/platform/input'

/** Documents that tell a person apart where there is no PESEL (domain 5.4). */
export const documentKinds = ['identityCard', 'passport', 'residenceCard', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

type Row = {
  documentKind: string | null
  documentSealed: string | null
  bankSealed: string | null
}

/** Fields of a form; an empty number keeps what is recorded, because the form never shows it whole. */
export const papersInput = {
  documentKind: optional(z.enum(documentKinds, { error: 'choose' })),
  document: optional(z.string().max(100, 'tooLong')),
  removeDocument: flag(),
  bankAccount: optional(read('iban', checkIban)),
  removeBankAccount: flag(),
}

type Typed = { documentKind: DocumentKind | null; document: string | null }

const checkDocument = ({ documentKind, document }: { documentKind: DocumentKind; document: string }) =>
  documentKind === 'identityCard'
    ? { group: 'identityCard', ...checkIdentityCard(document) }
    : { group: 'otherDocument', ...checkOtherDocument(document) }

/** Kind and number belong together; the number is read by the rule of its kind. */
export const saneDocument = ({ documentKind, document }: Typed, ctx: z.RefinementCtx): void => {
  if (document === null) {
    if (documentKind !== null)
      ctx.addIssue({ code: 'custom', path: ['document'], message: 'otherDocument.empty' })
    return
  }
  if (documentKind === null) {
    ctx.addIssue({ code: 'custom', path: ['documentKind'], message: 'choose' })
    return
  }
  const checked = checkDocument({ documentKind, document })
  if (!checked.ok)
    ctx.addIssue({ code: 'custom', path: ['document'], message: `${checked.group}.${checked.reason}` })
}

type Papers = Typed & { removeDocument: boolean; bankAccount: string | null; removeBankAccount: boolean }

const documentColumns = ({ documentKind, document, removeDocument }: Papers) => {
  if (document !== null && documentKind !== null) {
    const checked = checkDocument({ documentKind, document })
    const number = checked.ok ? checked.value : document
    return {
      documentKind,
      documentSealed: seal(number, 'document'),
      documentHash: searchHash(number, 'document'),
    }
  }
  return removeDocument ? { documentKind: null, documentSealed: null, documentHash: null } : {}
}

/** What of the papers changes. */
export const papersColumns = (papers: Papers) => ({
  ...documentColumns(papers),
  ...(papers.bankAccount !== null
    ? { bankSealed: seal(papers.bankAccount, 'bank'), bankHash: searchHash(papers.bankAccount, 'bank') }
    : papers.removeBankAccount
      ? { bankSealed: null, bankHash: null }
      : {}),
})

/** The last characters of a number, enough to compare it with a paper on the desk. */
const masked = (number: string, shown: number): string =>
  `${'•'.repeat(Math.max(4, number.length - shown))}${number.length > shown + 2 ? number.slice(-shown) : ''}`

export type PapersView = {
  readonly documentKind: DocumentKind | null
  /** Last three characters readable; null: none is recorded. */
  readonly documentMasked: string | null
  /** Last four digits readable; null: none is recorded. */
  readonly bankMasked: string | null
}

export const papersView = (row: Row): PapersView => ({
  documentKind: documentKinds.find((kind) => kind === row.documentKind) ?? null,
  documentMasked: row.documentSealed ? masked(open(row.documentSealed, 'document'), 3) : null,
  bankMasked: row.bankSealed ? masked(open(row.bankSealed, 'bank'), 4) : null,
})

/** Which number is shown whole; each is asked for by itself and leaves a line of its own in the access log. */
export const revealed = ['pesel', 'document', 'bank'] as const
