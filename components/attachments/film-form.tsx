'use client'

import { type SubmitEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/messages'
import { PlaceField } from '@/components/ui/working-place'
import { attachmentErrors, attachmentFieldErrors } from '@/lib/messages/pl/attachments'
import { libraryMessages } from '@/lib/messages/pl/library'

const m = libraryMessages.film

type Props = {
  /** takes the form as it comes, with or without a script */
  action: string
  itemId: string
  version: number
  limit: number
  accept: readonly string[]
  /** why the last one was not taken */
  said: string | undefined
}

type Answer = { location?: string; message?: string }

/** Sends the form and tells how far it is; nothing is read into memory here either. */
const send = (action: string, data: FormData, told: (percent: number) => void) => {
  const request = new XMLHttpRequest()
  const answered = new Promise<Answer>((resolve) => {
    const lost = () => resolve({ message: attachmentErrors.filmInterrupted() })
    request.upload.onprogress = ({ loaded, total }) => told(Math.floor((loaded / total) * 100))
    request.onload = () => resolve((request.response as Answer | null) ?? {})
    request.onerror = lost
    request.onabort = () => resolve({ message: m.stopped })
  })
  request.open('POST', action)
  request.responseType = 'json'
  request.setRequestHeader('accept', 'application/json')
  request.send(data)
  return { answered, stop: () => request.abort() }
}

const useUpload = (action: string, said: string | undefined) => {
  const [percent, setPercent] = useState<number | null>(null)
  const [fault, setFault] = useState(said)
  const stop = useRef<() => void>(() => undefined)
  const start = async (data: FormData): Promise<void> => {
    setFault(undefined)
    setPercent(0)
    const sending = send(action, data, setPercent)
    stop.current = sending.stop
    const { location: next, message } = await sending.answered
    if (next) {
      location.assign(next)
      return
    }
    setPercent(null)
    setFault(message ?? attachmentErrors.filmInterrupted())
  }
  return { percent, fault, setFault, start, stop: () => stop.current() }
}

/** The one file of a form that is too large to be an action of the server. */
export const FilmForm = ({ action, itemId, version, limit, accept, said }: Props) => {
  const { percent, fault, setFault, start, stop } = useUpload(action, said)
  const running = percent !== null
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const file = data.get('film')
    if (!(file instanceof File) || file.size === 0) setFault(attachmentFieldErrors.fileEmpty)
    else if (file.size > limit) setFault(attachmentFieldErrors.filmTooLarge)
    else if (!running) void start(data)
  }
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
      className="form"
      noValidate
    >
      <PlaceField label={undefined} />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="version" value={version} />
      <div className="form-fields">
        <FileInput
          name="film"
          label={m.title}
          hint={m.hint(limit / 1024 / 1024)}
          accept={accept.join(',')}
          error={fault}
          required
          onPick={() => setFault(undefined)}
        />
        <Notice>{m.wait}</Notice>
      </div>
      {running && <progress className="film-progress" max={100} value={percent} aria-label={m.sending} />}
      <p role="status">{running ? (percent < 100 ? m.sent(percent) : m.keeping) : ''}</p>
      <div className="row">
        <Button type="submit" variant={1} busy={running}>
          {running ? m.sending : m.submit}
        </Button>
        {running && (
          <Button variant={2} onClick={stop}>
            {m.stop}
          </Button>
        )}
      </div>
    </form>
  )
}
