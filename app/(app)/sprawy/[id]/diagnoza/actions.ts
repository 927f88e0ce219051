'use server'

import * as diagnosis from '@/lib/diagnosis'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page = (caseId: string, query = ''): string => `${paths.caseDiagnosis(caseId)}${query}`

export const saveArea = defineAction(diagnosis.saveOneArea, {
  done: ({ caseId, next }) => page(caseId, next ? `?obszar=${next}&zrobione=obszar` : '?zrobione=obszar'),
})
export const saveAll = defineAction(diagnosis.saveAllAreas, {
  done: ({ caseId }) => page(caseId, '?zrobione=calosc'),
})
export const saveVoice = defineAction(diagnosis.saveFamilyVoice, {
  done: ({ caseId }) => page(caseId, '?zrobione=glos'),
})
export const addNeed = defineAction(diagnosis.addNeed, {
  done: ({ caseId }) => page(caseId, '?zrobione=potrzeba#potrzeby'),
})
export const editNeed = defineAction(diagnosis.editNeed, {
  done: ({ caseId }) => page(caseId, '?zrobione=potrzeba#potrzeby'),
})
export const closeNeed = defineAction(diagnosis.closeNeed, {
  done: ({ caseId }) => page(caseId, '?zrobione=potrzeba#potrzeby'),
})
export const startRound = defineAction(diagnosis.startRound, {
  done: ({ caseId }) => page(caseId, '?zrobione=runda'),
})
export const completeRound = defineAction(diagnosis.completeRound, {
  done: ({ caseId }) => page(caseId, '?zrobione=runda'),
})
export const finish = defineAction(diagnosis.finishDiagnosis, {
  done: ({ caseId }) => paths.casePlan(caseId),
})
export const addStrength = defineAction(diagnosis.addStrength, {
  done: ({ caseId }) => page(caseId, '?zrobione=mocna-strona#mocne-strony'),
})
export const correctStrength = defineAction(diagnosis.correctStrength, {
  done: ({ caseId }) => page(caseId, '?zrobione=mocna-strona#mocne-strony'),
})
export const endStrength = defineAction(diagnosis.endStrength, {
  done: ({ caseId }) => page(caseId, '?zrobione=mocna-strona#mocne-strony'),
})
