'use client'

import { useEffect } from 'react'

/** Sends the form of the next step, once for each number of rows left. Without JavaScript its button does. */
export const GoOn = ({ form, left }: { form: string; left: number }) => {
  useEffect(() => {
    const next = document.getElementById(form)
    if (left > 0 && next instanceof HTMLFormElement) next.requestSubmit()
  }, [form, left])
  return null
}
