'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The link that this click follows inside the product; null where the browser does better: files, other tabs, anchors. */
const followed = (event: MouseEvent): HTMLAnchorElement | null => {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-in]') : null
  if (!link || link.target || link.origin !== location.origin) return null
  const samePage = link.pathname === location.pathname && link.search === location.search
  return samePage && link.hash ? null : link
}

/**
 * Follows the links of the product without loading the page anew. One listener for all of them: a component of the
 * browser for each link costs the server a third of the work on a page of links. Without JavaScript they are links.
 */
export const LinkPilot = () => {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = followed(event)
      if (!link) return
      event.preventDefault()
      router.push(link.pathname + link.search + link.hash, { scroll: link.dataset.in !== 'stay' })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return null
}
