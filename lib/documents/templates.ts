import { z } from 'zod'
import { attach, attachmentContent, type FileType, fileField, readFileType } from '@/lib/attachments'
import { type PaperKey, paperKeys, paperTitle, teamPaperKeys } from '@/lib/documents/catalogue'
import { exampleData } from '@/lib/documents/places'
import { teamPaperData } from '@/lib/documents/team-data'
import { faultsOfTemplate } from '@/lib/documents/template-file'
import type { PaperData } from '@/lib/format/paper'
import { templateFaults } from '@/lib/messages/pl/papers/template-faults'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import type { Facts } from '@/lib/policy/decide'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { teamFacts, teamForPapers } from '@/lib/teams'

const kind = 'documentTemplate'
const docx: FileType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const paperKey = () => z.enum(paperKeys, { error: 'choose' })

/** Templates belong to the voivodeship of the working context. */
const ownRegion = ({ actor }: Context): Facts => ({ wojewodztwoCode: actor.wojewodztwoCode })

const templateFacts = async (ctx: Context, { templateId }: { templateId: string }) => {
  const template = await ctx.tx.documentTemplate.findUnique({ where: { id: templateId } })
  if (!template || template.wojewodztwoCode !== ctx.actor.wojewodztwoCode) throw notFound()
  const key = paperKeys.find((one) => one === template.documentKey)
  if (!key) throw notFound()
  return { template, key, wojewodztwoCode: template.wojewodztwoCode }
}

const aboutTemplate = (id: string, reason: string | null = null) => ({
  subjectKind: 'documentTemplate',
  subjectIds: [id],
  reason,
})

/** The template that counts for a document in a voivodeship; null: the built-in one does. */
export const activeTemplate = async (
  ctx: Context,
  wojewodztwoCode: string | null | undefined,
  key: PaperKey,
): Promise<Buffer | null> => {
  if (!wojewodztwoCode) return null
  const row = await ctx.tx.documentTemplate.findFirst({
    where: { wojewodztwoCode, documentKey: key, status: 'active' },
    select: { attachmentId: true },
  })
  return row ? (await attachmentContent(ctx, row.attachmentId, [kind])).bytes : null
}

/** Documents of a voivodeship for which a template of the ROPS counts. */
export const keysWithTemplate = async (
  { tx }: Context,
  wojewodztwoCode: string | null | undefined,
): Promise<string[]> => {
  if (!wojewodztwoCode) return []
  const rows = await tx.documentTemplate.findMany({
    where: { wojewodztwoCode, status: 'active' },
    select: { documentKey: true },
  })
  return rows.map((row) => row.documentKey)
}

/** Every document with the templates that the ROPS of the own voivodeship put in its place. */
export const listTemplates = defineQuery({
  name: 'document.templates',
  input: z.strictObject({}),
  subject: ownRegion,
  run: async (ctx) => {
    const { tx, actor } = ctx
    const rows = await tx.documentTemplate.findMany({
      where: { wojewodztwoCode: actor.wojewodztwoCode },
      orderBy: { createdAt: 'desc' },
    })
    const teams = await tx.team.findMany({
      where: { wojewodztwoCode: actor.wojewodztwoCode, status: { not: 'dissolved' } },
      orderBy: { nameFolded: 'asc' },
      select: { id: true, name: true },
    })
    return {
      may: may(actor, 'document.putTemplate', ownRegion(ctx)),
      teams,
      documents: paperKeys.map((key) => ({
        key,
        title: paperTitle(key),
        templates: rows
          .filter((row) => row.documentKey === key)
          .map((row) => ({
            id: row.id,
            versionNo: row.versionNo,
            status: row.status as 'checked' | 'active' | 'withdrawn',
            previewTeamId: row.previewTeamId,
            previewTeam: teams.find((team) => team.id === row.previewTeamId)?.name ?? null,
            at: row.createdAt.toISOString(),
          })),
      })),
    }
  },
  audit: 'notPersonal',
})

export type TemplateList = Awaited<ReturnType<typeof listTemplates.execute>>

