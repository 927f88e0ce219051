import { type ChangeEvent, type KeyboardEvent, useEffect, useId, useState } from 'react'
import { type ComboOption, matchOptions } from '@/components/ui/combobox-options'

export type RemoteState = 'ready' | 'loading' | 'failed'

type Source = { options?: readonly ComboOption[]; src?: string }

/** Options that fit what was typed, from the list given or from `src?q=…` (after a pause of 200 ms). */
const useMatches = ({ options, src }: Source, typed: string, open: boolean) => {
  const [remote, setRemote] = useState<readonly ComboOption[]>([])
  const [state, setState] = useState<RemoteState>('ready')
  useEffect(() => {
    if (!src || !open) return
    const abort = new AbortController()
    setState('loading')
    const timer = setTimeout(() => {
      const address = `${src}${src.includes('?') ? '&' : '?'}q=${encodeURIComponent(typed)}`
      fetch(address, { signal: abort.signal, headers: { accept: 'application/json' } })
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
        .then((found: readonly ComboOption[]) => {
          setRemote(found)
          setState('ready')
        })
        .catch(() => {
          if (!abort.signal.aborted) setState('failed')
        })
    }, 200)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [src, typed, open])
  return src
    ? { matches: remote, state }
    : { matches: matchOptions(options ?? [], typed), state: 'ready' as const }
}

/** Moves within the list: past an end it starts at the other. */
const step = (now: number, by: 1 | -1, length: number): number =>
  length === 0 ? -1 : now < 0 ? (by === 1 ? 0 : length - 1) : (now + by + length) % length

type KeyActions = { move: (by: 1 | -1) => void; enter: () => void; escape: () => void }

const pressKey = (event: KeyboardEvent, open: boolean, actions: KeyActions) => {
  if (event.key === 'ArrowDown') actions.move(1)
  else if (event.key === 'ArrowUp') actions.move(-1)
  // Enter takes the option and must not send the form half filled
  else if (event.key === 'Enter' && open) actions.enter()
  else if (event.key === 'Escape' && open) actions.escape()
  else return
  event.preventDefault()
}

/** Behaviour of an editable combobox with a list (WAI-ARIA): typing filters, arrows move, Enter takes, Escape closes. */
export const useCombobox = (
  source: Source,
  initial: ComboOption | undefined,
  onChosen?: (option: ComboOption | undefined) => void,
) => {
  const [chosen, setChosen] = useState(initial)
  const [text, setText] = useState(initial?.label ?? '')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const list = useId()
  // a name already chosen is no query: opening again shows the whole list
  const query = chosen && text === chosen.label ? '' : text
  const { matches, state } = useMatches(source, query, open)

  const close = () => {
    setOpen(false)
    setActive(-1)
  }

  const take = (option: ComboOption | undefined) => {
    setChosen(option)
    setText(option?.label ?? '')
    close()
    onChosen?.(option)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) =>
    pressKey(event, open, {
      move: (by) => {
        setOpen(true)
        setActive(step(open ? active : -1, by, matches.length))
      },
      enter: () => {
        const option = matches[active] ?? (matches.length === 1 ? matches[0] : undefined)
        if (option) take(option)
      },
      escape: close,
    })

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    setText(event.target.value)
    setOpen(true)
    setActive(-1)
    if (chosen) {
      setChosen(undefined)
      onChosen?.(undefined)
    }
  }

  useEffect(() => {
    if (active >= 0) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, list])

  const field = { text, open, active, list, onKeyDown, onChange, close, show: () => setOpen(true) }
  return { ...field, chosen, matches, state, take, setActive }
}
