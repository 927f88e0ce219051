import { cache } from 'react'
import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { readTeam, type TeamView } from '@/lib/teams'
import { requireActor } from '@/lib/web/session'

/** The team, asked once a request by layout and page (one look, one row in the access log); null for a stranger. */
export const teamView = cache(async (teamId: string): Promise<TeamView | null> => {
  if (!z.uuid().safeParse(teamId).success) return null
  const actor = await requireActor()
  try {
    return await readTeam.execute(actor, { teamId })
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
})
