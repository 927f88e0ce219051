'use client'

import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { BrandMark } from '@/components/layout/brand'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/inputs'
import { uiMessages } from '@/lib/messages/pl/ui'

const texts = uiMessages.session

type Answer = 'back' | 'other' | 'wrong' | 'limited' | 'unreachable'

const resume = async (email: string, password: string): Promise<Answer> => {
  const answer = await fetch('/api/session/resume', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
    cache: 'no-store',
  }).catch(() => undefined)
  if (!answer || answer.status >= 500) return 'unreachable'
  if (answer.status === 429) return 'limited'
  if (!answer.ok) return 'wrong'
  const { samePerson }: { samePerson?: boolean } = await answer.json()
  return samePerson ? 'back' : 'other'
}

/** The name of a family may stand in the title of the window: it goes away with the page. */
const useNeutralTitle = () => {
  useEffect(() => {
    const title = document.title
    document.title = `${texts.ended} – ${uiMessages.shell.brand}`
    return () => {
      document.title = title
    }
  }, [])
}

type SessionCoverProps = {
  email: string
  name?: string
  /** signs out whoever is still signed in: the server may not have noticed the idle time yet */
  leave: () => Promise<void>
  onBack: () => void
}

const Leave = ({ leave }: Pick<SessionCoverProps, 'leave'>) => (
  <form action={leave} className="mt-4">
    <Button type="submit" variant={3}>
      {texts.otherPerson}
    </Button>
    <p className="muted">{texts.otherPersonNote}</p>
  </form>
)

/** The opaque page that asks the same person for the password. */
export const SessionCover = ({ email, name, leave, onBack }: SessionCoverProps) => {
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useNeutralTitle()

  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[name=password]')?.focus()
  }, [])

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    setPending(true)
    const answer = await resume(email, String(new FormData(event.currentTarget).get('password') ?? ''))
    setPending(false)
    if (answer === 'back') onBack()
    else if (answer === 'other') window.location.assign('/')
    else setProblem(texts[answer])
  }

  return (
    <div className="cover-page" role="dialog" aria-modal="true" aria-labelledby="session-title">
      <div className="dialog">
        <p className="brand">
          <BrandMark />
          {uiMessages.shell.brand}
        </p>
        <h2 id="session-title" className="mt-4">
          {texts.title}
        </h2>
        <p className="soft mt-1">{texts.textWaits}</p>
        <form ref={form} onSubmit={submit} data-keeps="" className="form mt-4" noValidate>
          <p>
            {name && <b>{name}</b>} <span className="muted">{email}</span>
          </p>
          <input type="hidden" name="email" autoComplete="username" value={email} />
          <TextInput
            name="password"
            id="session-password"
            type="password"
            label={texts.password}
            error={problem}
            autoComplete="current-password"
          />
          <div className="row">
            <Button type="submit" variant={1} busy={pending}>
              {pending ? texts.resuming : texts.resume}
            </Button>
          </div>
        </form>
        <Leave leave={leave} />
      </div>
    </div>
  )
}
