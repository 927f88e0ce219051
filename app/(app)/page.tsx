import { redirect } from 'next/navigation'
import { definePage } from '@/lib/web/define-page'
import { homeFor } from '@/lib/web/navigation'

export default definePage({
  permission: 'anyone signed in',
  render: async ({ actor }) => redirect(homeFor(actor)),
})
