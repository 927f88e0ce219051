import type { ActorRef, Tx } from '@/lib/platform/db'

export type AuditKind = 'read' | 'write' | 'denied'

/** What a use case touched, for the access log (KRI: who, what, when; GDPR art. 15: who saw this family). */
export type AuditSubject = {
  readonly subjectKind: string
  readonly subjectIds: readonly string[]
  readonly teamId?: string | null
  readonly caseId?: string | null
  readonly ownerInstitutionId?: string | null
  readonly reason?: string | null
}

/** What was done with it; null: nothing about a person or a case, but a change all the same. */
export type AuditEntry = {
  readonly action: string
  readonly kind: AuditKind
  readonly subject: AuditSubject | null
}

/** A row each, in the transaction of the change or the read: they stand or fall with it. */
export const writeAudit = async (tx: Tx, actor: ActorRef, entries: readonly AuditEntry[]): Promise<void> => {
  await tx.auditEvent.createMany({
    data: entries.map(({ action, kind, subject }) => ({
      actorId: actor.userId,
      institutionId: actor.institutionId,
      action,
      kind,
      subjectKind: subject?.subjectKind ?? null,
      subjectIds: [...(subject?.subjectIds ?? [])],
      teamId: subject?.teamId ?? null,
      caseId: subject?.caseId ?? null,
      ownerInstitutionId: subject?.ownerInstitutionId ?? null,
      reason: subject?.reason ?? null,
    })),
  })
}
