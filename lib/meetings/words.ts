import { z } from 'zod'
import { namesCase } from '@/lib/identifiers'
import { invalid } from '@/lib/platform/errors'
import { line, prose } from '@/lib/platform/input'

/** The number of a case belongs into no item that everybody reads. */
const free = <S extends z.ZodType<string>>(schema: S) =>
  schema.refine((text) => !namesCase(text), 'meetingNamesCase')

/** Words about matters of the team; what is about a case is typed where only its readers see it. */
export const teamLine = (max: number) => free(line(max))
export const teamProse = (max: number) => free(prose(max))

/** A place or a link: somewhere one has to go. */
export const demandSomewhere = ({ place, link }: { place: string | null; link: string | null }): void => {
  if (!place && !link) throw invalid({ place: 'required' })
}

/** Only what a browser opens safely. */
export const webLink = () =>
  line(500).pipe(z.url({ protocol: /^https$/u, hostname: z.regexes.domain, error: 'meetingLink' }))
