import { cache } from 'react'
import { z } from 'zod'
import { type CaseFolder, readFolder } from '@/lib/cases'
import { AppError } from '@/lib/platform/errors'
import { readPage } from '@/lib/web/read-page'

/** The folder's head, asked once a request by layout and page; null for a stranger: the page says "not found". */
export const caseHead = cache(async (caseId: string): Promise<CaseFolder | null> => {
  if (!z.uuid().safeParse(caseId).success) return null
  try {
    return await readPage((read) => read(readFolder, { caseId }))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
})
