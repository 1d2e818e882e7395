import { redirect } from 'next/navigation'
import { QUEUE } from './addresses'

/** Everyone's day begins with what waits for them. */
export default function StaffHome(): never {
  redirect(QUEUE)
}
