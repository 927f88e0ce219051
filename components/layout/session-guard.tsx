'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { SessionCover } from '@/components/layout/session-cover'

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
const channelName = 'kooperacja-activity'

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
    const timer = setInterval(look, lookEvery)
    document.addEventListener('pointerdown', moved)
    document.addEventListener('keydown', moved)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      tabs.close()
      document.removeEventListener('pointerdown', moved)
      document.removeEventListener('keydown', moved)
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
  return (
    <>
      <div className={ended ? 'guarded is-covered' : 'guarded'} inert={ended}>
        {props.children}
      </div>
      {ended && (
        <SessionCover
          email={props.personEmail}
          name={props.personName}
          leave={props.leave}
          onBack={() => setEnded(false)}
        />
      )}
    </>
  )
}
