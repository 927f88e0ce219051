export {
  type AreaText,
  areaNames,
  areaTexts,
  criminalKey,
  openCategories,
  type Round,
  safetyKey,
} from '@/lib/diagnosis/areas'
export {
  type ComparedArea,
  compareDiagnoses,
  type DiagnosisComparison,
  differingAreas,
  type RoundScore,
} from '@/lib/diagnosis/compare'
export {
  addNeed,
  closeNeed,
  editNeed,
  listNeeds,
  type NeedView,
  needsAreOpen,
  needsIn,
  needsOf,
  type PersonOfCase,
  peopleOf,
} from '@/lib/diagnosis/needs'
export { type DiagnosisArea, type DiagnosisPage, readDiagnosis } from '@/lib/diagnosis/read'
export { completeRound, finishDiagnosis, startRound } from '@/lib/diagnosis/rounds'
export { saveAllAreas, saveFamilyVoice, saveOneArea } from '@/lib/diagnosis/save'
export { fromScore } from '@/lib/diagnosis/score'
export {
  addStrength,
  correctStrength,
  endStrength,
  type StrengthView,
  strengthsOf,
} from '@/lib/diagnosis/strengths'
export { endUnmetNeed, recordUnmetNeed, type UnmetService, unmetOf } from '@/lib/diagnosis/unmet'
