import { z } from 'zod'
import { line } from '@/lib/platform/input'
import type { Context } from '@/lib/policy/usecase'

/** The voivodeship whose programme the actor keeps, or else the one of the own place of work. */
export const regionOf = ({ actor }: Pick<Context, 'actor'>): string =>
  actor.assignments.find(
    (a) => ['rops_koordynator', 'animator', 'ekspert'].includes(a.role) && a.wojewodztwoCode,
  )?.wojewodztwoCode ?? actor.wojewodztwoCode

/** An address of a page: nothing but the web opens from a link. */
export const webLink = () =>
  line(500).pipe(z.url({ protocol: /^https?$/u, hostname: /\./u, error: 'webLink' }))
