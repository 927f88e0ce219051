import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { regionOf } from '@/lib/knowledge'
import { fromDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { entryFacts } from '@/lib/school/facts'
import { teamFacts } from '@/lib/teams'

export type Certificate = {
  readonly number: string
  readonly certifiedOn: IsoDate
  readonly person: string
  readonly institution: string
  readonly issuer: string
  readonly kind: 'school' | 'dissemination'
  readonly title: string
  readonly programme: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

const byNumber = async ({ tx }: Context, number: string): Promise<Certificate | null> => {
  const [row] = await tx.$queryRaw<{ found: Certificate | null }[]>`
    select app.certificate_by_number(${number}) as found`
  return row?.found ?? null
}

/** The certificate of one person at one event, to print. */
export const readCertificate = defineQuery({
  name: 'school.certificate',
  input: z.strictObject({ entryId: uuid() }),
  subject: entryFacts,
  run: async (ctx, _input, { entry }) => {
    const found =
      entry.attended && entry.certificateNumber ? await byNumber(ctx, entry.certificateNumber) : null
    if (!found) throw notFound()
    return found
  },
  audit: (_r, _i, { row }) => ({ subjectKind: 'school', subjectIds: [row.id] }),
})

/** Is this number a certificate that was given, and to whom? */
export const verifyCertificate = defineQuery({
  name: 'school.verify',
  input: z.strictObject({ number: z.string().max(40).catch('') }),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, { number }) => ({ found: await byNumber(ctx, number.toUpperCase().replace(/\s/gu, '')) }),
  audit: () => ({ subjectKind: 'school', subjectIds: [] }),
})

/** Who in which team of the voivodeship has which training; by team, by training, by name. */
export const listTrainings = defineQuery({
  name: 'school.trainings',
  input: z.strictObject({
    q: z.string().max(120).catch(''),
    teamId: z.string().max(40).catch(''),
    eventId: z.string().max(40).catch(''),
  }),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async ({ tx }, { q, teamId, eventId }) => {
    const entries = await tx.schoolEntry.findMany({
      where: { attended: true, event: { cancelledOn: null } },
      include: { event: { select: { id: true, title: true, endsOn: true } } },
      take: 5000,
    })
    const people = await tx.userAccount.findMany({
      where: { id: { in: entries.map((e) => e.userId) } },
      select: { id: true, givenName: true, familyName: true, nameFolded: true },
    })
    const members = await tx.teamMember.findMany({
      where: { leftOn: null, institutionId: { in: entries.map((e) => e.institutionId) } },
      include: { team: { select: { id: true, name: true } } },
    })
    const houses = await tx.institution.findMany({
      where: { id: { in: entries.map((e) => e.institutionId) } },
      select: { id: true, name: true },
    })
    const house = new Map(houses.map((h) => [h.id, h.name]))
    const known = new Map(people.map((p) => [p.id, p]))
    const words = fold(q).split(' ').filter(Boolean)
    const rows = entries
      .map((e) => {
        const person = known.get(e.userId)
        const sits = members.filter((m) => m.institutionId === e.institutionId)
        return {
          id: e.id,
          folded: person?.nameFolded ?? '',
          person: person ? `${person.givenName} ${person.familyName}` : null,
          institution: house.get(e.institutionId) ?? '',
          teams: sits.map((m) => m.team),
          event: e.event,
          heldOn: fromDbDate(e.event.endsOn),
          certificate: e.certificateNumber,
        }
      })
      .filter((r) => !eventId || r.event.id === eventId)
      .filter((r) => !teamId || r.teams.some((t) => t.id === teamId))
      .filter((r) => words.every((w) => fold(`${r.folded} ${r.institution} ${r.event.title}`).includes(w)))
      .sort((a, b) => a.folded.localeCompare(b.folded) || a.heldOn.localeCompare(b.heldOn))
    const teams = new Map(members.map((m) => [m.team.id, m.team.name]))
    const events = new Map(entries.map((e) => [e.event.id, e.event.title]))
    const options = (of: ReadonlyMap<string, string>) =>
      [...of].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'pl'))
    return { rows: rows.slice(0, 300), all: rows.length, teams: options(teams), events: options(events) }
  },
  audit: 'notPersonal',
})
export type TrainingList = Awaited<ReturnType<typeof listTrainings.execute>>

/** The same for the people of one team, for who leads it. */
export const teamTrainings = defineQuery({
  name: 'school.ofTeam',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async ({ tx }, { teamId }, { team }) => {
    const rows = await tx.$queryRaw<
      { person: string; institution: string; title: string; held_on: Date; certificate: string | null }[]
    >`select * from app.team_trainings(${teamId}::uuid)`
    return {
      team: team.name,
      rows: rows.map((r, i) => ({
        id: String(i),
        person: r.person,
        institution: r.institution,
        title: r.title,
        heldOn: fromDbDate(r.held_on),
        certificate: r.certificate,
      })),
    }
  },
  audit: (_r, { teamId }) => ({ subjectKind: 'team', subjectIds: [teamId] }),
})
