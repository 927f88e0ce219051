import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Grant, grants } from '@/lib/policy/grants'
import type { Permission } from '@/lib/policy/permissions'
import { exampleOf } from '@/scripts/route-examples'

export type Route = {
  path: string
  kind: 'page' | 'route'
  methods: string[]
  who: string[] | string
  permission: string | null
  example: string | null
}

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : /^(page\.tsx|route\.ts)$/u.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )

/** `app/(app)/sprawy/[id]/page.tsx` → `/sprawy/[id]`. */
const pathOf = (file: string): string =>
  file
    .replace(/\\/gu, '/')
    .replace(/^app/u, '')
    .replace(/\/\([^)]+\)/gu, '')
    .replace(/\/(page\.tsx|route\.ts)$/u, '') || '/'

const methodsOf = (text: string): string[] =>
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    new RegExp(String.raw`export (const ${method}\b|\{[^}]*\b${method}\b)`, 'u').test(text),
  )

const rolesFor = (permission: string): string[] => Object.keys(grants[permission as Permission] as Grant)

/** Every page and route with who may open it, read out of the factories' required field. */
export const routes = (): Route[] =>
  files('app')
    .map((file): Route => {
      const text = readFileSync(file, 'utf8')
      const permission = /permission: '([^']+)'/u.exec(text)?.[1] ?? null
      const open = /because:/u.test(text) || /next-auth/u.test(text)
      const who =
        permission && permission !== 'anyone signed in' ? rolesFor(permission) : open ? 'public' : 'signed in'
      const path = pathOf(file)
      return {
        path,
        kind: file.endsWith('page.tsx') ? 'page' : 'route',
        methods: file.endsWith('page.tsx') ? ['GET'] : methodsOf(text),
        who,
        permission,
        example: exampleOf(path),
      }
    })
    .sort((a, b) => a.path.localeCompare(b.path))

if (process.argv[1]?.endsWith('list-routes.ts')) console.log(JSON.stringify(routes(), null, 2))
