'use client'

import { usePathname } from 'next/navigation'
import { Tabs } from '@/components/ui/tabs'

/** Places inside a folder; the current one is known from the address. */
export const CaseTabs = ({
  label,
  items,
}: {
  label: string
  /** `also`: a page beside the place that belongs to it */
  items: readonly { href: string; label: string; also?: string }[]
}) => {
  const here = usePathname() ?? ''
  const current = [...items]
    .sort((a, b) => b.href.length - a.href.length)
    .find(({ href, also }) => here === href || here.startsWith(`${href}/`) || here === also)
  return (
    <Tabs label={label} items={items.map((item) => ({ ...item, current: item.href === current?.href }))} />
  )
}
