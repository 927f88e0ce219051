import { bySubject, isOpen, ofCase } from '@/lib/cases'
import { expireForBirth } from '@/lib/consents'
import { knownPerson } from '@/lib/families/edit'
import { identityInput } from '@/lib/families/input'
import { isMinor } from '@/lib/families/members'
import { papersColumns } from '@/lib/families/papers'
import { checkPesel } from '@/lib/identifiers'
import { fromDbDateOrNull, toDbDateOrNull } from '@/lib/platform/clock'
import { open, seal, searchHash } from '@/lib/platform/crypto'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import { defineCommand } from '@/lib/policy/usecase'

/** Only who holds the number is asked, not whether it is the same person. */
const nobody = { givenName: '', familyName: '', bornOn: null }

/**
 * Birth date, PESEL, other document, bank account and address. An empty number keeps the recorded one (the form never
 * shows it whole), unless it is taken off.
 * Another birth date moves the eighteenth birthday: a guardian's consent that would outlive it expires at once.
 */
export const editIdentity = defineCommand({
  name: 'identity.edit',
  input: identityInput,
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { tx, today } = ctx
    if (!isOpen(facts.status)) throw conflict('wrongState')
    const inCase = await tx.casePerson.count({ where: { caseId: input.caseId, personId: input.personId } })
    const before = await tx.personIdentity.findUnique({ where: { personId: input.personId } })
    if (inCase === 0 || !before) throw notFound()
    if (input.pesel) {
      const holder = await knownPerson(ctx, input.caseId, input.pesel.pesel, nobody)
      if (holder && holder.id !== input.personId) throw invalid({ pesel: 'peselTaken' })
    }
    const kept =
      before.peselSealed && !input.pesel && !input.removePesel
        ? checkPesel(open(before.peselSealed, 'pesel'))
        : null
    if (kept?.ok && input.bornOn && kept.value.birthOn !== input.bornOn)
      throw invalid({ bornOn: 'bornOnPesel' })
    const bornOn = input.bornOn ?? input.pesel?.birthOn ?? fromDbDateOrNull(before.bornOn)
    const sex = input.pesel?.sex ?? (kept?.ok ? kept.value.sex : input.sex) ?? before.sex
    const changed = await tx.personIdentity.updateMany({
      where: { personId: input.personId, version: input.version },
      data: {
        bornOn: toDbDateOrNull(bornOn),
        sex,
        diedOn: toDbDateOrNull(input.diedOn),
        street: input.street,
        postcode: input.postcode,
        city: input.city,
        version: { increment: 1 },
        ...papersColumns(input),
        ...(input.pesel
          ? {
              peselSealed: seal(input.pesel.pesel, 'pesel'),
              peselHash: searchHash(input.pesel.pesel, 'pesel'),
            }
          : input.removePesel
            ? { peselSealed: null, peselHash: null }
            : {}),
      },
    })
    if (changed.count !== 1) {
      const now = await tx.personIdentity.findUniqueOrThrow({ where: { personId: input.personId } })
      throw staleWith({
        version: String(now.version),
        street: now.street ?? '',
        postcode: now.postcode ?? '',
        city: now.city ?? '',
      })
    }
    await tx.person.updateMany({
      where: { id: input.personId },
      data: { isMinor: isMinor(bornOn, false, today) },
    })
    if (bornOn) await expireForBirth(ctx, input.personId, bornOn)
    return { personId: input.personId }
  },
  audit: ({ personId }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'identity',
    subjectIds: [personId],
  }),
})
