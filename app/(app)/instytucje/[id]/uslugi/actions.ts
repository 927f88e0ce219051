'use server'

import * as institutions from '@/lib/institutions'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const back = ({ institutionId }: { institutionId: string }, code: string): string =>
  `${paths.institutionServices(institutionId)}?zrobione=${code}`

export const addOffers = defineAction(institutions.offerServices, { done: (r) => back(r, 'dodano') })
export const mendOffer = defineAction(institutions.mendOffer, { done: (r) => back(r, 'zapisano') })
export const confirmOffers = defineAction(institutions.confirmOffers, {
  done: (r) => back(r, 'potwierdzono'),
})
export const endOffer = defineAction(institutions.endOffer, { done: (r) => back(r, 'zakonczono') })
