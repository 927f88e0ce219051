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

/** One row in the transaction of the change or the read: it stands or falls with it. */
export const writeAudit = async (
  tx: Tx,
  actor: ActorRef,
  action: string,
  kind: AuditKind,
  subject: AuditSubject | null,
): Promise<void> => {
  await tx.auditEvent.createMany({
    data: [
      {
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
      },
    ],
  })
}
