'use client'

import { type RefObject, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { phoneCopy } from '@/components/ui/phone-copy'
import { fieldsOf, fillForm } from '@/components/ui/typed-fields'
import { type FormAction, type FormState, idleForm, placeField, sessionBack } from '@/lib/format/form-state'
import { uiMessages } from '@/lib/messages/pl/ui'

/** A breath between two thoughts; each further letter waits anew. */
const pause = 1200
/** How long an answer of the server is waited for, and when a server that did not answer is asked again. */
const patience = 8_000
const again = 10_000

type Kept = 'idle' | 'saving' | 'here' | FormState

const failed: FormState = { ...idleForm, status: 'failed' }

/** What the server said; null where it cannot be reached. */
const askServer = (save: FormAction, data: FormData): Promise<FormState | null> =>
  navigator.onLine
    ? Promise.race([
        save(idleForm, data).catch(() => null),
        new Promise<null>((resolve) => setTimeout(resolve, patience, null)),
      ])
    : Promise.resolve(null)

/** Keeps one form: on the server, or, while it cannot be reached, sealed in this browser. Gives what ends it. */
const keepForm = (
  form: HTMLFormElement,
  save: FormAction,
  savedAt: number,
  say: (kept: Kept) => void,
): (() => void) => {
  const place = new FormData(form).get(placeField)
  const copy = phoneCopy(`${location.pathname} ${place}`)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let unsaved = false
  let left = false
  const keep = async () => {
    clearTimeout(timer)
    turn += 1
    const mine = turn
    say('saving')
    const data = new FormData(form)
    const answer = await askServer(save, data)
    if (mine !== turn) return
    const done = answer?.status === 'done'
    unsaved = !done
    if (done) await copy.drop()
    const here = answer?.status !== 'invalid' && !done && (await copy.keep(fieldsOf(data)))
    if (mine !== turn || left) return
    say(answer ?? (here ? 'here' : failed))
    if (!answer) timer = setTimeout(keep, again)
  }
  const typed = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, pause)
  }
  // what lies in this browser goes to the server before the form itself: then nothing of it stays here
  const sent = () => (unsaved || !navigator.onLine ? void keep() : clearTimeout(timer))
  const online = () => unsaved && void keep()
  const back = () => {
    copy.renew()
    online()
  }
  void copy.found().then((found) => {
    if (!found || left) return
    fillForm(form, found, savedAt > found.at)
    void keep()
  })
  form.addEventListener('input', typed)
  form.addEventListener('submit', sent)
  window.addEventListener('online', online)
  document.addEventListener(sessionBack, back)
  return () => {
    clearTimeout(timer)
    left = true
    form.removeEventListener('input', typed)
    form.removeEventListener('submit', sent)
    window.removeEventListener('online', online)
    document.removeEventListener(sessionBack, back)
  }
}

/** Keeps the surrounding form at each pause in typing; what is sent for good is not drafted any more. */
const useKeeping = (box: RefObject<HTMLDivElement | null>, save: FormAction, savedAt: number) => {
  const [kept, setKept] = useState<Kept>('idle')
  const [live, setLive] = useState(false)
  const first = useRef(savedAt)
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    setLive(true)
    return keepForm(form, save, first.current, setKept)
  }, [box, save])
  return { kept, live }
}

const wordsOf = (kept: Kept, before: string | undefined): string | undefined => {
  if (kept === 'idle') return before
  if (kept === 'saving') return uiMessages.state.saving
  if (kept === 'here') return uiMessages.state.inThisPhone
  return kept.status === 'done' ? kept.message : uiMessages.state.unsaved
}

type DraftKeeperProps = {
  /** server action that keeps the fields as they were typed */
  save: FormAction
  /** what to say before anything is typed: when the draft at hand was saved */
  before?: string
  /** when that was, in milliseconds; 0 when there is no draft */
  savedAt: number
  /** the button for who works without JavaScript */
  label: string
}

/** State of an autosaved private draft; stands inside the form that it keeps. */
export const DraftKeeper = ({ save, before, savedAt, label }: DraftKeeperProps) => {
  const box = useRef<HTMLDivElement>(null)
  const [posted, post] = useActionState(save, idleForm)
  const { kept, live } = useKeeping(box, save, savedAt)
  const said = posted.status === 'idle' ? before : wordsOf(posted, before)
  return (
    <div ref={box} className="row">
      {!live && (
        <Button type="submit" variant={3} small formAction={post}>
          {label}
        </Button>
      )}
      <p className="muted" role="status">
        {wordsOf(kept, said)}
      </p>
    </div>
  )
}
