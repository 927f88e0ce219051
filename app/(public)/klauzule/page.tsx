import { Declaration } from '@/components/layout/declaration'
import { declarations } from '@/lib/messages/pl/declarations'
import { definePublicPage } from '@/lib/web/define-page'

export const metadata = { title: declarations.privacy.title }

export default definePublicPage({
  because: 'people served and not signed in may read who answers for their data',
  render: async () => <Declaration {...declarations.privacy} />,
})
