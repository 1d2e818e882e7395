import { redirect } from 'next/navigation'
import { QUEUE } from './addresses'

/** Everyone's day begins with what waits for them. A page here would draw the bar over nothing before it sends on. */
export function GET(): never {
  redirect(QUEUE)
}
