import { LISTS, type List } from '@/lib/procedures/versions/content'
import { PARTS, type Part } from '@/lib/procedures/versions/rules'
import { draftHref, partHref } from './addresses'

const listOf = (text: string): List | null => LISTS.find((list) => list === text) ?? null
const partOf = (text: string): Part | null => PARTS.find((part) => part === text) ?? null

/** Where a page of a version leads once it is kept: a list to its page, everything else to the draft. */
export const savedHref = (code: string, part: string): string => {
  const [list, known] = [listOf(part), partOf(part)]
  return list ? `${partHref(code, list)}?luu=1` : `${draftHref(code)}${known ? `?luu=${known}` : ''}`
}

/** The list after an entry was moved. Another address each time, for the router does not fetch the one again that it shows. */
export const arrangedHref = (code: string, part: string, { to, requestId }: { to: string; requestId: string }): string => {
  const list = listOf(part)
  return list ? `${partHref(code, list)}?luu=${to === 'out' ? 'bo' : 'chuyen'}&lan=${requestId.slice(-6)}` : draftHref(code)
}