/** Takes a DOCX as the next version of a template. It is looked at name by name, and counts only when somebody says so. */
export const putTemplate = defineCommand({
  name: 'document.putTemplate',
  input: z.strictObject({ key: paperKey(), file: fileField() }),
  subject: ownRegion,
  run: async (ctx, { key, file }) => {
    const { tx, actor } = ctx
    const bytes = Buffer.from(await file.arrayBuffer())
    const reading = readFileType(bytes, [docx])
    if (!reading.ok) throw invalid({ file: reading.reason === 'fileType' ? 'templateType' : reading.reason })
    const faults = faultsOfTemplate(key, bytes)
    if (faults.length > 0) throw invalid({ file: `templateFault:${templateFaults.together(faults)}` })
    const subject = { kind, id: actor.institutionId, slot: key }
    const { attachmentId, versionNo } = await attach(ctx, subject, paperTitle(key), file, [docx])
    await tx.documentTemplate.createMany({
      data: [
        {
          wojewodztwoCode: actor.wojewodztwoCode,
          institutionId: actor.institutionId,
          documentKey: key,
          attachmentId,
          versionNo,
          createdById: actor.userId,
        },
      ],
    })
    return { attachmentId, versionNo }
  },
  audit: ({ attachmentId }) => aboutTemplate(attachmentId),
})

/** Chooses the team with whose data the template is shown; without that it cannot count. */
export const choosePreview = defineCommand({
  name: 'document.choosePreview',
  input: z.strictObject({ templateId: uuid(), teamId: uuid() }),
  subject: templateFacts,
  run: async (ctx, { teamId }, { template }) => {
    await teamFacts(ctx, teamId)
    await ctx.tx.documentTemplate.updateMany({ where: { id: template.id }, data: { previewTeamId: teamId } })
  },
  audit: (_r, { templateId }) => aboutTemplate(templateId),
})

/** From now on this version stands in the place of the built-in document, and of the version before. */
export const activateTemplate = defineCommand({
  name: 'document.useTemplate',
  input: z.strictObject({ templateId: uuid() }),
  subject: templateFacts,
  run: async ({ tx, now }, _input, { template, key, wojewodztwoCode }) => {
    if (template.status === 'active') throw conflict('wrongState')
    if (!template.previewTeamId) throw conflict('templateUnseen')
    await tx.documentTemplate.updateMany({
      where: { wojewodztwoCode, documentKey: key, status: 'active' },
      data: { status: 'withdrawn', decidedAt: now },
    })
    await tx.documentTemplate.updateMany({
      where: { id: template.id },
      data: { status: 'active', decidedAt: now },
    })
  },
  audit: (_r, { templateId }) => aboutTemplate(templateId),
})

/** Back to the built-in document. */
export const withdrawTemplate = defineCommand({
  name: 'document.withdrawTemplate',
  input: z.strictObject({ templateId: uuid() }),
  subject: templateFacts,
  run: async ({ tx, now }, _input, { template }) => {
    const changed = await tx.documentTemplate.updateMany({
      where: { id: template.id, status: 'active' },
      data: { status: 'withdrawn', decidedAt: now },
    })
    if (changed.count !== 1) throw conflict('wrongState')
  },
  audit: (_r, { templateId }) => aboutTemplate(templateId),
})

/** A template with the real data of the chosen team; what a team has not (a meeting, a person) comes from the example. */
export const previewTemplate = defineQuery({
  name: 'document.previewTemplate',
  input: z.strictObject({ templateId: uuid() }),
  subject: templateFacts,
  run: async (ctx, _input, { template, key }) => {
    if (!template.previewTeamId) throw conflict('templateUnseen')
    const team = teamPaperData(
      await teamForPapers(ctx, await teamFacts(ctx, template.previewTeamId)),
      ctx.today,
    )
    const example = exampleData(key)
    const isTeams = teamPaperKeys.some((one) => one === key)
    const data: PaperData = isTeams
      ? { fields: { ...example.fields, ...team.fields }, tables: { ...example.tables, ...team.tables } }
      : { ...example, fields: { ...example.fields, zespol: team.fields.zespol ?? '' } }
    const { bytes } = await attachmentContent(ctx, template.attachmentId, [kind])
    return { key, teamId: template.previewTeamId, data, template: bytes }
  },
  audit: ({ teamId }, { templateId }) => ({ ...aboutTemplate(templateId), teamId }),
})
