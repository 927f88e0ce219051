import type { DataCategory } from '@/lib/catalogue'
import type { StoryPart } from '@/lib/story'

type Asked = {
  caseId: string
  personId: string | null
  institutionId: string | null
  category: DataCategory | null
  part: StoryPart | null
  cursor: string
  whole: boolean
}

/** The whole story of a case, or one part of it, as a page asks for it. */
export const storyOf = (caseId: string, part: StoryPart | null = null): Asked => ({
  caseId,
  personId: null,
  institutionId: null,
  category: null,
  part,
  cursor: '',
  whole: false,
})
