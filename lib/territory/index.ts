export {
  chooseSuccessors,
  compareTerc,
  type Renaming,
  type Succession,
  type TercComparison,
  type Unresolved,
} from '@/lib/territory/compare'
export { loadMap, type MapChoice, type SchematicMap } from '@/lib/territory/maps'
export { readUnit, type UnitView } from '@/lib/territory/read'
export { readSource, searchTerritory, type UnitOption } from '@/lib/territory/search'
export {
  type Centre,
  type GminaKindCode,
  parseOfficialTerc,
  parseOwnTerc,
  type TercLevel,
  type TercParse,
  type TercProblem,
  type TercReason,
  type TercUnit,
} from '@/lib/territory/terc'
export { type Gmina, gminaByCode, gminaCodesWithin, unitNames, unitNow } from '@/lib/territory/units'
