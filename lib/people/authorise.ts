import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { aboutPerson, employeeFacts } from '@/lib/people/place'
import { toDbDate } from '@/lib/platform/clock'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { date, prose, uuid } from '@/lib/platform/input'
import { anySubject, type Context, defineCommand } from '@/lib/policy/usecase'

type Issued = {
  readonly userId: string
  readonly institutionId: string
  /** What it covers, in words (GDPR art. 29). */
  readonly scope: string
  readonly validTo: IsoDate
}

/** Issues a named authorisation from today on; earlier ones stay as evidence. */
export const authorise = async (
  { tx, actor, today }: Context,
  { validTo, ...issued }: Issued,
): Promise<void> => {
  await tx.authorisation.createMany({
    data: [{ ...issued, issuedById: actor.userId, validFrom: toDbDate(today), validTo: toDbDate(validTo) }],
  })
}

/** A new named authorisation of who works here already; without one in force nobody works (domain 8.1 R3). */
export const renewAuthorisation = defineCommand({
  name: 'people.renewAuthorisation',
  input: z.strictObject({ institutionId: uuid(), userId: uuid(), scope: prose(1000), validTo: date() }),
  subject: (ctx, { institutionId, userId }) => employeeFacts(ctx, institutionId, userId),
  run: async (ctx, { institutionId, userId, scope, validTo }) => {
    const { tx, actor, today } = ctx
    if (userId === actor.userId) throw conflict('notYourAuthorisation')
    if (validTo < today) throw new AppError('invalid', 'invalid', { validTo: 'datePast' })
    const works = await tx.employment.count({ where: { userId, institutionId, endsOn: null } })
    if (works === 0) throw conflict('wrongState')
    await authorise(ctx, { userId, institutionId, scope, validTo })
    await tx.notification.createMany({ data: [{ userId, institutionId, kind: 'authorisation.renewed' }] })
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** The person read the authorisation; the confidentiality statement of the first one goes on. */
export const acknowledgeAuthorisation = defineCommand({
  name: 'account.acknowledge',
  input: z.strictObject({ authorisationId: uuid() }),
  subject: anySubject,
  run: async ({ tx, actor }, { authorisationId }) => {
    const [done] = await tx.$queryRaw<
      { ok: boolean }[]
    >`select app.acknowledge_authorisation(${authorisationId}::uuid) as ok`
    if (!done?.ok) throw notFound()
    return { userId: actor.userId, institutionId: actor.institutionId }
  },
  audit: ({ userId, institutionId }) => aboutPerson(userId, institutionId),
})
