import { expect, test } from 'vitest'
import { caseMoves, isOpen, movePermissions } from '@/lib/cases/state'
import type { CaseStatus } from '@/lib/platform/generated/prisma/enums'

const stages = Object.keys(caseMoves) as CaseStatus[]

/** Domain 4.2, written down a second time: from, to, the permissions of which any one makes the step. */
const table: Record<string, readonly string[]> = {
  'submitted screening': ['case.screen'],
  'submitted closed': ['case.interrupt', 'transfer.pass'],
  'screening qualified': ['case.decide'],
  'screening rejected': ['case.decide'],
  'screening redirected': ['case.decide'],
  'screening closed': ['case.interrupt', 'transfer.pass'],
  'qualified awaitingConsent': ['case.requestConsent'],
  'qualified closed': ['case.interrupt', 'transfer.pass'],
  'awaitingConsent diagnosis': ['case.startDiagnosis'],
  'awaitingConsent closed': ['case.closeWithoutConsent', 'case.interrupt', 'transfer.pass'],
  'diagnosis planning': ['case.finishDiagnosis'],
  'diagnosis closed': ['case.interrupt', 'transfer.pass'],
  'planning planApproval': ['case.submitPlan'],
  'planning inProgress': ['case.dropVersion'],
  'planning closed': ['case.interrupt', 'transfer.pass'],
  'planApproval planning': ['case.returnPlan'],
  'planApproval inProgress': ['case.putInForce'],
  'planApproval closed': ['case.interrupt', 'transfer.pass'],
  'inProgress planning': ['case.changePlan'],
  'inProgress suspended': ['case.suspend'],
  'inProgress evaluation': ['case.startEvaluation'],
  'inProgress closed': ['case.interrupt', 'transfer.pass'],
  'suspended inProgress': ['case.resume'],
  'suspended closed': ['case.interrupt', 'transfer.pass'],
  'evaluation closed': ['case.close', 'case.interrupt', 'transfer.pass'],
  'closed planning': ['case.reopen'],
  'closed archived': ['destruction.prepare'],
  'rejected archived': ['destruction.prepare'],
  'redirected archived': ['destruction.prepare'],
  'archived closed': ['destruction.takeBack'],
  'archived rejected': ['destruction.takeBack'],
  'archived redirected': ['destruction.takeBack'],
  'archived erased': ['destruction.approve'],
}

test('every pair of stages is a step of the table or a jump that nobody makes', () => {
  const found = stages.flatMap((from) =>
    stages.flatMap((to) => {
      const permissions = movePermissions(from, to)
      return permissions.length > 0 ? [[`${from} ${to}`, permissions] as const] : []
    }),
  )
  expect(Object.fromEntries(found)).toEqual(table)
})

test('open stages are those with work to do', () => {
  expect(stages.filter((stage) => !isOpen(stage))).toEqual([
    'closed',
    'rejected',
    'redirected',
    'archived',
    'erased',
  ])
})
