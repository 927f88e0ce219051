import { z } from 'zod'
import { checkPesel } from '@/lib/identifiers'
import { toDbDateOrNull } from '@/lib/platform/clock'
import { open, seal, searchHash } from '@/lib/platform/crypto'
import { conflict, invalid, notFound, sqlState } from '@/lib/platform/errors'
import { flag, line, many, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { isFilled, personFields, withBirth } from '@/lib/referrals/input'
import { sheetFacts } from '@/lib/referrals/read'

/** A row of the sent sheet; a new person has no `id` yet. An empty PESEL keeps the number unless it is taken off. */
const person = z
  .strictObject({ ...personFields, id: optional(uuid()), removePesel: flag() })
  .transform(withBirth)

/** Ticked for removal, or a new row that was left empty. */
const kept = (row: unknown): boolean => {
  if (typeof row !== 'object' || row === null) return false
  const { id, remove } = row as Record<string, unknown>
  if (remove === 'on' || remove === true) return false
  return Boolean(id) || isFilled(row)
}

const people = () =>
  z
    .preprocess(
      (rows) =>
        Array.isArray(rows)
          ? rows.map((row: unknown) => {
              if (!kept(row)) return null
              const { remove: _remove, ...rest } = row as Record<string, unknown>
              return rest
            })
          : [],
      z.array(person.nullable()).max(20, 'tooLong'),
    )
    .transform((rows) => rows.filter((row) => row !== null))

export const mendInput = z.strictObject({
  id: uuid(),
  version: version(),
  familyLabel: line(120),
  reasonKeys: many(line(60)).refine((keys) => keys.length > 0, 'reasonNeeded'),
  situation: optional(prose(4000)),
  exhaustedMeans: prose(4000),
  people: people(),
})

type Mended = z.output<typeof person>

const rowOf = (p: Mended, position: number) => ({
  id: p.id,
  given: p.givenName,
  family: p.familyName,
  relation: p.relationKey,
  born: toDbDateOrNull(p.bornOn)?.toISOString().slice(0, 10) ?? null,
  phone: p.phone,
  pesel: p.pesel ? 'set' : p.removePesel ? 'none' : 'keep',
  sealed: p.pesel ? seal(p.pesel.pesel, 'pesel') : null,
  hash: p.pesel ? searchHash(p.pesel.pesel, 'pesel') : null,
  position,
})

/** A kept number and a changed birth date must still say the same day; an empty date is read from the number. */
const datedByPesel = async ({ tx }: Context, rows: readonly Mended[]): Promise<Mended[]> => {
  const known = await tx.referralPerson.findMany({
    where: { id: { in: rows.flatMap((p) => (p.id && !p.pesel && !p.removePesel ? [p.id] : [])) } },
    select: { id: true, peselSealed: true },
  })
  return rows.map((p, i) => {
    const sealed = known.find(({ id }) => id === p.id)?.peselSealed
    const number = sealed ? checkPesel(open(sealed, 'pesel')) : null
    if (!number?.ok) return p
    if (p.bornOn && p.bornOn !== number.value.birthOn)
      throw invalid({ [`people.${i}.bornOn`]: 'bornOnPesel' })
    return { ...p, bornOn: number.value.birthOn }
  })
}

const write = async ({ tx }: Context, input: z.output<typeof mendInput>): Promise<void> => {
  const { id, version: seen, people: rows, ...sheet } = input
  try {
    await tx.$queryRaw`select app.mend_referral(${id}::uuid, ${seen}::int, ${JSON.stringify(sheet)}::jsonb,
                                                ${JSON.stringify(rows.map(rowOf))}::jsonb)`
  } catch (error) {
    if (sqlState(error) === '55000') throw conflict('wrongState')
    if (sqlState(error) === '23505') throw conflict('samePersonTwice')
    if (sqlState(error) === '40001') throw conflict('stale')
    if (sqlState(error) === 'P0002') throw notFound()
    throw error
  }
}

/**
 * Puts a sent referral right while nobody works with the family yet: names, numbers, birth dates, reasons and texts, and
 * the persons of the case with them (domain 3.6: U for the team's coordinator and the leader of the owner).
 */
export const mendReferral = defineCommand({
  name: 'referral.mend',
  input: mendInput,
  subject: async (ctx, { id }) => {
    const facts = await sheetFacts(ctx, { id })
    if (facts.row.status !== 'submitted') throw notFound()
    return facts
  },
  run: async (ctx, input, { row }) => {
    const environment = row.subject === 'environment'
    if (environment && input.people.length > 0)
      throw invalid({ 'people.0.givenName': 'noPersonInEnvironment' })
    if (!environment && input.people.length === 0) throw invalid({ 'people.0.givenName': 'personNeeded' })
    if (row.subject === 'person' && input.people.length > 1)
      throw invalid({ 'people.1.givenName': 'onePersonOnly' })
    await write(ctx, { ...input, people: await datedByPesel(ctx, input.people) })
    return { id: input.id, caseId: row.caseId }
  },
  audit: ({ id, caseId }, _input, { row, ownerInstitutionId }) => ({
    subjectKind: 'referral',
    subjectIds: [id],
    caseId,
    teamId: row.teamId,
    ownerInstitutionId,
  }),
})
