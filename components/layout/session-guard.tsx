'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { SessionCover } from '@/components/layout/session-cover'
import { sessionBack } from '@/lib/format/form-state'

export type SessionGuardProps = {
  /** minutes without a movement after which the server ends the session */
  idleMinutes: number
  /** POST here says "somebody works"; 401 says that the session has ended */
  aliveUrl: string
  /** server action: signs out and leads to the sign-in page */
  leave: () => Promise<void>
  personEmail: string
  personName?: string
  children: ReactNode
}

const pingEvery = 60_000
const lookEvery = 15_000
/** Reading counts as work too; of a stream of movements one a second is enough to know. */
const moveEvery = 1_000
const channelName = 'kooperacja-activity'

const acts = ['pointerdown', 'keydown'] as const
const glides = ['pointermove', 'wheel', 'scroll'] as const
/** a scrolled table does not tell the document: it is heard on the way down */
const passive = { passive: true, capture: true }

/** Calls `onEnd` when the session has ended: the server said so, or no tab saw a movement for the idle time. */
const useSessionEnd = (idleMinutes: number, aliveUrl: string, ended: boolean, onEnd: () => void) => {
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (ended) return
    let lastMove = Date.now()
    let lastPing = Date.now()
    const tabs = new BroadcastChannel(channelName)
    tabs.onmessage = () => {
      lastMove = Date.now()
    }
    const ping = async () => {
      lastPing = Date.now()
      tabs.postMessage('moved')
      // a lost network is no ended session
      const answer = await fetch(aliveUrl, { method: 'POST', cache: 'no-store' }).catch(() => undefined)
      if (answer?.status === 401) end.current()
    }
    const look = () => {
      if (Date.now() - lastMove >= idleMinutes * 60_000) end.current()
    }
    const moved = () => {
      look()
      lastMove = Date.now()
      if (lastMove - lastPing >= pingEvery) void ping()
    }
    const glided = (event: Event) => {
      // a browser reports a move of nothing when the page moves under a resting pointer
      const rests = event instanceof PointerEvent && event.movementX === 0 && event.movementY === 0
      if (!rests && Date.now() - lastMove >= moveEvery) moved()
    }
    const timer = setInterval(look, lookEvery)
    for (const act of acts) document.addEventListener(act, moved)
    for (const glide of glides) document.addEventListener(glide, glided, passive)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      tabs.close()
      for (const act of acts) document.removeEventListener(act, moved)
      for (const glide of glides) document.removeEventListener(glide, glided, passive)
      document.removeEventListener('visibilitychange', look)
    }
  }, [idleMinutes, aliveUrl, ended])
}

/**
 * Keeps the session alive while somebody works. When it has ended, the page is covered (hidden, not
 * only painted over, and out of reach of the keyboard) and the same person can come back to the same
 * texts with the password; anybody else starts from the first page.
 */
export const SessionGuard = (props: SessionGuardProps) => {
  const [ended, setEnded] = useState(false)
  useSessionEnd(props.idleMinutes, props.aliveUrl, ended, () => setEnded(true))
  const back = () => {
    setEnded(false)
    document.dispatchEvent(new Event(sessionBack))
  }
  return (
    <>
      <div className={ended ? 'guarded is-covered' : 'guarded'} inert={ended}>
        {props.children}
      </div>
      {ended && (
        <SessionCover email={props.personEmail} name={props.personName} leave={props.leave} onBack={back} />
      )}
    </>
  )
}
