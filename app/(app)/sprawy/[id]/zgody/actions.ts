'use server'

import * as consents from '@/lib/consents'
import type { consentMessages } from '@/lib/messages/pl/consents'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

type Saved = keyof typeof consentMessages.saved

const back =
  (what: Saved) =>
  (_result: unknown, form: FormData): string =>
    `${paths.caseConsents(String(form.get('caseId')))}?zapisano=${what}`

export const recordConsents = defineAction(consents.recordConsents, { done: back('zgody') })
export const withdrawConsent = defineAction(consents.withdrawConsent, {
  done: (_result, form) => `${paths.caseConsentsTell(String(form.get('caseId')))}?zapisano=wycofanie`,
})
export const attachScan = defineAction(consents.attachScan, { done: back('skan') })
export const deliverClauses = defineAction(consents.deliverClauses, { done: back('klauzula') })
export const recordBasis = defineAction(consents.recordBasis, { done: back('podstawa') })
export const endBasis = defineAction(consents.endBasis, { done: back('koniec') })
