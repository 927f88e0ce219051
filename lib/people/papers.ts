import { z } from 'zod'
import { attach, attachmentContent, attachmentsOf, fileField, scanTypes } from '@/lib/attachments'
import { authorisationPaperMessages as m } from '@/lib/messages/pl/attachments'
import { namesOf } from '@/lib/people/names'
import { aboutPerson, employeeFacts } from '@/lib/people/place'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

const kind = 'authorisation'

type Whose = { readonly userId: string; readonly institutionId: string }

/** Authorisations of a person in a house that this actor reads, newest first. */
const authorisationIds = async ({ tx }: Context, { userId, institutionId }: Whose): Promise<string[]> => {
  const rows = await tx.authorisation.findMany({
    where: { userId, institutionId },
    orderBy: [{ validFrom: 'desc' }, { validTo: 'desc' }],
    select: { id: true },
  })
  return rows.map((r) => r.id)
}

/** Scans of every authorisation of a person in this house, as far as the actor may open them. */
export const authorisationScans = async (ctx: Context, whose: Whose) =>
  attachmentsOf(ctx, { kind, subjectIds: await authorisationIds(ctx, whose) })

/** The signed authorisation with the statement of confidentiality (domain 8.1 R3), as the next version. */
export const attachAuthorisation = defineCommand({
  name: 'people.attachAuthorisation',
  input: z.strictObject({ institutionId: uuid(), userId: uuid(), file: fileField() }),
  subject: (ctx, { institutionId, userId }) => employeeFacts(ctx, institutionId, userId),
  run: async (ctx, { institutionId, userId, file }) => {
    if (userId === ctx.actor.userId) throw conflict('notYourAuthorisation')
    const [id] = await authorisationIds(ctx, { institutionId, userId })
    if (!id) throw conflict('wrongState')
    return attach(ctx, { kind, id, institutionId }, m.paper, file, scanTypes)
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** The content of one scan. */
export const openAuthorisation = defineQuery({
  name: 'people.openAuthorisation',
  input: z.strictObject({ institutionId: uuid(), userId: uuid(), attachmentId: uuid() }),
  subject: (ctx, { institutionId, userId }) => employeeFacts(ctx, institutionId, userId),
  run: async (ctx, { institutionId, userId, attachmentId }) => {
    const content = await attachmentContent(ctx, attachmentId, [kind])
    const ids = await authorisationIds(ctx, { institutionId, userId })
    if (!ids.includes(content.subjectId)) throw notFound()
    return content
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** What the authorisation of a person says today, for the paper to sign; null where there is none. */
export const authorisationForPaper = async (ctx: Context, { userId, institutionId }: Whose) => {
  const { tx } = ctx
  const row = await tx.authorisation.findFirst({
    where: { userId, institutionId, revokedAt: null },
    orderBy: [{ validFrom: 'desc' }, { validTo: 'desc' }],
  })
  if (!row) return null
  const names = await namesOf(tx, [userId, row.issuedById])
  const job = await tx.employment.findFirst({
    where: { userId, institutionId },
    orderBy: { startsOn: 'desc' },
    select: { jobTitle: true },
  })
  return {
    name: names.get(userId) ?? '',
    jobTitle: job?.jobTitle ?? '',
    scope: row.scope,
    from: fromDbDate(row.validFrom),
    to: fromDbDateOrNull(row.validTo),
    issuedBy: names.get(row.issuedById ?? '') ?? '',
  }
}
