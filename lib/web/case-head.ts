import { cache } from 'react'
import { z } from 'zod'
import { type CaseHead, readCase } from '@/lib/cases'
import { AppError } from '@/lib/platform/errors'
import { requireActor } from '@/lib/web/session'

/** The folder's head, asked once a request by layout and page; null for a stranger: the page says "not found". */
export const caseHead = cache(async (caseId: string): Promise<CaseHead | null> => {
  if (!z.uuid().safeParse(caseId).success) return null
  const actor = await requireActor()
  try {
    return await readCase.execute(actor, { caseId })
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
})
