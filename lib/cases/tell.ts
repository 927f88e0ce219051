import type { Context } from '@/lib/policy/usecase'

/** The team's coordinator is told as soon as a plan lacks nothing but the approval; whoever's step it was that was last. */
export const tellPlanReady = async ({ tx }: Context, caseId: string): Promise<void> => {
  await tx.$executeRaw`select app.tell_plan_ready(${caseId}::uuid)`
}
