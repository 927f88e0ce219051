'use server'

import * as teams from '@/lib/teams'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const id = (form: FormData): string => String(form.get('teamId'))

// joined: the folder itself says it; not yet: the page says whose agreement is missing
export const propose = defineAction(teams.proposeJoining, {
  done: ({ decided }, form) => (decided ? paths.team(id(form)) : paths.teamJoining(id(form))),
})
export const agree = defineAction(teams.agreeToJoining, {
  done: ({ decided }, form) => (decided ? paths.team(id(form)) : paths.teamJoining(id(form))),
})
export const drop = defineAction(teams.dropJoining, { done: (_result, form) => paths.teamJoining(id(form)) })
