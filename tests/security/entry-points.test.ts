import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? entry.name === 'generated'
        ? []
        : files(join(folder, entry.name))
      : [join(folder, entry.name)],
  )

const text = (path: string): string => readFileSync(path, 'utf8')
const app = files('app')

/** Entry points that no factory builds, each with its reason. */
const exceptions: Record<string, string> = {
  'app/actions.ts':
    "the own session's sign-in, sign-out, context and theme: before or beside any working context",
  'app/api/auth/[...nextauth]/route.ts': "next-auth's own handler; its credentials end in the same signIn",
}

describe('every entry point is built by a factory that demands a permission or a reason', () => {
  it('pages', () => {
    const bare = app.filter(
      (path) => /\/page\.tsx$/.test(path) && !/export default define(Public)?Page\(/.test(text(path)),
    )
    expect(bare).toEqual([])
  })

  it('routes', () => {
    const bare = app
      .filter((path) => /\/route\.ts$/.test(path) && !(path in exceptions))
      .filter((path) =>
        /export const (GET|POST|PUT|PATCH|DELETE) = (?!define(Public)?Route\()|export (async )?function/.test(
          text(path),
        ),
      )
    expect(bare).toEqual([])
  })

  it('server actions', () => {
    const actions = [...app, ...files('lib'), ...files('components')].filter((path) =>
      /^['"]use server['"]/m.test(text(path)),
    )
    const bare = actions
      .filter((path) => !(path in exceptions))
      .flatMap((path) =>
        (text(path).match(/^export (const|async function|function) .*/gm) ?? []).map(
          (line) => `${path}: ${line}`,
        ),
      )
      .filter((line) => !/export const \w+ = (define\w*Action|\w+Action)\(/.test(line))
    expect(bare).toEqual([])
  })

  it('the exceptions exist', () => {
    expect(Object.keys(exceptions).filter((path) => !app.includes(path))).toEqual([])
  })
})

describe('the database is reached through the gateway only', () => {
  it('asActor and asSystem are called where the list says', () => {
    const uses = [...files('lib'), ...app, ...files('components')]
      .filter(
        (path) =>
          !path.startsWith('lib/platform/db') &&
          /\bas(System|Actor)\(/.test(text(path)) &&
          !/\.test\.ts$/.test(path),
      )
      .sort()
    expect(uses).toEqual([
      // pieces of a film: a short transaction each, between two use cases
      'lib/attachments/pieces.ts',
      'lib/baskets/by-link.ts',
      'lib/cases/deadlines.ts',
      'lib/declarations/index.ts',
      'lib/meetings/feed.ts',
      'lib/model-consultations/by-link.ts',
      'lib/people/invitations.ts',
      'lib/people/kept-forms.ts',
      'lib/people/mailbox.ts',
      'lib/people/password-reset.ts',
      'lib/people/sessions.ts',
      'lib/platform/health.ts',
      'lib/platform/mail.ts',
      'lib/policy/usecase.ts',
    ])
  })

  it("another person's eyes are borrowed in one place", () => {
    const uses = [...files('lib'), ...app, ...files('components')].filter(
      (path) => !path.startsWith('lib/platform/db') && /throughEyesOf\(/.test(text(path)),
    )
    expect(uses).toEqual(['lib/sight/eyes.ts'])
  })

  it('asSystem is called for the reasons on the list, each in its own place', () => {
    const reasons: Record<string, string[]> = {}
    for (const path of [...files('lib'), ...app]) {
      const found = [...text(path).matchAll(/\basSystem\(\s*'([a-z-]+)'/g)].map((m) => m[1] ?? '')
      if (found.length > 0) reasons[path] = [...new Set(found)].sort()
    }
    expect(reasons).toEqual({
      'lib/baskets/by-link.ts': ['line-link'],
      'lib/cases/deadlines.ts': ['deadlines'],
      'lib/declarations/index.ts': ['declarations'],
      'lib/meetings/feed.ts': ['calendar'],
      'lib/model-consultations/by-link.ts': ['model-link'],
      'lib/people/invitations.ts': ['invitation'],
      'lib/people/kept-forms.ts': ['session'],
      'lib/people/mailbox.ts': ['mail'],
      'lib/people/password-reset.ts': ['password-reset'],
      'lib/people/sessions.ts': ['session', 'sign-in'],
      'lib/platform/health.ts': ['health'],
      'lib/platform/mail.ts': ['mail'],
    })
  })

  it('mail is written in one place, which knows accounts of staff and no family (domain 8.2 d)', () => {
    const own = [...files('lib'), ...app].filter((path) => !path.includes('/generated/'))
    expect(own.filter((path) => /outgoingMail\b/.test(text(path)))).toEqual(['lib/people/invite.ts'])
    expect(own.filter((path) => /personContact\b|person_contact\b/.test(text(path))).sort()).toEqual([
      'lib/baskets/line-around.ts',
      'lib/families/edit.ts',
    ])
    expect(text('lib/baskets/line-around.ts')).not.toMatch(/pc\.email/)
    expect(text('lib/families/edit.ts')).not.toMatch(/email/)
  })

  it('every reason that the gateway knows is given somewhere', () => {
    const known = /type SystemReason =([^\n]*(?:\n {2}\|[^\n]*)*)/.exec(text('lib/platform/db.ts'))?.[1] ?? ''
    expect([...known.matchAll(/'([a-z-]+)'/g)].map((m) => m[1]).sort()).toEqual([
      'calendar',
      'deadlines',
      'declarations',
      'health',
      'invitation',
      'line-link',
      'mail',
      'model-link',
      'password-reset',
      'session',
      'sign-in',
    ])
  })

  it('nobody else makes a client', () => {
    const uses = [...files('lib'), ...app, ...files('components')].filter(
      (path) => !path.startsWith('lib/platform/db') && /new PrismaClient|from 'pg'/.test(text(path)),
    )
    expect(uses).toEqual([])
  })
})
