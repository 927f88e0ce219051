import { z } from 'zod'
import { registerInstitution } from '@/lib/institutions'
import { letterMessages } from '@/lib/messages/pl/letters'
import { invitePerson, newPersonInput } from '@/lib/people/invite'
import { AppError, conflict } from '@/lib/platform/errors'
import { line } from '@/lib/platform/input'
import { anySubject, defineCommand } from '@/lib/policy/usecase'

/** A new region: its ROPS and the first local administrator, who sets up everybody else. One ROPS a voivodeship. */
export const createRops = defineCommand({
  name: 'people.createRops',
  input: z.strictObject({
    wojewodztwo: z.string({ error: 'choose' }).regex(/^\d{2}$/u, 'choose'),
    name: line(200),
    ...newPersonInput,
    jobTitle: line(120),
  }),
  subject: anySubject,
  run: async (ctx, input) => {
    const { tx } = ctx
    const unit = await tx.territoryUnit.findUnique({ where: { code: input.wojewodztwo } })
    if (unit?.level !== 'wojewodztwo') throw new AppError('invalid', 'invalid', { wojewodztwo: 'choose' })
    const known = await tx.institution.findFirst({
      where: { kindKey: 'rops', wojewodztwoCode: unit.code, endedOn: null },
    })
    if (known) throw conflict('ropsExists', { name: known.name })
    const institutionId = await registerInstitution(ctx, {
      name: input.name,
      kindKey: 'rops',
      seatCode: unit.code,
      areaCodes: [unit.code],
    })
    const userId = await invitePerson(ctx, {
      institutionId,
      person: { givenName: input.givenName, familyName: input.familyName, email: input.email },
      jobTitle: input.jobTitle,
      roles: [{ role: 'admin_lokalny' }],
      scope: letterMessages.firstAdministratorScope,
    })
    return { institutionId, userId }
  },
  audit: ({ institutionId, userId }) => ({
    subjectKind: 'institution',
    subjectIds: [institutionId, userId],
    ownerInstitutionId: institutionId,
  }),
})
