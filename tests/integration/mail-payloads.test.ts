// Mails carry what people typed as text: nothing of it becomes another head, another reader or a page.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendMail } from '@/lib/notifications/email'
import { noticeText, type NoticeEvent, type NoticeFacts } from '@/lib/notifications/rules'
import { newId } from '@/lib/platform/clock'
import { type MailStandIn, startMail } from '@/scripts/stand-ins/mail-server'
import { CANARY, PAYLOADS } from '@/tests/support/hostile/payloads'
import { findMails } from '@/tests/support/mail'

const dataDir = mkdtempSync(path.join(tmpdir(), 'stand-ins-'))
let standIn: MailStandIn

beforeAll(async () => {
  standIn = await startMail({ smtpPort: 0, httpPort: 0, host: 'localhost', dataDir, controlOpen: true })
  Object.assign(process.env, { SMTP_URL: `smtp://localhost:${standIn.smtpPort}`, MAIL_FROM: 'Một Cửa <mot-cua@vidu.example>' })
})
afterAll(async () => {
  await standIn.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const EVENTS: NoticeEvent[] = [
  ...(['submitted', 'supplement_asked', 'supplement_answered', 'refused'] as const),
  ...(['withdrawn', 'received', 'result_ready', 'handed_over'] as const),
  ...(['payment_asked', 'payment_confirmed', 'payment_recalled', 'withdrawal_asked', 'withdrawal_dropped'] as const),
  ...(['stopped', 'taken_up_again', 'extended', 'reopened'] as const),
]
const AT_ONCE = 60

/** Whatever a person or the administrator can have typed of what a notice says. */
const factsOf = (text: string): NoticeFacts => ({
  ...{ returnMethod: 'COUNTER', code: 'H61.123-261123-0001', procedureName: text, communeName: text, phone: text, returnWords: text },
  ...{ followUrl: 'http://localhost:3000/tra-cuu', supplementUrl: 'http://localhost:3000/ho-so', dueAt: new Date('2026-11-23T10:00:00Z') },
  owed: text,
  beyondNetwork: text,
  handedOver: { method: 'POST', trackingNumber: text },
})

/** How a line break of any kind and what follows it arrive in a text of a mail. */
const lines = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

test('every payload in every text of every notice arrives as text, at one reader', { timeout: 60_000 }, async () => {
  let sent = 0
  for (const event of EVENTS) {
    for (let from = 0; from < PAYLOADS.length; from += AT_ONCE) {
      const typed = PAYLOADS.slice(from, from + AT_ONCE).join(' ')
      const { subject, paragraphs } = noticeText(event, factsOf(typed))
      const to = `nguoi-${event}-${from}@vidu.example`
      await sendMail({ id: newId(), to, subject, body: paragraphs.join('\n\n') })
      sent += 1
      const [mail] = await findMails({ to, inbox: standIn.inbox })
      expect(mail).toMatchObject({ to: [to], subject, html: null, attachments: [] })
      expect(lines(mail?.text ?? '')).toBe(lines(paragraphs.join('\n\n')))
    }
  }
  console.log(`${PAYLOADS.length} payloads in ${sent} mails of ${EVENTS.length} kinds`)
  expect(await findMails({ to: `${CANARY}@vidu.example`, inbox: standIn.inbox })).toEqual([])
})

test('a subject or reader with line breaks gets no further head and no further reader', { timeout: 60_000 }, async () => {
  const breaking = PAYLOADS.filter((payload) => /[\r\n]/.test(payload))
  expect(breaking.length).toBeGreaterThan(5)
  for (const [turn, payload] of breaking.entries()) {
    const to = `chu-de-${turn}@vidu.example`
    await sendMail({ id: newId(), to, subject: payload, body: 'x' })
    const [mail] = await findMails({ to, inbox: standIn.inbox })
    expect(mail).toMatchObject({ to: [to], html: null, attachments: [] })
    expect(lines(mail?.subject ?? '')).toBe(lines(payload))
    expect(mail?.text.trim()).toBe('x')
    await sendMail({ id: newId(), to: `a${turn}@vidu.example${payload.slice(1)}`, subject: 'y', body: 'x' }).catch(() => undefined)
  }
  expect(await findMails({ to: `${CANARY}@vidu.example`, inbox: standIn.inbox })).toEqual([])
})
