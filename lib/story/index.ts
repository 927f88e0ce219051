export { listWorkers, type Worker } from '@/lib/story/contacts'
export type { What } from '@/lib/story/details'
export { type StoryPart, storyParts } from '@/lib/story/events'
export { type HistoryPage, readHistory, type StoryEvent } from '@/lib/story/history'
