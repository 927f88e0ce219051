import { readFileSync } from 'node:fs'

type Lists = {
  people: { role: string; name: string; email: string; password: string }[]
  routes: { path: string; kind: 'page' | 'route'; who: string | string[]; example: string | null }[]
}

/** Demo people and routes, laid down by the test runner out of the code itself. */
export const lists = JSON.parse(readFileSync(process.env.E2E_LISTS ?? '', 'utf8')) as Lists
