import { z } from 'zod'
import { attach, attachmentContent, attachmentsOf, fileField, scanTypes } from '@/lib/attachments'
import { teamPaperMessages as m } from '@/lib/messages/pl/attachments'
import { conflict, notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam } from '@/lib/teams/move'

const paperKinds = ['teamAgreement', 'teamSignature', 'teamAnnex', 'teamDocument'] as const

/** What a signed scan shows: the whole agreement, the signature of one party, or one annex. */
export type SignedThing = {
  readonly kind: 'teamAgreement' | 'teamSignature' | 'teamAnnex'
  readonly id: string
}
type Subject = SignedThing & { readonly title: string; readonly institutionId: string | null }

/** `kind:id`, as the choice of the form names it. */
const signedThing = () =>
  z
    .string({ error: 'choose' })
    .regex(/^(teamAgreement|teamSignature|teamAnnex):[0-9a-f-]{36}$/u, 'choose')
    .transform((text): SignedThing => {
      const [kind, id = ''] = text.split(':') as [SignedThing['kind'], string]
      return { kind, id }
    })

/** Everything of the team that is signed and may be scanned, newest annex first. */
const signedThings = async ({ tx }: Context, { team }: TeamFacts): Promise<Subject[]> => {
  if (!team.agreementSentAt && !team.agreementFrom) return []
  const members = await tx.teamMember.findMany({
    where: { teamId: team.id, signedOn: { not: null } },
    include: { institution: { select: { name: true, nameFolded: true } } },
    orderBy: [{ institution: { nameFolded: 'asc' } }, { id: 'asc' }],
  })
  const annexes = await tx.teamAnnex.findMany({ where: { teamId: team.id }, orderBy: { at: 'desc' } })
  return [
    { kind: 'teamAgreement', id: team.id, title: m.agreement, institutionId: null },
    ...annexes.map((a) => ({
      kind: 'teamAnnex' as const,
      id: a.id,
      title: m.annex(a.number),
      institutionId: null,
    })),
    ...members.map((p) => ({
      kind: 'teamSignature' as const,
      id: p.id,
      title: m.signature(p.institution.name),
      institutionId: p.institutionId,
    })),
  ]
}

/** Signed scans of a team and its papers, and what this person may add a scan to. */
export const listTeamAttachments = defineQuery({
  name: 'team.attachments',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId }, facts) => {
    const things = await signedThings(ctx, facts)
    return {
      versions: await attachmentsOf(ctx, { teamId }),
      things: things.map(({ kind, id, title, institutionId }) => ({
        kind,
        id,
        title,
        may: may(ctx.actor, 'team.attach', { ...facts, institutionId }),
      })),
    }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

export type TeamAttachments = Awaited<ReturnType<typeof listTeamAttachments.execute>>

/** Puts the scan of something signed beside it, as the next version. The head of a party adds its own signature. */
export const attachToTeam = defineCommand({
  name: 'team.attach',
  input: z.strictObject({ teamId: uuid(), of: signedThing(), file: fileField() }),
  subject: async (ctx, { teamId, of }) => {
    const facts = await teamFacts(ctx, teamId)
    const member =
      of.kind === 'teamSignature'
        ? await ctx.tx.teamMember.findFirst({ where: { id: of.id, teamId }, select: { institutionId: true } })
        : null
    if (of.kind === 'teamSignature' && !member) throw notFound()
    return { ...facts, institutionId: member?.institutionId ?? null }
  },
  run: async (ctx, { teamId, of, file }, facts) => {
    const things = await signedThings(ctx, facts)
    const thing = things.find(({ kind, id }) => kind === of.kind && id === of.id)
    if (!thing) throw things.length === 0 || of.kind === 'teamSignature' ? conflict('wrongState') : notFound()
    return attach(ctx, { kind: of.kind, id: of.id, teamId }, thing.title, file, scanTypes)
  },
  audit: ({ attachmentId }, { teamId }) => ({
    ...aboutTeam(teamId),
    subjectKind: 'attachment',
    subjectIds: [attachmentId, teamId],
  }),
})

/** The content of one version of a team's paper. */
export const openTeamAttachment = defineQuery({
  name: 'team.openAttachment',
  input: z.strictObject({ teamId: uuid(), attachmentId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId, attachmentId }) => {
    const content = await attachmentContent(ctx, attachmentId, paperKinds)
    if (content.teamId !== teamId) throw notFound()
    return { ...content, fileName: m.fileNames[paperKinds.find((k) => k === content.kind) ?? 'teamDocument'] }
  },
  audit: (_r, { teamId, attachmentId }) => ({
    ...aboutTeam(teamId),
    subjectKind: 'attachment',
    subjectIds: [attachmentId, teamId],
  }),
})
