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
  const rows = entries.map(({ action, kind, subject }) => ({
    action,
    kind,
    subject_kind: subject?.subjectKind ?? null,
    subject_ids: subject?.subjectIds ?? [],
    team_id: subject?.teamId ?? null,
    case_id: subject?.caseId ?? null,
    owner_institution_id: subject?.ownerInstitutionId ?? null,
    reason: subject?.reason ?? null,
  }))
  // by hand, since every page load waits for it: through the model it costs three times as much
  await tx.$executeRaw`
    insert into audit_event (actor_id, institution_id, action, kind, subject_kind, subject_ids, team_id, case_id,
      owner_institution_id, reason)
    select ${actor.userId}::uuid, ${actor.institutionId}::uuid, e.action, e.kind, e.subject_kind, e.subject_ids,
      e.team_id, e.case_id, e.owner_institution_id, e.reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(action text, kind text, subject_kind text, subject_ids uuid[],
      team_id uuid, case_id uuid, owner_institution_id uuid, reason text)`
}
