'use client'

import { type RefObject, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type FormAction, type FormState, idleForm } from '@/lib/format/form-state'
import { uiMessages } from '@/lib/messages/pl/ui'

/** A breath between two thoughts; each further letter waits anew. */
const pause = 1200

type Kept = 'idle' | 'saving' | FormState

/** Sends the surrounding form to `save` at each pause in typing; what is sent for good is not drafted any more. */
const useKeeping = (box: RefObject<HTMLDivElement | null>, save: FormAction) => {
  const [kept, setKept] = useState<Kept>('idle')
  const [live, setLive] = useState(false)
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    setLive(true)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = async () => {
      setKept('saving')
      const failed: FormState = { ...idleForm, status: 'failed' }
      setKept(await save(idleForm, new FormData(form)).catch(() => failed))
    }
    const typed = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, pause)
    }
    const sent = () => clearTimeout(timer)
    form.addEventListener('input', typed)
    form.addEventListener('submit', sent)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', typed)
      form.removeEventListener('submit', sent)
    }
  }, [box, save])
  return { kept, live }
}

const wordsOf = (kept: Kept, before: string | undefined): string | undefined => {
  if (kept === 'idle') return before
  if (kept === 'saving') return uiMessages.state.saving
  return kept.status === 'done' ? kept.message : uiMessages.state.unsaved
}

type DraftKeeperProps = {
  /** server action that keeps the fields as they were typed */
  save: FormAction
  /** what to say before anything is typed: when the draft at hand was saved */
  before?: string
  /** the button for who works without JavaScript */
  label: string
}

/** State of an autosaved private draft; stands inside the form that it keeps. */
export const DraftKeeper = ({ save, before, label }: DraftKeeperProps) => {
  const box = useRef<HTMLDivElement>(null)
  const [posted, post] = useActionState(save, idleForm)
  const { kept, live } = useKeeping(box, save)
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
