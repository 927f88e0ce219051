import type { Context } from '@/lib/policy/usecase'

/** What the people of a case are told; each kind has its sentence in lib/messages/pl/notifications.ts. */
export type CaseNews =
  | 'plan.submitted'
  | 'plan.returned'
  | 'plan.inForce'
  | 'case.proposed'
  | 'case.decided'
  | 'case.sentBack'
  | 'case.evaluated'
  | 'consent.withdrawn'

type Hearer = 'koordynator_rodziny' | 'koordynator_zespolu' | 'lider_gminny'

/** Tells who holds these roles for the case, without a name or a service; never the one who does it. */
export const tellCase = async (
  { tx }: Context,
  caseId: string,
  kind: CaseNews,
  ...roles: readonly Hearer[]
): Promise<void> => {
  await tx.$executeRaw`select app.tell_case(${caseId}::uuid, ${kind}, variadic ${[...roles]}::text[])`
}

/** The team's coordinator is told as soon as a plan lacks nothing but the approval. */
export const tellPlanReady = async ({ tx }: Context, caseId: string): Promise<void> => {
  await tx.$executeRaw`select app.tell_plan_ready(${caseId}::uuid)`
}
