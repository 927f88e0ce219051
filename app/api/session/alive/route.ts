import { defineRoute } from '@/lib/web/define-route'

export const POST = defineRoute({
  permission: 'anyone signed in',
  handle: async () => new Response(null, { status: 204 }),
})
