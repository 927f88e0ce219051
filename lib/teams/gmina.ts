import { z } from 'zod'
import type { VariantKey } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { roleNames } from '@/lib/messages/pl/roles'
import { agreementDraft, teamName } from '@/lib/messages/pl/teams'
import { invalid } from '@/lib/platform/errors'
import type { Team } from '@/lib/platform/generated/prisma/client'
import { may } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'
import { type Gmina, gminaByCode, unitNames, unitNow } from '@/lib/territory'
import { newestModel } from '@/lib/variants'

export const gminaCode = () => z.string({ error: 'choose' }).regex(/^\d{7}$/u, 'choose')

const serves = async ({ tx, actor }: Context, code: string): Promise<boolean> =>
  (await tx.institutionArea.count({ where: { institutionId: actor.institutionId, unitCode: code } })) > 0

/** The gmina, its region and whether the own institution serves it; notFound for a code that is not in force. */
export const gminaFacts = async (ctx: Context, { gmina: code }: { gmina: string }) => {
  const gmina = await gminaByCode(ctx.tx, code)
  return { gmina, wojewodztwoCode: gmina.wojewodztwoCode, servesGmina: await serves(ctx, code) }
}

/** First words of the agreement of a team here, as the region's newest version of the variant calls things. */
export const draftFor = async (ctx: Context, gmina: Gmina, variant: VariantKey): Promise<string> => {
  const { words, body } = await newestModel(ctx, gmina.wojewodztwoCode, variant)
  const coordinator = words.roles.koordynator_zespolu ?? roleNames.koordynator_zespolu
  return agreementDraft({
    gmina: gmina.name,
    powiat: gmina.powiatName,
    words,
    twoLevels: body.twoLevels,
    coordinator,
  })
}

type Draft = { readonly name: string; readonly variant: VariantKey; readonly agreementText: string | null }

/**
 * Where a team that was founded for a wrong gmina goes: only to one in which this person could found it. Name and draft
 * follow as far as nobody has changed their words. Null: it stays where it is.
 */
export const corrected = async (ctx: Context, team: Team, asked: string | undefined, draft: Draft) => {
  if (!asked || asked === team.gminaCode) return null
  if ((await unitNow(ctx.tx, asked))?.level !== 'gmina') throw invalid({ gmina: 'choose' })
  const { gmina, ...facts } = await gminaFacts(ctx, { gmina: asked })
  if (!may(ctx.actor, 'team.create', facts)) throw invalid({ gmina: 'gminaNotYours' })
  const before = await gminaByCode(ctx.tx, team.gminaCode)
  const name = draft.name === teamName(before.name) ? teamName(gmina.name) : draft.name
  const untouched = draft.agreementText === (await draftFor(ctx, before, team.variantKey as VariantKey))
  return {
    gminaCode: gmina.code,
    powiatCode: gmina.powiatCode,
    wojewodztwoCode: gmina.wojewodztwoCode,
    name,
    nameFolded: fold(name),
    agreementText: untouched ? await draftFor(ctx, gmina, draft.variant) : draft.agreementText,
  }
}

/** Among which gminas this person may correct the one of the team: those of a voivodeship, or those of the own area. */
export type GminaChoice = {
  readonly within: string | null
  readonly own: readonly { readonly code: string; readonly name: string }[]
}

export const gminaChoice = async (ctx: Context, team: Team): Promise<GminaChoice | null> => {
  const { tx, actor } = ctx
  const { wojewodztwoCode } = team
  if (may(actor, 'team.create', { wojewodztwoCode })) return { within: wojewodztwoCode, own: [] }
  if (!may(actor, 'team.create', { servesGmina: true })) return null
  const areas = await tx.institutionArea.findMany({ where: { institutionId: actor.institutionId } })
  const codes = areas.map(({ unitCode }) => unitCode).filter((code) => code.length === 7)
  const names = await unitNames(tx, codes)
  return { within: null, own: codes.map((code) => ({ code, name: names.get(code) ?? code })) }
}
