import type { Instrumentation } from 'next'

/** Once a server, before the first request: the environment is checked, letters go out where a mail server is set, dates are watched. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { env } = await import('@/lib/platform/env')
  const { startMailSender } = await import('@/lib/platform/mail')
  const { startDeadlines } = await import('@/lib/cases/deadlines')
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL && MAIL_FROM) startMailSender({ url: SMTP_URL, from: MAIL_FROM })
  startDeadlines()
}

/** One log line a fault, with the id (digest) that the person sees on the page. Never the text of a person's data. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/platform/log')
  const { digest, message, stack } = error as Error & { digest?: string }
  log.error({ id: digest, path: request.path, route: context.routePath, err: { message, stack } }, 'fault')
}
