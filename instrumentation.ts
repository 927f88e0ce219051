import type { Instrumentation } from 'next'

/** One log line a fault, with the id (digest) that the person sees on the page. Never the text of a person's data. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/platform/log')
  const { digest, message, stack } = error as Error & { digest?: string }
  log.error({ id: digest, path: request.path, route: context.routePath, err: { message, stack } }, 'fault')
}
