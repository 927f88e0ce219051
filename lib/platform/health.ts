import { asSystem } from '@/lib/platform/db'

/** Whether the database answers within two seconds. */
export const isDatabaseUp = async (): Promise<boolean> => {
  const answered = asSystem('health', (tx) => tx.$queryRaw`select app.is_alive()`).then(
    () => true,
    () => false,
  )
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), 2_000).unref()
  })
  return Promise.race([answered, late])
}
