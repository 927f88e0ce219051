import { notFound } from '@/lib/platform/errors'
import type { BasketTemplate } from '@/lib/platform/generated/prisma/client'
import { hasRole } from '@/lib/policy/actor'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

export type TemplateFacts = Facts & { readonly row: BasketTemplate }

/** The voivodeship for which it counts: once shared for everybody there, once offered for its ROPS. */
const regionFor = (row: BasketTemplate, rops: boolean): string | null =>
  row.sharedOn || (row.offeredOn && rops) ? row.wojewodztwoCode : null

/** Loads a template through row-level security; hidden and absent are notFound alike. */
export const templateFacts = async (
  { tx, actor }: Context,
  { templateId }: { templateId: string },
): Promise<TemplateFacts> => {
  const row = await tx.basketTemplate.findUnique({ where: { id: templateId } })
  if (!row) throw notFound()
  const member = await tx.teamMember.count({
    where: { teamId: row.teamId, institutionId: actor.institutionId, leftOn: null },
  })
  return {
    row,
    teamId: row.teamId,
    memberOfTeam: member > 0,
    wojewodztwoCode: regionFor(row, hasRole(actor, 'rops_koordynator')),
    authorId: row.createdById,
    authorInstitutionId: row.institutionId,
  }
}

export const ofTemplate = ({ row }: TemplateFacts) => ({
  subjectKind: 'template',
  subjectIds: [row.id],
  teamId: row.teamId,
})
