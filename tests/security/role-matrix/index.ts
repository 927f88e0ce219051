/**
 * Domain 3.6 written down a second time, by hand and out of the domain's table: the expectation that lib/policy is held
 * against. A new permission is entered here as well, with the row of 3.6 that it belongs to, the letter that it needs
 * there, and who holds it how far. It is never computed from grants.ts.
 */
import { aroundMatrix } from '@/tests/security/role-matrix/around'
import { casesMatrix } from '@/tests/security/role-matrix/cases'
import type { Matrix } from '@/tests/security/role-matrix/holders'
import { caseMeetingsMatrix, meetingsMatrix } from '@/tests/security/role-matrix/meetings'

export { beyond, columns, rows } from '@/tests/security/role-matrix/rows'

export const matrix: Matrix = { ...aroundMatrix, ...casesMatrix, ...meetingsMatrix, ...caseMeetingsMatrix }
