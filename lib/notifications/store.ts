import type { Writing } from '@/lib/access/gate'
import { noticeText, type NoticeEvent, type NoticeFacts } from './rules'

/** Name of the worker's job that sends one notification. */
export const SEND_NOTIFICATION = 'send_notification'

/** Leaves a mail for the worker in this transaction: it goes out only if what it tells has happened. */
export async function queueNotice(
  { put, now, newId, enqueue }: Pick<Writing, 'put' | 'now' | 'newId' | 'enqueue'>,
  notice: { communeId: number; dossierId: string; recipient: string; event: NoticeEvent; facts: NoticeFacts },
): Promise<void> {
  const { communeId, dossierId, recipient, event, facts } = notice
  const { subject, paragraphs } = noticeText(event, facts)
  const id = newId()
  const body = paragraphs.join('\n\n')
  put('notification', { communeId, id, dossierId, event, recipient, subject, body, status: 'QUEUED', createdAt: now })
  await enqueue(SEND_NOTIFICATION, { communeId, id })
}
