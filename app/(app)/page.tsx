import { redirect } from 'next/navigation'
import { couldEver } from '@/lib/policy/decide'
import { listTeams } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { homeFor } from '@/lib/web/navigation'
import { paths } from '@/lib/web/paths'

/** Home: who would land on a list of one team lands in that team, on its board where they may see it. */
export default definePage({
  permission: 'anyone signed in',
  render: async ({ actor }) => {
    const home = homeFor(actor)
    if (home !== paths.teams()) redirect(home)
    const { rows, next } = await listTeams.execute(actor, { cursor: '' })
    const [only] = rows
    if (!only || next || rows.length > 1) redirect(home)
    redirect(couldEver(actor, 'board.team') ? paths.teamBoard(only.id) : paths.team(only.id))
  },
})
