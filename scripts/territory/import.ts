import type { Client } from 'pg'
import { chooseSuccessors, compareTerc, parseOfficialTerc, type TercComparison } from '@/lib/territory'
import { inTransaction } from '@/scripts/database/owner'
import { followersOf, meetingTeams, settledPairs, statedOnOf, unitsInForce } from '@/scripts/territory/read'
import { problemLines, reportLines } from '@/scripts/territory/report'
import { writeComparison } from '@/scripts/territory/write'

export type Choices = Readonly<Record<string, string | null>>
export type Outcome = { readonly ok: boolean; readonly written: boolean; readonly lines: readonly string[] }

/** `1816132=1816042` or `1816132=none`; throws for anything else. */
export const parsePairs = (pairs: readonly string[]): Choices =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [, from, to] = /^(\d{2}|\d{4}|\d{7})=(\d{2}|\d{4}|\d{7}|none)$/u.exec(pair) ?? []
      if (!from || !to) throw new Error(`--pair ${pair}: write OLD=NEW (codes), or OLD=none`)
      return [from, to === 'none' ? null : to]
    }),
  )

const isNothing = ({ added, renamed, changedKind, succeeded, ended }: TercComparison): boolean =>
  [added, renamed, changedKind, succeeded, ended].every((list) => list.length === 0)

const refused = (...lines: string[]): Outcome => ({ ok: false, written: false, lines })

/** Why the comparison may not be written, or null. */
const obstacle = (comparison: TercComparison, meeting: readonly string[]): string[] | null => {
  const [first] = comparison.unresolved
  if (first)
    return [
      `Nothing was written: ${comparison.unresolved.length} ended without a known successor. Choose each, as in`,
      `  --pair ${first.ended.code}=${first.candidates[0]?.code ?? 'CODE'}   or, when nothing follows it,   --pair ${first.ended.code}=none`,
    ]
  if (meeting.length > 0)
    return [
      "Nothing was written: a gmina has one live team of a variant, and these would meet. Join them first: open each page, choose the team that stays, and both teams' leaders agree.",
      ...meeting.map((line) => `  ${line}`),
    ]
  return null
}

/** Choices that an earlier run has written already are passed over, so that the same command may run twice. */
const openChoices = async (client: Client, choices: Choices): Promise<Choices> => {
  const settled = await settledPairs(client, Object.keys(choices))
  return Object.fromEntries(
    Object.entries(choices).filter(([code, next]) => !settled.has(code) || settled.get(code) !== next),
  )
}

/**
 * Compares the text of an official TERC file with the database and, with `write`, writes the difference in one
 * transaction as the owner. Never throws for what is wrong with the file or the choices: the lines say it.
 */
export const importTerritory = async (
  client: Client,
  { text, choices, write }: { text: string; choices: Choices; write: boolean },
): Promise<Outcome> => {
  const parsed = parseOfficialTerc(text)
  if (!parsed.ok)
    return refused('This file cannot be read; nothing was written.', ...problemLines(parsed.problems))
  return inTransaction(client, async () => {
    // Two imports at once would compare with the same state.
    await client.query('lock table territory_import in exclusive mode')
    const known = await statedOnOf(client)
    if (known !== null && parsed.statedOn < known)
      return refused(
        `The file is of ${parsed.statedOn}, the database already of ${known}; nothing was written.`,
      )
    const current = await unitsInForce(client)
    const automatic = compareTerc(current, parsed)
    let comparison: TercComparison
    try {
      comparison = chooseSuccessors(automatic, await openChoices(client, choices), parsed.units)
    } catch (error) {
      if (error instanceof RangeError) return refused(`--pair: ${error.message}; nothing was written.`)
      throw error
    }
    if (isNothing(comparison))
      return {
        ok: true,
        written: false,
        lines: [
          `TERC of ${parsed.statedOn}: the database agrees with it (${current.length} units). Nothing to write.`,
        ],
      }
    const pairs = [...comparison.changedKind, ...comparison.succeeded].map(({ from, to }) => ({
      from: from.code,
      to: to.code,
    }))
    const followers = await followersOf(client, pairs)
    const lines = reportLines(comparison, current.length, followers)
    const problem = obstacle(comparison, await meetingTeams(client, pairs))
    if (problem) return { ok: !write, written: false, lines: [...lines, '', ...problem] }
    if (!write)
      return {
        ok: true,
        written: false,
        lines: [...lines, '', 'Nothing was written. Add --write to write this.'],
      }
    await writeComparison(client, comparison, { followers })
    return { ok: true, written: true, lines: [...lines, '', 'Written.'] }
  })
}
