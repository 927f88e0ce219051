import { z } from 'zod'
import { attach, attachmentsOf, fileField, scanTypes } from '@/lib/attachments'
import { paperTitle, teamPaperKeys } from '@/lib/documents/catalogue'
import { teamPaperData } from '@/lib/documents/team-data'
import { formatDate } from '@/lib/format/dates'
import type { PaperData } from '@/lib/format/paper'
import { authorisationForPaper, personFacts } from '@/lib/people'
import { conflict, forbidden } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { defineCommand, defineQuery } from '@/lib/policy/usecase'
import { teamFacts, teamForPapers } from '@/lib/teams'

const aboutTeam = (teamId: string) => ({ subjectKind: 'team', subjectIds: [teamId], teamId })
const teamKey = () => z.enum(teamPaperKeys, { error: 'choose' })

/** The documents of a team, the scans of those that were signed, and what this person may do with them. */
export const listTeamDocuments = defineQuery({
  name: 'document.list',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId }, facts) => ({
    documents: teamPaperKeys
      .filter((key) => key !== 'sprawozdanie' || may(ctx.actor, 'figures.team', facts))
      .map((key) => ({ key, title: paperTitle(key) })),
    versions: await attachmentsOf(ctx, { teamId }),
    /** An agreement is scanned once it was sent to be signed. */
    agreementSent: facts.team.agreementSentAt !== null || facts.team.agreementFrom !== null,
    mayAttach: may(ctx.actor, 'document.attach', facts),
  }),
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** What one document of a team is filled in with; the report only for who sees the team's figures. */
export const fillTeamDocument = defineQuery({
  name: 'document.team',
  input: z.strictObject({ teamId: uuid(), key: teamKey() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { key }, facts): Promise<PaperData> => {
    if (key === 'sprawozdanie' && !may(ctx.actor, 'figures.team', facts)) throw forbidden()
    return teamPaperData(await teamForPapers(ctx, facts), ctx.today)
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
  run: async (ctx, whose, facts): Promise<PaperData> => {
    const found = await authorisationForPaper(ctx, whose)
    if (!found) throw conflict('wrongState')
    return {
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
  },
  audit: (_r, { userId, institutionId }) => ({
    subjectKind: 'user',
    subjectIds: [userId],
    ownerInstitutionId: institutionId,
  }),
})
