import { z } from 'zod'
import { bySubject, isOpen, ofCase } from '@/lib/cases'
import { pesel, relationKey } from '@/lib/families/input'
import { membersOf } from '@/lib/families/members'
import { placeMember } from '@/lib/families/place'
import { familyMessages } from '@/lib/messages/pl/families'
import { searchHash } from '@/lib/platform/crypto'
import { conflict, invalid } from '@/lib/platform/errors'
import { birthDate, flag, optional, pastDate, personName, uuid } from '@/lib/platform/input'
import { defineCommand } from '@/lib/policy/usecase'

const joinInput = z
  .strictObject({
    caseId: uuid(),
    pesel: optional(pesel()),
    familyName: optional(personName()),
    bornOn: optional(birthDate()),
    relationKey: relationKey(),
    livesTogether: flag(),
    since: optional(pastDate()),
  })
  .superRefine(({ pesel: number, familyName, bornOn }, ctx) => {
    if (number) return
    if (!familyName || !bornOn)
      ctx.addIssue({ code: 'custom', path: [familyName ? 'bornOn' : 'pesel'], message: 'joinBy' })
  })

/** `known`: how many persons of the unit the answer was; only exactly one is put into the family. */
type Joined = { readonly known: number; readonly personIds: readonly string[] }

/**
 * Somebody whom the own unit knows from another family is put into this one, without being typed again. Found by exact
 * number, or by surname and birth date; every question, also one that found nobody, is a row of the access log.
 */
export const joinFamily = defineCommand({
  name: 'family.join',
  input: joinInput,
  subject: bySubject,
  run: async (ctx, input, facts): Promise<Joined> => {
    const { tx } = ctx
    if (facts.subject === 'environment') throw conflict('environmentHasNoPersons')
    if (!isOpen(facts.status)) throw conflict('wrongState')
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`family ${facts.caseId}`}))::text`
    const hash = input.pesel ? searchHash(input.pesel.pesel, 'pesel') : null
    const found = await tx.$queryRaw<{ id: string }[]>`
      select id from app.unit_persons(${facts.caseId}::uuid, ${hash}, ${input.familyName}, ${input.bornOn}::date)`
    const [person, ...more] = found
    if (!person || more.length > 0) return { known: found.length, personIds: [] }
    const members = await membersOf(ctx, facts.caseId, facts.familyId)
    if (members.some((m) => m.personId === person.id))
      throw invalid({ [input.pesel ? 'pesel' : 'familyName']: 'knownHere' })
    if (members.length === 0) {
      const [main] = await tx.$queryRaw<{ taken: boolean }[]>`
        select app.main_in_another(${facts.caseId}::uuid, ${person.id}::uuid) as taken`
      if (main?.taken) throw invalid({ [input.pesel ? 'pesel' : 'familyName']: 'mainOfAnother' })
    }
    const place = {
      ...input,
      takesPart: true,
      guardianIds: [],
      underGuardianship: false,
      guardianConflict: false,
      courtDecision: null,
    }
    await placeMember(ctx, facts, person.id, place, members)
    return { known: 1, personIds: [person.id] }
  },
  audit: ({ known, personIds }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: [...personIds],
    ...(known === 1 ? {} : { reason: familyMessages.join.searched(known) }),
  }),
})
