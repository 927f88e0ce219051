import { expect, it } from 'vitest'
import { caseDocuments, isCaseDocument } from '@/lib/variants/case-documents'
import { documentSteps } from '@/lib/variants/steps'

it('every document that a region may ask of a case is known to its steps, and no document of a team is', () => {
  const asked = Object.values(documentSteps).flatMap(({ of, more }) => (of === 'case' ? [...more] : []))
  expect([...new Set<string>(asked)].toSorted()).toEqual([...caseDocuments].toSorted())
  expect(['protokol', 'karta_monitoringu', 'sprawozdanie'].map(isCaseDocument)).toEqual([true, true, false])
})
