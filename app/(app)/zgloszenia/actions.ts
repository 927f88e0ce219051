'use server'

import {
  createReferral as create,
  discardReferral as discard,
  editReferral as edit,
  mendReferral as mend,
  type SentReferral,
} from '@/lib/referrals'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

/** Violence suspected: help first, whatever else was done. */
const after = ({ id, caseId, violence }: SentReferral): string =>
  violence ? paths.referralHelp() : caseId ? paths.referrals() : `${paths.referral(id)}?zapisano=tak`

export const createReferral = defineAction(create, { done: after })
export const editReferral = defineAction(edit, { done: after })
export const discardReferral = defineAction(discard, { done: () => paths.referrals() })
export const mendReferral = defineAction(mend, { done: ({ id }) => `${paths.referral(id)}?poprawiono=tak` })
