'use client'

import { usePathname } from 'next/navigation'

/** A link of the main navigation that knows whether its place is open: `under` lists the addresses that belong to it besides its own. */
export function NavLink({ href, label, under = [] }: { href: string; label: string; under?: readonly string[] }) {
  const path = usePathname()
  const here =
    path === href ||
    [href === '/' ? '' : href, ...under].some((start) => start !== '' && path?.startsWith(`${start}/`)) ||
    under.includes(path)
  return (
    <a href={href} aria-current={here ? (path === href ? 'page' : 'true') : undefined}>
      {label}
    </a>
  )
}
