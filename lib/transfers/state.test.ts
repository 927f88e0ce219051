import { describe, expect, it } from 'vitest'
import { stageRefusal, type TransferStatus, transferStep } from '@/lib/transfers/state'

const states: TransferStatus[] = ['offered', 'accepted', 'declined', 'withdrawn', 'passed']

describe('an offer to another team', () => {
  it('takes these steps and no other', () => {
    const steps = states.flatMap((from) =>
      states.filter((to) => transferStep(from, to)).map((to) => `${from} ${to}`),
    )
    expect(steps).toEqual([
      'offered accepted',
      'offered declined',
      'offered withdrawn',
      'accepted withdrawn',
      'accepted passed',
    ])
  })

  it('is made from qualification to evaluation; before it a referral is redirected', () => {
    expect(stageRefusal).toEqual({
      submitted: 'transfer.redirectInstead',
      screening: 'transfer.redirectInstead',
      qualified: null,
      rejected: 'wrongState',
      redirected: 'wrongState',
      awaitingConsent: null,
      diagnosis: null,
      planning: null,
      planApproval: null,
      inProgress: null,
      suspended: null,
      evaluation: null,
      closed: 'wrongState',
      archived: 'wrongState',
      erased: 'wrongState',
    })
  })
})
