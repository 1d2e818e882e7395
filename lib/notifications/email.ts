import { createTransport } from 'nodemailer'
import { env } from '@/lib/platform/env'

export type Mail = { id: string; to: string; subject: string; body: string }

/**
 * Sends one mail. The message id is the notification's, so that a second sending after a crash is recognised as the same.
 * Throws when the server does not take it; the worker tries again later.
 */
export async function sendMail({ id, to, subject, body }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = env()
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 })
  try {
    // One reader: as a text, `to` would be a list, and a comma or a line break in it would name others.
    const reader = { name: '', address: to }
    await transport.sendMail({ messageId: `<${id}@${new URL(PUBLIC_URL).hostname}>`, from: MAIL_FROM, to: reader, subject, text: body })
  } finally {
    transport.close()
  }
}
