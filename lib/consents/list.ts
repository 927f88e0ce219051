import { z } from 'zod'
import { addMonths } from '@/lib/calendar'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import {
  type InstitutionAround,
  institutionsAround,
  type PersonAround,
  personsAround,
} from '@/lib/consents/around'
import { clauseInForce, tellsClause } from '@/lib/consents/clause'
import { type ConsentGap, gapsOf } from '@/lib/consents/gaps'
import { askedOf, proposedScope } from '@/lib/consents/proposal'
import { type ScanEntry, scansOf } from '@/lib/consents/scans'
import {
  type ConsentStatus,
  lastDayOfGuardians,
  type Pair,
  samePair,
  signingOf,
  standing,
} from '@/lib/consents/state'
import { askedStages } from '@/lib/consents/write'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { LegalBasis } from '@/lib/platform/generated/prisma/enums'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** One signature that is asked of somebody for this person, and the answer in force. */
export type Slot = {
  /** Who signs; several where any one of them is enough. `court` where a court decision stands for them. */
  readonly signers: readonly { readonly id: string; readonly name: string | null }[]
  /** Id of the answer in force, or null: nobody answered yet, withdrawn or expired. */
  readonly current: string | null
}

export type ConsentPerson = {
  readonly personId: string
  readonly name: string | null
  readonly minor: boolean
  readonly takesPart: boolean
  readonly conflict: boolean
  readonly slots: readonly Slot[]
  /** What is open today, by consent or basis. */
  readonly open: readonly Pair[]
  /** A guardian's consent lasts until this day. */
  readonly until: IsoDate | null
  readonly clauseOn: IsoDate | null
}

export type ConsentEntry = {
  readonly id: string
  readonly personId: string
  readonly person: string | null
  readonly signedById: string | null
  readonly signedBy: string | null
  readonly courtDecision: string | null
  readonly standing: ConsentStatus
  readonly givenOn: IsoDate | null
  readonly channel: string | null
  readonly textVersion: string
  readonly validTo: IsoDate | null
  readonly withdrawnAt: Date | null
  readonly withdrawnChannel: string | null
  readonly granted: readonly Pair[]
  readonly refused: readonly Pair[]
  /** What a withdrawal closed: everything, or the part of one institution. */
  readonly closed: readonly Pair[]
  /** Scans of the signed card, newest first. */
  readonly scans: readonly ScanEntry[]
}

export type BasisEntry = {
  readonly id: string
  readonly personId: string | null
  readonly person: string | null
  readonly institutionId: string
  readonly institution: string
  readonly category: DataCategory
  readonly basis: LegalBasis
  readonly note: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
  readonly endedAt: Date | null
}

const wanted = [
  'consent.record',
  'consent.withdraw',
  'basis.record',
  'basis.end',
  'clause.deliver',
  'consent.attachScan',
  'consent.readScan',
  'sight.lookAs',
  'audit.ledger',
] as const

export type ConsentView = {
  readonly caseId: string
  readonly today: IsoDate
  readonly ownerInstitutionId: string
  /** The owner has an information clause in force; without it nobody can be asked. */
  readonly hasClause: boolean
  readonly environment: boolean
  readonly institutions: readonly InstitutionAround[]
  /** Every institution that the history or a basis names, also those that left the family team. */
  readonly places: readonly { readonly id: string; readonly name: string; readonly phone: string | null }[]
  readonly persons: readonly ConsentPerson[]
  readonly proposal: readonly Pair[]
  /** Newest first. */
  readonly history: readonly ConsentEntry[]
  readonly bases: readonly BasisEntry[]
  readonly gaps: readonly ConsentGap[]
  readonly askable: boolean
  /** The clause can be handed over at this stage; by this day everybody of the referral has it (RODO art. 14). */
  readonly tellable: boolean
  readonly clauseDue: IsoDate
  readonly may: Record<(typeof wanted)[number], boolean>
}

