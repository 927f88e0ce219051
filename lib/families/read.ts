import { z } from 'zod'
import { bySubject, ofCase } from '@/lib/cases'
import { relations } from '@/lib/catalogue'
import { type Elsewhere, elsewhereOf } from '@/lib/families/elsewhere'
import { type MemberRow, membersOf } from '@/lib/families/members'
import { type PapersView, papersView, revealed } from '@/lib/families/papers'
import { protectable } from '@/lib/families/protection'
import { ageOn, type IsoDate } from '@/lib/format/dates'
import { maskPesel } from '@/lib/identifiers'
import { familyMessages } from '@/lib/messages/pl/families'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { open } from '@/lib/platform/crypto'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const wanted = [
  'family.edit',
  'family.remove',
  'family.join',
  'family.relations',
  'family.relate',
  'identity.read',
  'identity.reveal',
  'identity.edit',
  'protection.set',
  'person.duplicates',
] as const

/** Birth date is identity (domain 3.6), and what stands about guardians is for who works on the case. */
export type MemberView = Omit<MemberRow, 'bornOn' | 'position'>

export type FamilyView = {
  readonly caseId: string
  readonly members: readonly MemberView[]
  readonly relations: readonly { key: string; name: string }[]
  /** Other families of these persons that this reader works with. */
  readonly elsewhere: readonly Elsewhere[]
  /** Members may be added and corrected: the case is a family's or a person's, and it is open. */
  readonly editable: boolean
  /** A protection may be recorded: the own unit's case, after it was taken up and while it is open. */
  readonly protectable: boolean
  readonly may: Record<(typeof wanted)[number], boolean>
}

const shown = ({ bornOn: _b, position: _p, ...member }: MemberRow, works: boolean): MemberView =>
  works
    ? member
    : { ...member, guardianIds: [], guardianConflict: false, courtDecision: null, underGuardianship: false }

/** Members with relation, names and phone: permission `min`. */
export const readFamily = defineQuery({
  name: 'family.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts): Promise<FamilyView> => {
    const may = mayAll(ctx.actor, facts, ...wanted)
    const rows = await membersOf(ctx, caseId, facts.familyId)
    return {
      caseId,
      members: rows.map((row) => shown(row, may['identity.read'])),
      protectable: protectable(facts) && facts.ownerInstitutionId === ctx.actor.institutionId,
      relations: relations().map(({ key, namePl }) => ({ key, name: namePl })),
      elsewhere: await elsewhereOf(
        ctx,
        rows.map(({ personId }) => personId),
        facts.familyId,
      ),
      editable: facts.subject !== 'environment' && facts.closedOn === null,
      may,
    }
  },
  audit: (family, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: family.members.map(({ personId }) => personId),
  }),
})

export type IdentityView = {
  readonly personId: string
  readonly bornOn: IsoDate | null
  readonly age: number | null
  readonly sex: 'female' | 'male' | null
  readonly diedOn: IsoDate | null
  /** Last three digits readable; null: no PESEL is known. */
  readonly peselMasked: string | null
  readonly papers: PapersView
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly version: number
}

const personsOfCase = async ({ tx }: Context, caseId: string): Promise<string[]> =>
  (await tx.casePerson.findMany({ where: { caseId }, select: { personId: true } })).map((p) => p.personId)

/** Birth date, address and masked PESEL of the persons whose identity this actor may read. */
export const readIdentities = defineQuery({
  name: 'identity.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }): Promise<IdentityView[]> => {
    const ids = await personsOfCase(ctx, caseId)
    const rows = await ctx.tx.personIdentity.findMany({ where: { personId: { in: ids } } })
    return rows.map((row) => {
      const bornOn = fromDbDateOrNull(row.bornOn)
      const diedOn = fromDbDateOrNull(row.diedOn)
      return {
        personId: row.personId,
        bornOn,
        age: bornOn ? ageOn(bornOn, diedOn ?? ctx.today) : null,
        sex: row.sex === 'female' || row.sex === 'male' ? row.sex : null,
        diedOn,
        peselMasked: row.peselSealed ? maskPesel(open(row.peselSealed, 'pesel')) : null,
        papers: papersView(row),
        street: row.street,
        postcode: row.postcode,
        city: row.city,
        version: row.version,
      }
    })
  },
  audit: (rows, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'identity',
    subjectIds: rows.map(({ personId }) => personId),
  }),
})

/** One whole number of one person, on request; each request is a row of the access log that says which. */
export const revealNumber = defineQuery({
  name: 'identity.reveal',
  input: z.strictObject({ caseId: uuid(), personId: uuid(), what: z.enum(revealed).default('pesel') }),
  subject: bySubject,
  run: async (ctx, { caseId, personId, what }) => {
    if (!(await personsOfCase(ctx, caseId)).includes(personId)) throw notFound()
    const row = await ctx.tx.personIdentity.findUnique({ where: { personId } })
    if (!row) throw notFound()
    const sealed = { pesel: row.peselSealed, document: row.documentSealed, bank: row.bankSealed }[what]
    return { personId, what, number: sealed ? open(sealed, what) : null }
  },
  audit: ({ personId, what }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'identity',
    subjectIds: [personId],
    reason: familyMessages.reveal.what[what],
  }),
})
