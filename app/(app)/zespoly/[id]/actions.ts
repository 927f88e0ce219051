'use server'

import { teamMessages as m } from '@/lib/messages/pl/teams'
import * as teams from '@/lib/teams'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const toTeam = (_result: unknown, form: FormData): string => paths.team(String(form.get('teamId')))

export const giveUp = defineAction(teams.giveUpTeam, { done: toTeam })
export const suspend = defineAction(teams.suspendTeam, { done: toTeam })
export const resume = defineAction(teams.resumeTeam, { done: toTeam })
export const dissolve = defineAction(teams.dissolveTeam, { done: toTeam })
export const agree = defineAction(teams.agreeToProposal, { done: toTeam })
export const dropProposal = defineAction(teams.dropProposal, { done: toTeam })
export const activate = defineAction(teams.activateTeam, { done: toTeam })

export const nameRepresentatives = defineAction(teams.nameRepresentatives, {
  done: ({ named }) => ({ message: m.members.saved(named) }),
})
export const appoint = defineAction(teams.appointOffices, { done: () => ({ message: m.members.appointed }) })
export const addMembers = defineAction(teams.addMembers, {
  done: ({ added }) => ({ message: m.members.added(added) }),
})
export const removeMember = defineAction(teams.removeMember, { done: () => ({ message: m.members.removed }) })
export const accede = defineAction(teams.accession, { done: () => ({ message: m.members.acceded }) })
// the party is no longer there to be looked at, so the page of all parties is the answer
export const withdraw = defineAction(teams.withdrawParty, {
  done: (_result, form) => paths.teamMembers(String(form.get('teamId'))),
})
export const extend = defineAction(teams.extendAgreement, {
  done: (_result, form) => paths.teamAgreement(String(form.get('teamId'))),
})

export const mendTeam = defineAction(teams.mendTeam, { done: () => ({ message: m.agreement.saved }) })
export const sendAgreement = defineAction(teams.sendAgreement, {
  done: (_result, form) => paths.teamAgreement(String(form.get('teamId'))),
})
// the rows that were signed leave the form, so the page itself is the answer
export const recordSignatures = defineAction(teams.recordSignatures, {
  done: (_result, form) => paths.teamAgreement(String(form.get('teamId'))),
})
export const unrecordSignature = defineAction(teams.unrecordSignature, {
  done: (_result, form) => paths.teamAgreement(String(form.get('teamId'))),
})
export const takeBack = defineAction(teams.takeBackAgreement, {
  done: (_result, form) => paths.teamAgreement(String(form.get('teamId'))),
})
export const attach = defineAction(teams.attachToTeam, {
  done: (_result, form) => paths.teamAgreement(String(form.get('teamId'))),
})
export const setDeadlines = defineAction(teams.setDeadlines, {
  done: () => ({ message: m.deadlines.saved }),
})
export const adoptRules = defineAction(teams.adoptRules, {
  done: () => ({ message: m.agreement.rulesSaved }),
})