const historyOf = async (
  ctx: Context,
  caseId: string,
  persons: readonly PersonAround[],
): Promise<ConsentEntry[]> => {
  const scans = await scansOf(ctx, caseId)
  const rows = await ctx.tx.consent.findMany({
    where: { caseId },
    include: { scopes: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const nameOf = (id: string | null) => persons.find((p) => p.personId === id)?.name ?? null
  const pairsOf = (id: string | null, granted: boolean): Pair[] =>
    (rows.find((row) => row.id === id)?.scopes ?? [])
      .filter((scope) => scope.granted === granted)
      .map(({ institutionId, category }) => ({ institutionId, category }))
  return rows.map((row) => {
    const given = pairsOf(row.id, true)
    const kept = pairsOf(row.replacedById, true)
    const validTo = fromDbDateOrNull(row.validTo)
    return {
      id: row.id,
      personId: row.personId,
      person: nameOf(row.personId),
      signedById: row.signedById,
      signedBy: nameOf(row.signedById),
      courtDecision: row.courtDecision,
      standing: standing(row.status, validTo, ctx.today),
      givenOn: fromDbDateOrNull(row.givenOn),
      channel: row.channel,
      textVersion: row.textVersion,
      validTo,
      withdrawnAt: row.withdrawnAt,
      withdrawnChannel: row.withdrawnChannel,
      granted: given,
      refused: pairsOf(row.id, false),
      closed: row.withdrawnAt ? given.filter((pair) => !kept.some((k) => samePair(k, pair))) : [],
      scans: scans.filter(({ consentId }) => consentId === row.id),
    }
  })
}

const slotsOf = (
  person: PersonAround,
  all: readonly PersonAround[],
  entries: readonly ConsentEntry[],
): Slot[] => {
  const signing = signingOf(person)
  const named = (id: string) => ({ id, name: all.find((p) => p.personId === id)?.name ?? null })
  const current = (mine: (entry: ConsentEntry) => boolean): string | null =>
    entries.find(
      (e) =>
        e.personId === person.personId && (e.standing === 'granted' || e.standing === 'refused') && mine(e),
    )?.id ?? null
  if (signing.kind === 'all')
    return signing.signers.map((id) => ({
      signers: [named(id)],
      current: current((e) => e.signedById === id),
    }))
  const court = person.courtDecision && signing.kind !== 'self' ? [{ id: 'court', name: null }] : []
  const signers = signing.kind === 'court' ? court : [...signing.signers.map(named), ...court]
  return signers.length === 0 ? [] : [{ signers, current: current(() => true) }]
}

/** What is open today for each person: asked of the same function as the database's second lock. */
const openPairs = async ({ tx }: Context, caseId: string): Promise<(Pair & { personId: string })[]> =>
  tx.$queryRaw<(Pair & { personId: string })[]>`
    select distinct g.person_id as "personId", g.institution_id as "institutionId", g.category::text as category
    from app.open_grants(${caseId}::uuid) g`

const basesOf = async (
  { tx }: Context,
  caseId: string,
  persons: readonly PersonAround[],
): Promise<BasisEntry[]> => {
  const rows = await tx.legalBasisRecord.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const institutions = await tx.institution.findMany({
    where: { id: { in: rows.map((row) => row.institutionId) } },
    select: { id: true, name: true },
  })
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    person: persons.find((p) => p.personId === row.personId)?.name ?? null,
    institutionId: row.institutionId,
    institution: institutions.find((i) => i.id === row.institutionId)?.name ?? '',
    category: row.category,
    basis: row.basis,
    note: row.note,
    startsOn: fromDbDate(row.startsOn),
    endsOn: fromDbDateOrNull(row.endsOn),
    endedAt: row.endedAt,
  }))
}

const placesOf = async ({ tx }: Context, history: readonly ConsentEntry[], bases: readonly BasisEntry[]) =>
  tx.institution.findMany({
    where: {
      id: {
        in: [
          ...new Set([
            ...history.flatMap((e) => [...e.granted, ...e.refused].map((p) => p.institutionId)),
            ...bases.map((b) => b.institutionId),
          ]),
        ],
      },
    },
    select: { id: true, name: true, phone: true },
  })

/** A month from the day on which the referral came. */
const clauseDueOf = async ({ tx }: Context, caseId: string): Promise<IsoDate> => {
  const row = await tx.familyCase.findUniqueOrThrow({ where: { id: caseId }, select: { openedOn: true } })
  return addMonths(fromDbDate(row.openedOn), 1)
}

const viewOf = async (ctx: Context, facts: CaseFacts): Promise<ConsentView> => {
  const { caseId } = facts
  const persons = await personsAround(ctx, caseId)
  const institutions = await institutionsAround(ctx, caseId, facts.ownerInstitutionId)
  const history = await historyOf(ctx, caseId, persons)
  const deliveries = await ctx.tx.clauseDelivery.findMany({
    where: { caseId },
    orderBy: { deliveredOn: 'desc' },
  })
  const open = await openPairs(ctx, caseId)
  const bases = await basesOf(ctx, caseId, persons)
  const may = mayAll(ctx.actor, facts, ...wanted)
  return {
    caseId,
    today: ctx.today,
    ownerInstitutionId: facts.ownerInstitutionId,
    hasClause: (await clauseInForce(ctx, facts)) !== null,
    environment: facts.subject === 'environment',
    institutions,
    places: await placesOf(ctx, history, bases),
    persons: persons.map((person) => ({
      personId: person.personId,
      name: person.name,
      minor: person.minor,
      takesPart: person.takesPart,
      conflict: person.guardianConflict,
      slots: slotsOf(person, persons, history),
      open: open.filter((pair) => pair.personId === person.personId),
      until: person.minor && person.bornOn ? lastDayOfGuardians(person.bornOn) : null,
      clauseOn: fromDbDateOrNull(deliveries.find((d) => d.personId === person.personId)?.deliveredOn ?? null),
    })),
    proposal: may['consent.record'] ? proposedScope(institutions, await askedOf(ctx, caseId)) : [],
    history,
    bases,
    gaps: gapsOf(persons, [...history].reverse()),
    askable: askedStages.includes(facts.status),
    tellable: tellsClause(facts.status),
    clauseDue: await clauseDueOf(ctx, caseId),
    may,
  }
}

/** Who may see what of this family and who signed for it: answers in force, history, bases, and what is missing. */
export const listConsents = defineQuery({
  name: 'consent.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: (ctx, _input, facts) => viewOf(ctx, facts),
  audit: (view, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: view.persons.map(({ personId }) => personId),
  }),
})
