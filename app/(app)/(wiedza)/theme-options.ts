import { knowledgeMessages } from '@/lib/messages/pl/knowledge'

/** Themes for a list, in the order of the domain. */
export const themeOptions = (keys: readonly (keyof typeof knowledgeMessages.theme)[]) =>
  keys.map((value) => ({ value, label: knowledgeMessages.theme[value] }))
