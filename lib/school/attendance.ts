import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import { many, uuid } from '@/lib/platform/input'
import { defineCommand } from '@/lib/policy/usecase'
import { eventFacts, ofEvent } from '@/lib/school/facts'

/** Letters and figures that nobody confuses when they are read out or typed from paper. */
const alphabet = '2345679ACDEFGHJKMNPQRTUVWXYZ'
const letters = (n: number): string =>
  Array.from({ length: n }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Not to be guessed, so that a number that is found is a certificate that was given. */
const newNumber = (region: string, year: string): string => `${region}/${year}/${letters(4)}-${letters(4)}`

/**
 * Who came, noted from the first day on and put right as often as needed. Who came has a certificate; its number stays
 * the same, and holds only as long as the attendance does.
 */
export const recordAttendance = defineCommand({
  name: 'school.attendance',
  input: z.strictObject({ eventId: uuid(), attended: many(uuid()) }),
  subject: eventFacts,
  run: async ({ tx, today }, { eventId, attended }, { row }) => {
    if (row.cancelledOn || fromDbDate(row.startsOn) > today) throw conflict('school.notYet')
    const entries = await tx.schoolEntry.findMany({ where: { eventId, state: 'signed' } })
    for (const entry of entries) {
      const came = attended.includes(entry.id)
      const first = came && !entry.certificateNumber
      if (entry.attended === came && !first) continue
      await tx.schoolEntry.update({
        where: { id: entry.id },
        data: {
          attended: came,
          ...(first
            ? {
                certificateNumber: newNumber(row.wojewodztwoCode, today.slice(0, 4)),
                certifiedOn: toDbDate(today),
              }
            : {}),
        },
      })
    }
    return { eventId }
  },
  audit: ofEvent,
})
