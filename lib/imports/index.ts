export { keptDays, prepareImport, runImport, undoImport } from '@/lib/imports/batches'
export { type ImportKind, importKinds } from '@/lib/imports/columns'
export { cellsOf, headsOf } from '@/lib/imports/csv'
export {
  badRows,
  type ImportRowView,
  type ImportSummary,
  type ImportView,
  listImports,
  readImport,
} from '@/lib/imports/read'
export { importLimit } from '@/lib/imports/table'
