'use server'

import { createTeam } from '@/lib/teams'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const create = defineAction(createTeam, { done: ({ teamId }) => paths.team(teamId) })
