import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { StoredMail } from '@/scripts/stand-ins/mail-store'

interface Search {
  /** Address in the envelope, blind copies included. */
  to: string
  /** A part of the subject; left out = any. */
  subject?: string
  /** Address of the sink's inbox; by default the one that the environment's MAIL_HTTP_PORT names. */
  inbox?: string
}

function ourInbox(): string {
  return `http://127.0.0.1:${process.env.MAIL_HTTP_PORT ?? '4180'}`
}

/** The mails that the local sink holds for the search, newest first. */
export async function findMails({ to, subject = '', inbox = ourInbox() }: Search): Promise<StoredMail[]> {
  const answer = await fetch(`${inbox}/messages?${new URLSearchParams({ to, subject })}`)
  if (!answer.ok) throw new Error(`The mail sink answered ${answer.status}`)
  return z.array(StoredMail).parse(await answer.json())
}

/** Waits until the sink holds a mail for the search and gives the newest; throws after `timeoutMs` (10 seconds by default). */
export async function waitForMail({ timeoutMs = 10_000, ...search }: Search & { timeoutMs?: number }): Promise<StoredMail> {
  const until = Date.now() + timeoutMs
  for (;;) {
    const [newest] = await findMails(search)
    if (newest) return newest
    if (Date.now() > until) throw new Error(`No mail to ${search.to} with "${search.subject ?? ''}" within ${timeoutMs} ms`)
    await wait(100)
  }
}
