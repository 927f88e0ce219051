export { type AreaText, areaTexts, criminalKey, openCategories, type Round } from '@/lib/diagnosis/areas'
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
export { endUnmetNeed, recordUnmetNeed, type UnmetService, unmetOf } from '@/lib/diagnosis/unmet'
