import { z } from 'zod'
import { fold } from '@/lib/format/fold'
import { parsePhone } from '@/lib/format/phone'
import { newPersonInput, sendInvitation } from '@/lib/people/invite'
import { aboutPerson, employeeFacts } from '@/lib/people/place'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { AppError, conflict, notFound, staleWith } from '@/lib/platform/errors'
import { line, optional, read, uuid, version } from '@/lib/platform/input'
import { anySubject, type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

const reached = {
  address: z.enum(['pan', 'pani'], { error: 'choose' }),
  phone: optional(read('phone', parsePhone)),
}

/** Could the address still be corrected: an invitation of this institution waits, nobody came in by it, nobody else asked. */
export const isAddressOpen = async (
  { tx }: Context,
  userId: string,
  institutionId: string,
): Promise<boolean> => {
  const waits = await tx.invitation.count({ where: { userId, institutionId, usedAt: null } })
  if (waits === 0) return false
  const [row] = await tx.$queryRaw<
    { open: boolean }[]
  >`select app.account_address_open(${userId}::uuid) as open`
  return row?.open ?? false
}

/** Another address: the link that went to the wrong one stops working, a new one goes out. */
const moveInvitation = async (
  ctx: Context,
  to: { userId: string; email: string; institutionId: string; institutionName: string },
): Promise<void> => {
  const { userId, institutionId } = to
  await ctx.tx.invitation.updateMany({
    where: { userId, institutionId, usedAt: null, revokedAt: null },
    data: { revokedAt: ctx.now },
  })
  await sendInvitation(ctx, to)
}

const demandAddress = async (
  ctx: Context,
  { userId, institutionId }: { userId: string; institutionId: string },
  email: string,
): Promise<void> => {
  if (!(await isAddressOpen(ctx, userId, institutionId)))
    throw new AppError('invalid', 'invalid', { email: 'emailKept' })
  const [taken] = await ctx.tx.$queryRaw<
    { id: string | null }[]
  >`select app.account_for_email(${email}) as id`
  if (taken?.id) throw new AppError('invalid', 'invalid', { email: 'emailTaken' })
}

/** Corrects name, job, phone and form of address of a person; the e-mail address before the invitation is accepted. */
export const mendPerson = defineCommand({
  name: 'people.mend',
  input: z.strictObject({
    institutionId: uuid(),
    userId: uuid(),
    version: version(),
    ...newPersonInput,
    /** Left out by whose form does not ask for it: the address then stays. */
    email: optional(newPersonInput.email),
    jobTitle: line(120),
    /** A profession bound to secrecy (R13 of domain 8.1); left out it stays. */
    secrecy: z.enum(['yes', 'no']).optional(),
    ...reached,
  }),
  subject: (ctx, { institutionId, userId }) => employeeFacts(ctx, institutionId, userId),
  run: async (ctx, input, facts) => {
    const { tx } = ctx
    const { institutionId, userId, version: seen, jobTitle, secrecy, email: typed, ...person } = input
    const account = await tx.userAccount.findUnique({ where: { id: userId } })
    if (!account) throw notFound()
    const email = typed ?? account.email
    if (email !== account.email) await demandAddress(ctx, input, email)
    const changed = await tx.userAccount.updateMany({
      where: { id: userId, version: seen },
      data: {
        ...person,
        email,
        nameFolded: fold(`${person.givenName} ${person.familyName}`),
        version: { increment: 1 },
      },
    })
    if (changed.count !== 1) {
      const now = await tx.userAccount.findUniqueOrThrow({ where: { id: userId } })
      throw staleWith({
        version: String(now.version),
        givenName: now.givenName,
        familyName: now.familyName,
        phone: now.phone ?? '',
      })
    }
    const employed = await tx.employment.updateMany({
      where: { userId, institutionId, endsOn: null },
      data: { jobTitle, ...(secrecy ? { professionalSecrecy: secrecy === 'yes' } : {}) },
    })
    if (employed.count !== 1) throw conflict('wrongState')
    if (email !== account.email)
      await moveInvitation(ctx, { userId, email, institutionId, institutionName: facts.name })
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** What a person may say of oneself: where to be called, and how to be addressed. */
export const mendOwnAccount = defineCommand({
  name: 'account.mend',
  input: z.strictObject({ version: version(), ...reached }),
  subject: anySubject,
  run: async ({ tx, actor }, { version: seen, ...data }) => {
    const changed = await tx.userAccount.updateMany({
      where: { id: actor.userId, version: seen },
      data: { ...data, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { userId: actor.userId, institutionId: actor.institutionId }
  },
  audit: ({ userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** The own account with the named authorisation of this place of work. */
export const readOwnAccount = defineQuery({
  name: 'account.read',
  input: z.strictObject({}),
  subject: anySubject,
  run: async ({ tx, actor }) => {
    const { userId, institutionId } = actor
    const account = await tx.userAccount.findUniqueOrThrow({ where: { id: userId } })
    const authorisation = await tx.authorisation.findFirst({
      where: { userId, institutionId, revokedAt: null },
      orderBy: [{ validFrom: 'desc' }, { validTo: 'desc' }],
    })
    return {
      version: account.version,
      phone: account.phone,
      address: account.address === 'pan' ? ('pan' as const) : ('pani' as const),
      authorisation: authorisation && {
        id: authorisation.id,
        scope: authorisation.scope,
        from: fromDbDate(authorisation.validFrom),
        to: fromDbDateOrNull(authorisation.validTo),
        acknowledged: authorisation.acknowledgedAt !== null,
      },
    }
  },
  audit: 'notPersonal',
})
