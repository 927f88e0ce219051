import { Declaration } from '@/components/layout/declaration'
import { declarations } from '@/lib/messages/pl/declarations'
import { definePublicPage } from '@/lib/web/define-page'

export const metadata = { title: declarations.accessibility.title }

export default definePublicPage({
  because: 'the law demands it of everyone, signed in or not',
  render: async () => <Declaration {...declarations.accessibility} />,
})
