import type { z } from 'zod'
import { namesCase } from '@/lib/identifiers'
import { line, optional, prose } from '@/lib/platform/input'

/** Words that a councillor and the region read too: refused where they bear the number of a case. */
export const namesNoCase = <S extends z.ZodType<string>>(schema: S) =>
  schema.refine((text) => !namesCase(text), 'meetingNamesCase')

/** What is asked: about a case, or about nothing. */
export const words = { title: line(200), note: optional(prose(1000)) }
/** The same about a team. */
export const teamWords = { title: namesNoCase(line(200)), note: optional(namesNoCase(prose(1000))) }
