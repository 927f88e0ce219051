'use server'

import * as cases from '@/lib/cases'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const back = (_result: unknown, form: FormData): string => paths.case(String(form.get('caseId')))

export const screenCase = defineAction(cases.screenCase, { done: back })
// the answer stands on the page, with who asked and why
export const checkDuplicates = defineAction(cases.checkDuplicates, { done: back })
export const proposeDecision = defineAction(cases.proposeDecision, { done: back })
export const decideProposal = defineAction(cases.decideProposal, { done: back })
export const requestConsent = defineAction(cases.requestConsent, { done: back })
export const startDiagnosis = defineAction(cases.startDiagnosis, { done: back })
export const closeWithoutConsent = defineAction(cases.closeWithoutConsent, { done: back })
export const suspendCase = defineAction(cases.suspendCase, { done: back })
export const resumeCase = defineAction(cases.resumeCase, { done: back })
export const interruptCase = defineAction(cases.interruptCase, { done: back })
export const flagBlueCard = defineAction(cases.flagBlueCard, { done: back })
export const linkReturn = defineAction(cases.linkReturn, { done: back })
export const unlinkReturn = defineAction(cases.unlinkReturn, { done: back })
