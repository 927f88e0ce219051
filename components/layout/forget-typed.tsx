'use client'

import { useEffect } from 'react'
import { forgetTyped } from '@/components/ui/phone-store'

/** On the page where every way out ends: what was typed here without a connection is deleted from this browser. */
export const ForgetTyped = () => {
  useEffect(forgetTyped, [])
  return null
}
