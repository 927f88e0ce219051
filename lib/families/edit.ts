import { randomUUID } from 'node:crypto'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import { type AddedMember, editInput, type MendedMember } from '@/lib/families/input'
import { isMinor, type MemberRow, membersOf } from '@/lib/families/members'
import { placeColumns, placeMember } from '@/lib/families/place'
import { fold } from '@/lib/format/fold'
import { toDbDateOrNull } from '@/lib/platform/clock'
import { seal, searchHash } from '@/lib/platform/crypto'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { leaveForm } from '@/lib/presence'

type Place = Pick<
  AddedMember,
  'guardianIds' | 'underGuardianship' | 'guardianConflict' | 'courtDecision' | 'takesPart'
>

type Known = { id: string; same: boolean }

/**
 * Who of the case's owner has this number, and whether it is the person being entered: by surname, or by given name and
 * birth date (app.known_person). One wrong digit must not put a stranger into the family.
 */
export const knownPerson = async (
  { tx }: Context,
  caseId: string,
  pesel: string,
  person: { givenName: string; familyName: string; bornOn: string | null },
): Promise<Known | null> => {
  const [row] = await tx.$queryRaw<Known[]>`
    select * from app.known_person(${caseId}::uuid, ${searchHash(pesel, 'pesel')}, ${person.givenName},
                                   ${person.familyName}, ${person.bornOn}::date)`
  return row ?? null
}

/** Guardians are adults of the same case; a person is never their own guardian. */
const checkGuardians = (
  place: Place,
  self: string | null,
  minor: boolean,
  known: readonly MemberRow[],
  at: string,
): void => {
  const wrong = place.guardianIds.some((id) => {
    const guardian = known.find((m) => m.personId === id)
    return !guardian || guardian.minor || id === self
  })
  if (wrong) throw invalid({ [`${at}.guardianIds`]: 'guardianAdult' })
  const signsSelf = !minor && !place.underGuardianship
  if (signsSelf && place.guardianIds.length > 0) throw invalid({ [`${at}.guardianIds`]: 'guardianOfAdult' })
  if (place.guardianConflict && place.guardianIds.length < 2 && !place.courtDecision)
    throw invalid({ [`${at}.guardianConflict`]: 'conflictOfTwo' })
}

const writePerson = async (
  { tx, today }: Context,
  person: AddedMember,
  ownerInstitutionId: string,
): Promise<string> => {
  const id = randomUUID()
  await tx.person.createMany({
    data: [
      {
        id,
        ownerInstitutionId,
        givenName: person.givenName,
        familyName: person.familyName,
        nameFolded: fold(`${person.givenName} ${person.familyName}`),
        isMinor: isMinor(person.bornOn, false, today),
      },
    ],
  })
  const { phone, contactNote } = person
  await tx.personContact.createMany({ data: [{ personId: id, ownerInstitutionId, phone, contactNote }] })
  await tx.personIdentity.createMany({
    data: [
      {
        personId: id,
        ownerInstitutionId,
        bornOn: toDbDateOrNull(person.bornOn),
        sex: person.pesel?.sex ?? null,
        peselSealed: person.pesel ? seal(person.pesel.pesel, 'pesel') : null,
        peselHash: person.pesel ? searchHash(person.pesel.pesel, 'pesel') : null,
      },
    ],
  })
  return id
}

/** Person, identity, membership, place in the case: in this order each row is allowed by the one before. */
const add = async (
  ctx: Context,
  facts: CaseFacts,
  person: AddedMember,
  known: readonly MemberRow[],
  at: string,
): Promise<string> => {
  checkGuardians(person, null, isMinor(person.bornOn, false, ctx.today), known, at)
  const before = person.pesel ? await knownPerson(ctx, facts.caseId, person.pesel.pesel, person) : null
  if (known.some((m) => m.personId === before?.id)) throw invalid({ [`${at}.pesel`]: 'alreadyMember' })
  if (before && !before.same) throw invalid({ [`${at}.pesel`]: 'peselOfOther' })
  const same = (m: MemberRow) =>
    m.bornOn === person.bornOn &&
    fold(`${m.givenName} ${m.familyName}`) === fold(`${person.givenName} ${person.familyName}`)
  if (known.some(same)) throw invalid({ [`${at}.givenName`]: 'alreadyThere' })
  const personId = before?.id ?? (await writePerson(ctx, person, facts.ownerInstitutionId))
  await placeMember(ctx, facts, personId, person, known)
  return personId
}

/**
 * Another person stands first. Everybody's relation is told from the first place, so the one who stood there gets a word
 * that is true of any relative and the coordinator is asked to look at all of them.
 */
