import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { seen } from '@/lib/cases/stages'
import { isOpen } from '@/lib/cases/state'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { familyCoordinators } from '@/lib/cases/whom'
import { tell } from '@/lib/notifications'
import { conflict, invalid } from '@/lib/platform/errors'
import { optional, prose, uuid, version } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import {
  type Change,
  type ChosenTerm,
  documentSteps,
  modelOf,
  nationalVersion,
  type TermKey,
  termKeys,
  type VariantBody,
  type VariantModel,
  type VersionMove,
  type VersionView,
  variantChanges,
  versionChoice,
  versionsFor,
} from '@/lib/variants'

/** A version that the case could go by. */
export type VariantOffer = VersionView & {
  /** The team goes by this one. */
  readonly ofTeam: boolean
}

type TeamRow = { variantKey: string; wojewodztwoCode: string; variantVersionId: string | null }

const teamOf = ({ tx }: Context, { teamId }: CaseFacts): Promise<TeamRow | null> =>
  tx.team.findUnique({
    where: { id: teamId },
    select: { variantKey: true, wojewodztwoCode: true, variantVersionId: true },
  })

/** Every version that the case could go by, the newest first; the national model last. */
const offersOf = async (ctx: Context, team: TeamRow): Promise<VariantOffer[]> =>
  (await versionsFor(ctx, team)).map((version) => ({
    ...version,
    ofTeam: version.id === team.variantVersionId,
  }))

const movesOf = async ({ tx }: Context, { caseId }: CaseFacts): Promise<VersionMove[]> => {
  const rows = await tx.$queryRaw<(Omit<VersionMove, 'at'> & { at: Date })[]>`
    select m.id, f.number as from, t.number as to, m.reason, u.given_name || ' ' || u.family_name as by, m.moved_at as at
    from case_variant_move m join user_account u on u.id = m.moved_by_id
      left join variant_version f on f.id = m.from_version_id
      left join variant_version t on t.id = m.to_version_id
    where m.case_id = ${caseId}::uuid order by m.moved_at desc, m.id`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Deadlines that are the team's own and touch no case. */
const ofTeamAlone: readonly TermKey[] = ['signatures', 'meetingRhythm', 'transferAnswer']

const caseTerms = (body: VariantBody): { key: TermKey; term: ChosenTerm }[] =>
  termKeys.filter((key) => !ofTeamAlone.includes(key)).map((key) => ({ key, term: body.terms[key] }))

/** What of two versions a case feels: neither whom the team is made of nor what the team itself needs. */
const touchesCase = (change: Change): boolean => {
  if (change.section === 'kinds') return false
  if (change.section === 'documents') return documentSteps[change.what].of === 'case'
  return change.section !== 'terms' || !ofTeamAlone.includes(change.what)
}

/** What the case goes by, also where its team is hidden or was given another variant since. */
const currentOf = ({ version }: VariantModel, offers: readonly VariantOffer[]): VariantOffer =>
  offers.find(({ id }) => id === (version?.id ?? null)) ?? {
    ...nationalVersion,
    id: version?.id ?? null,
    choice: version?.id ?? nationalVersion.choice,
    number: version?.number ?? null,
    ofTeam: false,
  }

/** Areas in which something was written and that the other version leaves out. */
const leftWithAnswers = async (
  { tx }: Context,
  { caseId }: CaseFacts,
  from: VariantBody,
  to: VariantBody,
): Promise<string[]> => {
  const left = from.areas.filter(({ key }) => !to.areas.some((area) => area.key === key))
  if (left.length === 0) return []
  const rows = await tx.diagnosisArea.findMany({
    where: { caseId, areaKey: { in: left.map(({ key }) => key) } },
    select: { areaKey: true },
  })
  return left.filter(({ key }) => rows.some((row) => row.areaKey === key)).map(({ name }) => name)
}

/**
 * By which version of the variant the case goes, what it says, whether its team goes by another one and what would change
 * if the case were moved to a chosen one. Where the team is hidden, only the case's own version is told.
 */
export const readCaseVariant = defineQuery({
  name: 'case.variant',
  input: z.strictObject({
    caseId: uuid(),
    /** what to look at before moving: a version, or the national model */
    to: versionChoice().optional().catch(undefined),
  }),
  subject: bySubject,
  run: async (ctx, { to }, facts) => {
    const team = await teamOf(ctx, facts)
    const offers = team ? await offersOf(ctx, team) : []
    const key = team?.variantKey ?? ''
    const model = await modelOf(ctx, { variantKey: key, variantVersionId: facts.variantVersionId })
    const { body } = model
    const mayMove = isOpen(facts.status) && may(ctx.actor, 'case.moveVariantVersion', facts)
    const others = offers.filter(({ id }) => id !== facts.variantVersionId)
    const wanted =
      to === undefined ? others.find(({ ofTeam }) => ofTeam) : others.find(({ choice }) => choice === to)
    const next =
      mayMove && wanted ? (await modelOf(ctx, { variantKey: key, variantVersionId: wanted.id })).body : null
    return {
      caseId: facts.caseId,
      version: facts.version,
      dueOn: facts.dueOn,
      current: currentOf(model, offers),
      body,
      /** Names of a team that this reader does not see only a version of the region could tell. */
      named: team !== null || model.version !== null,
      terms: caseTerms(body),
      /** Another version that the team goes by. */
      teamOther: others.find(({ ofTeam }) => ofTeam) ?? null,
      others: mayMove ? others : [],
      look:
        wanted && next
          ? {
              offer: wanted,
              changes: variantChanges(body, next).filter(touchesCase),
              kept: await leftWithAnswers(ctx, facts, body, next),
            }
          : null,
      moves: await movesOf(ctx, facts),
    }
  },
  audit: (_view, _input, facts) => ofCase(facts),
})
export type CaseVariantView = Awaited<ReturnType<typeof readCaseVariant.execute>>

/**
 * The case goes by another version of its variant from now on, with the reason. What runs keeps its day: the deadline of the
 * present stage stays, as do answers in areas that the version leaves out. No version: the national model.
 */
export const moveVariantVersion = defineCommand({
  name: 'case.moveVariantVersion',
  input: z.strictObject({
    caseId: uuid(),
    version: version(),
    toVersionId: optional(uuid()),
    reason: prose(500),
  }),
  subject: seen,
  run: async (ctx, { toVersionId, reason }, facts) => {
    const { tx, actor } = ctx
    const { caseId, teamId, variantVersionId } = facts
    if (!isOpen(facts.status)) throw conflict('wrongState')
    if (toVersionId === variantVersionId) throw conflict('case.sameVersion')
    const team = await teamOf(ctx, facts)
    const known = team ? await offersOf(ctx, team) : []
    if (!known.some(({ id }) => id === toVersionId)) throw invalid({ toVersionId: 'choose' })
    await tx.caseVariantMove.createMany({
      data: [
        {
          caseId,
          teamId,
          fromVersionId: variantVersionId,
          toVersionId,
          reason,
          movedById: actor.userId,
          institutionId: actor.institutionId,
        },
      ],
    })
    const changed = await tx.familyCase.updateMany({
      where: { id: caseId, version: facts.version, status: facts.status },
      data: { variantVersionId: toVersionId, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    await tell(ctx, await familyCoordinators(ctx, caseId), { kind: 'case.modelMoved', teamId, caseId })
    return { caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
