import { isDatabaseUp } from '@/lib/platform/health'
import { definePublicRoute } from '@/lib/web/define-route'
import { version } from '@/package.json'

export const dynamic = 'force-dynamic'

export const GET = definePublicRoute({
  because: 'a monitor asks it; it tells nothing but up or down',
  handle: async () => {
    const up = await isDatabaseUp()
    return Response.json(
      { status: up ? 'ok' : 'error', database: up ? 'ok' : 'down', version },
      { status: up ? 200 : 503 },
    )
  },
})