const putFirst = async (
  { tx }: Context,
  facts: CaseFacts,
  person: MendedMember,
  known: readonly MemberRow[],
  at: string,
): Promise<void> => {
  const [taken] = await tx.$queryRaw<{ taken: boolean }[]>`
    select app.main_in_another(${facts.caseId}::uuid, ${person.personId}::uuid) as taken`
  if (taken?.taken) throw invalid({ [`${at}.main`]: 'mainOfAnother' })
  await tx.casePerson.updateMany({ where: { caseId: facts.caseId, main: true }, data: { main: false } })
  await tx.casePerson.updateMany({
    where: { caseId: facts.caseId, personId: person.personId },
    data: { main: true },
  })
  const former = known.find((m) => m.main)
  if (former && facts.familyId)
    await tx.familyMember.updateMany({
      where: { familyId: facts.familyId, personId: former.personId, relationKey: 'head' },
      data: { relationKey: person.relationKey === 'partner' ? 'partner' : 'otherRelative' },
    })
}

const mend = async (
  ctx: Context,
  facts: CaseFacts,
  person: MendedMember,
  known: readonly MemberRow[],
  at: string,
): Promise<void> => {
  const { tx } = ctx
  const before = known.find((m) => m.personId === person.personId)
  if (!before || !facts.familyId) throw notFound()
  checkGuardians(person, person.personId, before.minor, known, at)
  if ((before.main || person.main) && person.leftOn) throw invalid({ [`${at}.leftOn`]: 'mainStays' })
  if (person.main && !before.main) await putFirst(ctx, facts, person, known, at)
  if (person.leftOn && before.bornOn && person.leftOn < before.bornOn)
    throw invalid({ [`${at}.leftOn`]: 'dateBeforeBirth' })
  const since = person.since ?? before.since
  if (person.leftOn && since && person.leftOn < since) throw invalid({ [`${at}.leftOn`]: 'relationOrder' })
  const changed = await tx.person.updateMany({
    where: { id: person.personId, version: person.version },
    data: {
      givenName: person.givenName,
      familyName: person.familyName,
      nameFolded: fold(`${person.givenName} ${person.familyName}`),
      version: { increment: 1 },
    },
  })
  if (changed.count !== 1) {
    const now = await tx.person.findUniqueOrThrow({
      where: { id: person.personId },
      include: { contact: true },
    })
    throw staleWith({
      [`${at}.version`]: String(now.version),
      [`${at}.givenName`]: now.givenName,
      [`${at}.familyName`]: now.familyName,
      [`${at}.phone`]: now.contact?.phone ?? '',
      [`${at}.contactNote`]: now.contact?.contactNote ?? '',
    })
  }
  // a row that is hidden from who writes is not overwritten by an empty field
  await tx.personContact.updateMany({
    where: { personId: person.personId },
    data: { phone: person.phone, contactNote: person.contactNote },
  })
  await tx.familyMember.updateMany({
    where: { familyId: facts.familyId, personId: person.personId },
    data: {
      relationKey: person.main ? 'head' : person.relationKey,
      livesTogether: person.livesTogether,
      ...(person.since ? { startsOn: toDbDateOrNull(person.since) } : {}),
      endsOn: toDbDateOrNull(person.leftOn),
    },
  })
  const placed = await tx.casePerson.updateMany({
    where: { caseId: facts.caseId, personId: person.personId },
    data: { ...placeColumns(person), leftOn: toDbDateOrNull(person.leftOn) },
  })
  if (placed.count !== 1) throw notFound()
}

/** Members are added, corrected and ended in one form. A person whom the owner already knows by PESEL is joined. */
export const editFamily = defineCommand({
  name: 'family.edit',
  input: editInput,
  subject: bySubject,
  run: async (ctx, input, facts): Promise<{ personIds: string[] }> => {
    if (facts.subject === 'environment') throw conflict('environmentHasNoPersons')
    if (!isOpen(facts.status)) throw conflict('wrongState')
    // two submits of one form, or two desks: the second sees what the first wrote
    await ctx.tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`family ${facts.caseId}`}))::text`
    const personIds: string[] = []
    for (const [i, person] of input.mended.entries()) {
      await mend(ctx, facts, person, await membersOf(ctx, facts.caseId, facts.familyId), `mended.${i}`)
      personIds.push(person.personId)
    }
    for (const [i, person] of input.added.entries()) {
      const known = await membersOf(ctx, facts.caseId, facts.familyId)
      personIds.push(await add(ctx, facts, person, known, `added.${i}`))
    }
    await leaveForm(ctx, facts.caseId, 'family')
    return { personIds }
  },
  audit: ({ personIds }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: personIds,
  }),
})
