import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { namesOf } from '@/lib/people'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { open } from '@/lib/platform/crypto'
import { notFound } from '@/lib/platform/errors'
import type {
  CaseStatus,
  LegalBasis,
  ReferralStatus,
  SubjectKind,
} from '@/lib/platform/generated/prisma/enums'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'
import { type ReferralTeam, referralTeams } from '@/lib/referrals/teams'

type StatusRow = { id: string; team_name: string; status: CaseStatus; submitted_at: Date }

export type ReferralList = {
  readonly teams: ReferralTeam[]
  readonly drafts: { id: string; label: string; teamName: string | null; updatedAt: Date }[]
  /** `label` only while the sheet is still readable (until the case is qualified). */
  readonly sent: {
    id: string
    label: string | null
    teamName: string
    status: CaseStatus
    submittedAt: Date
    /** Who wrote it, where it was a colleague. */
    author: string | null
    /** Why it was refused (code); a redirection says nothing more than its stage. */
    reasonKey: string | null
  }[]
}

/**
 * Own drafts with what they are about; sent referrals, of who decides for the institution all of it, with their stage
 * only (domain 3.6, `own`).
 */
export const listReferrals = defineQuery({
  name: 'referral.list',
  input: z.strictObject({}),
  subject: () => ({ memberOfTeam: true }),
  run: async (ctx): Promise<ReferralList> => {
    const { tx, actor } = ctx
    const [teams, drafts, sent] = [
      await referralTeams(ctx),
      await tx.referral.findMany({
        where: { status: 'draft', authorId: actor.userId },
        orderBy: { updatedAt: 'desc' },
        take: 100,
      }),
      await tx.$queryRaw<StatusRow[]>`select * from app.referral_statuses()`,
    ]
    const refused = await tx.$queryRaw<{ id: string; reason_key: string | null }[]>`
      select * from app.referral_refusals()`
    const readable = await tx.referral.findMany({
      where: { id: { in: sent.map(({ id }) => id) } },
      select: { id: true, familyLabel: true, authorId: true },
    })
    const names = await namesOf(
      tx,
      readable.flatMap(({ authorId }) => (authorId === actor.userId ? [] : [authorId])),
    )
    const sheetOf = (id: string) => readable.find((r) => r.id === id)
    return {
      teams,
      drafts: drafts.map((d) => ({
        id: d.id,
        label: d.familyLabel,
        teamName: teams.find(({ id }) => id === d.teamId)?.name ?? null,
        updatedAt: d.updatedAt,
      })),
      sent: sent.map((s) => ({
        id: s.id,
        label: sheetOf(s.id)?.familyLabel ?? null,
        author: names.get(sheetOf(s.id)?.authorId ?? '') ?? null,
        teamName: s.team_name,
        status: s.status,
        submittedAt: s.submitted_at,
        reasonKey: refused.find(({ id }) => id === s.id)?.reason_key ?? null,
      })),
    }
  },
  audit: (list) => ({
    subjectKind: 'referral',
    subjectIds: [...list.drafts, ...list.sent].map(({ id }) => id),
  }),
})

export type ReferralView = {
  readonly id: string
  readonly teamId: string
  readonly status: ReferralStatus
  readonly subject: SubjectKind
  readonly familyLabel: string
  readonly reasonKeys: string[]
  readonly situation: string | null
  readonly exhaustedMeans: string | null
  readonly legalBasis: LegalBasis | null
  readonly preConsentOn: IsoDate | null
  readonly caseId: string | null
  readonly version: number
  readonly people: {
    id: string
    hasPesel: boolean
    givenName: string
    familyName: string
    relationKey: string
    bornOn: IsoDate | null
    pesel: string | null
    phone: string | null
  }[]
  readonly may: Record<'referral.edit' | 'referral.discard' | 'referral.mend', boolean>
}

/** The sheet with what policy asks; notFound when it is hidden or absent. */
export const sheetFacts = async ({ tx }: Context, { id }: { id: string }) => {
  const row = await tx.referral.findUnique({
    where: { id },
    include: { people: { orderBy: { position: 'asc' } } },
  })
  if (!row) throw notFound()
  const team = await tx.team.findUnique({ where: { id: row.teamId }, select: { leadInstitutionId: true } })
  return {
    row,
    authorId: row.authorId,
    authorInstitutionId: row.institutionId,
    institutionId: row.status === 'submitted' ? row.institutionId : null,
    teamId: row.teamId,
    caseId: row.caseId,
    ownerInstitutionId: team?.leadInstitutionId ?? null,
  }
}

/** While nobody works with the family yet, the sheet is what everybody reads: it can be put right. */
const inFirstStages = async ({ tx }: Context, caseId: string | null): Promise<boolean> => {
  const row = caseId ? await tx.familyCase.findUnique({ where: { id: caseId } }) : null
  return row?.status === 'submitted' || row?.status === 'screening'
}

/** One referral sheet. The PESEL is opened for the author of a draft alone; later it is shown by identity.reveal. */
export const readReferral = defineQuery({
  name: 'referral.read',
  input: z.strictObject({ id: uuid() }),
  subject: sheetFacts,
  run: async (ctx, _input, facts): Promise<ReferralView> => {
    const { row } = facts
    const draft = row.status === 'draft'
    const rights = mayAll(ctx.actor, facts, 'referral.edit', 'referral.discard', 'referral.mend')
    const mendable = rights['referral.mend'] && (await inFirstStages(ctx, row.caseId))
    return {
      id: row.id,
      teamId: row.teamId,
      status: row.status,
      subject: row.subject,
      familyLabel: row.familyLabel,
      reasonKeys: row.reasonKeys,
      situation: row.situation,
      exhaustedMeans: row.exhaustedMeans,
      legalBasis: row.legalBasis,
      preConsentOn: fromDbDateOrNull(row.preConsentOn),
      caseId: row.caseId,
      version: row.version,
      people: row.people.map((p) => ({
        id: p.id,
        hasPesel: p.peselHash !== null,
        givenName: p.givenName,
        familyName: p.familyName,
        relationKey: p.relationKey,
        bornOn: fromDbDateOrNull(p.bornOn),
        pesel: draft && p.peselSealed ? open(p.peselSealed, 'pesel') : null,
        phone: p.phone,
      })),
      may: {
        'referral.edit': draft && rights['referral.edit'],
        'referral.discard': draft && rights['referral.discard'],
        'referral.mend': mendable,
      },
    }
  },
  audit: (view) => ({
    subjectKind: 'referral',
    subjectIds: [view.id],
    caseId: view.caseId,
    teamId: view.teamId,
  }),
})

/** Teams to choose from on the sheet. */
export const teamsForReferral = defineQuery({
  name: 'referral.teams',
  input: z.strictObject({}),
  subject: () => ({ ...anySubject(), memberOfTeam: true }),
  run: (ctx) => referralTeams(ctx),
  audit: 'notPersonal',
})
