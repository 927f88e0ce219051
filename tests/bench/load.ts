/** Answers a second and the middle of the times, in milliseconds. */
export type Speed = { readonly perSecond: number; readonly medianMs: number }

export type Target = { readonly name: string; readonly url: string }

const read = async (url: string, cookie: string): Promise<number> => {
  const started = performance.now()
  const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return performance.now() - started
}

/** Asks one address from several hands at once for so long; throws when an answer is not 200. */
const round = async (url: string, cookie: string, hands: number, ms: number): Promise<number[]> => {
  const times: number[] = []
  const until = performance.now() + ms
  const hand = async () => {
    while (performance.now() < until) times.push(await read(url, cookie))
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return times
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/**
 * Measures all addresses in turns, several rounds each, so that a machine that slows down for a while slows all of
 * them. The speed is that of the middle round.
 */
export const measure = async (
  targets: readonly Target[],
  cookie: string,
  { rounds = 5, hands = 4, ms = 1500 } = {},
): Promise<ReadonlyMap<string, Speed>> => {
  for (const { url } of targets) await round(url, cookie, 1, 500)
  const speeds = new Map<string, { perSecond: number; medianMs: number }[]>(
    targets.map(({ name }) => [name, []]),
  )
  for (let n = 0; n < rounds; n += 1)
    for (const { name, url } of targets) {
      const times = await round(url, cookie, hands, ms)
      speeds.get(name)?.push({ perSecond: (1000 * times.length) / ms, medianMs: median(times) })
    }
  return new Map(
    [...speeds].map(([name, all]) => [
      name,
      {
        perSecond: median(all.map((one) => one.perSecond)),
        medianMs: median(all.map((one) => one.medianMs)),
      },
    ]),
  )
}
