import { z } from 'zod'
import { attach, attachmentsOf, fileField, scanTypes } from '@/lib/attachments'
import { paperTitle, teamPaperKeys } from '@/lib/documents/catalogue'
import type { Filled } from '@/lib/documents/render'
import { teamPaperData } from '@/lib/documents/team-data'
import { activeTemplate, keysWithTemplate } from '@/lib/documents/templates'
import { formatDate } from '@/lib/format/dates'
import { authorisationForPaper, personFacts } from '@/lib/people'
import { conflict, forbidden } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { couldEver, may } from '@/lib/policy/decide'
import { defineCommand, defineQuery } from '@/lib/policy/usecase'
import { teamFacts, teamForPapers } from '@/lib/teams'
import {
  documentStepKeys,
  documentSteps,
  modelOf,
  type TeamDocumentStep,
  type VariantBody,
} from '@/lib/variants'

const aboutTeam = (teamId: string) => ({ subjectKind: 'team', subjectIds: [teamId], teamId })
const teamKey = () => z.enum(teamPaperKeys, { error: 'choose' })

const isTeamStep = (step: string): step is TeamDocumentStep => step.startsWith('team.')

/** Steps of the team that wait for this document, by domain 4.1 and by the team's version of the variant. */
const neededFor = ({ documents }: VariantBody, key: string): TeamDocumentStep[] =>
  documentStepKeys
    .filter(isTeamStep)
    .filter((step) => [...documentSteps[step].always, ...(documents[step] ?? [])].includes(key))

/** The documents of a team, the scans of those that were signed, and what this person may do with them. */
export const listTeamDocuments = defineQuery({
  name: 'document.list',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId }, facts) => {
    const { body } = await modelOf(ctx, facts.team)
    return {
      /** Documents for which a template of the ROPS counts. */
      own: await keysWithTemplate(ctx, facts.wojewodztwoCode),
      documents: teamPaperKeys
        .filter((key) => key !== 'sprawozdanie' || may(ctx.actor, 'figures.team', facts))
        .map((key) => ({ key, title: paperTitle(key), neededFor: neededFor(body, key) })),
      versions: await attachmentsOf(ctx, { teamId }),
      /** An agreement is scanned once it was sent to be signed. */
      agreementSent: facts.team.agreementSentAt !== null || facts.team.agreementFrom !== null,
      mayTemplates: couldEver(ctx.actor, 'document.templates'),
      mayAttach: may(ctx.actor, 'document.attach', facts),
    }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** What one document of a team is filled in with; the report only for who sees the team's figures. */
export const fillTeamDocument = defineQuery({
  name: 'document.team',
  input: z.strictObject({ teamId: uuid(), key: teamKey() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { key }, facts): Promise<Filled> => {
    if (key === 'sprawozdanie' && !may(ctx.actor, 'figures.team', facts)) throw forbidden()
    return {
      data: teamPaperData(await teamForPapers(ctx, facts), ctx.today),
      template: await activeTemplate(ctx, facts.wojewodztwoCode, key),
    }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** The scan of a signed document, as the next version. That of the agreement itself hangs on the agreement. */
export const attachToDocument = defineCommand({
  name: 'document.attach',
  input: z.strictObject({ teamId: uuid(), key: teamKey().exclude(['porozumienie']), file: fileField() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: (ctx, { teamId, key, file }) =>
    attach(ctx, { kind: 'teamDocument', id: teamId, slot: key, teamId }, paperTitle(key), file, scanTypes),
  audit: ({ attachmentId }, { teamId }) => ({
    ...aboutTeam(teamId),
    subjectKind: 'attachment',
    subjectIds: [attachmentId, teamId],
  }),
})

/** The authorisation of a person with the statement of confidentiality, ready to sign. */
export const fillPersonDocument = defineQuery({
  name: 'document.person',
  input: z.strictObject({ institutionId: uuid(), userId: uuid() }),
  subject: (ctx, { institutionId, userId }) => personFacts(ctx, institutionId, userId),
  run: async (ctx, whose, facts): Promise<Filled> => {
    const found = await authorisationForPaper(ctx, whose)
    if (!found) throw conflict('wrongState')
    const data = {
      fields: {
        osoba: found.name,
        stanowisko: found.jobTitle,
        instytucja: facts.name,
        zakres: found.scope,
        wazne_od: formatDate(found.from),
        wazne_do: found.to ? formatDate(found.to) : '',
        wystawia: found.issuedBy,
        dzis: formatDate(ctx.today),
      },
      tables: {},
    }
    return { data, template: await activeTemplate(ctx, facts.wojewodztwoCode, 'upowaznienie') }
  },
  audit: (_r, { userId, institutionId }) => ({
    subjectKind: 'user',
    subjectIds: [userId],
    ownerInstitutionId: institutionId,
  }),
})
