'use client'

import { usePathname } from 'next/navigation'

/** Whether the place `href` is open at `path`: its own address, or any below the addresses in `under`. */
export const isHere = (path: string, href: string, under: readonly string[]) =>
  path === href || under.some((start) => path === start || path.startsWith(`${start}/`))

/** A link of the main navigation that knows whether its place is open. */
export function NavLink({ href, label, under = [] }: { href: string; label: string; under?: readonly string[] }) {
  const path = usePathname()
  return (
    <a href={href} aria-current={path === href ? 'page' : isHere(path, href, under) ? 'true' : undefined}>
      {label}
    </a>
  )
}
