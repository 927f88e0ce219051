import { aroundMatrix } from '@/tests/security/role-matrix/around'
import { casesMatrix } from '@/tests/security/role-matrix/cases'
import type { Matrix } from '@/tests/security/role-matrix/holders'
import { knowledgeMatrix } from '@/tests/security/role-matrix/knowledge'
import { caseMeetingsMatrix, meetingsMatrix } from '@/tests/security/role-matrix/meetings'
import { papersMatrix } from '@/tests/security/role-matrix/papers'
import { programmeMatrix } from '@/tests/security/role-matrix/programme'
import { teamLifeMatrix } from '@/tests/security/role-matrix/teamlife'

export { beyond, columns, rows } from '@/tests/security/role-matrix/rows'

export const matrix: Matrix = {
  ...aroundMatrix,
  ...casesMatrix,
  ...teamLifeMatrix,
  ...papersMatrix,
  ...meetingsMatrix,
  ...caseMeetingsMatrix,
  ...programmeMatrix,
  ...knowledgeMatrix,
}
