export { impersonal } from '@/lib/knowledge/impersonal'
export { changed, regionOf, webLink, wordsIn } from '@/lib/knowledge/input'
export { type ModelTheme, modelThemes, type Theme, themes } from '@/lib/knowledge/themes'
