import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { z } from 'zod'

/** One mail as it was taken in. `to` are the addresses of the envelope (also blind copies), in small letters. */
export const StoredMail = z.object({
  id: z.string(),
  /** ISO instant in UTC. */
  receivedAt: z.string(),
  messageId: z.string().nullable(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  attachments: z.array(z.object({ filename: z.string().nullable(), contentType: z.string(), bytes: z.number().int() })),
})

export type StoredMail = z.infer<typeof StoredMail>

/** A demonstration that runs for months must not fill the disk. */
const KEEP = 1000

/** Mails as files: `<id>.eml` as it came over the wire and `<id>.json` as it was read. */
export class MailStore {
  readonly #dir: string
  readonly #kept: number
  #mails: StoredMail[]

  /** Opens (and creates) `dir` and reads what earlier runs left there; of more mails than `kept` the oldest go. */
  constructor(dir: string, kept = KEEP) {
    this.#dir = dir
    this.#kept = kept
    mkdirSync(dir, { recursive: true })
    this.#mails = readdirSync(dir)
      .filter((name) => name.endsWith('.json'))
      .map((name) => StoredMail.parse(JSON.parse(readFileSync(path.join(dir, name), 'utf8'))))
      .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt))
  }

  /** Reads and keeps one mail; resolves when both files are written, so an accepted mail is never lost. */
  async keep(raw: Buffer, envelope: { from: string; to: readonly string[] }): Promise<StoredMail> {
    const parsed = await simpleParser(raw)
    const mail: StoredMail = {
      id: randomUUID(),
      receivedAt: new Date().toISOString(),
      messageId: parsed.messageId ?? null,
      from: parsed.from?.text ?? envelope.from,
      to: envelope.to.map((address) => address.toLowerCase()),
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      html: parsed.html || null,
      attachments: parsed.attachments.map((file) => ({
        filename: file.filename ?? null,
        contentType: file.contentType,
        bytes: file.size,
      })),
    }
    await writeFile(this.#path(mail.id, 'eml'), raw)
    // Renamed into place: a file that ends in .json is always whole.
    await writeFile(this.#path(mail.id, 'draft'), JSON.stringify(mail, null, 2))
    await rename(this.#path(mail.id, 'draft'), this.#path(mail.id, 'json'))
    this.#mails.push(mail)
    this.#forgetOldest()
    return mail
  }

  /** The newest first; `to` is compared without regard to case, empty means everyone's. */
  find({ to, subject }: { to: string; subject: string }): StoredMail[] {
    return this.#mails
      .filter((mail) => (to === '' || mail.to.includes(to.toLowerCase())) && mail.subject.includes(subject.normalize('NFC')))
      .reverse()
  }

  read(id: string): StoredMail | undefined {
    return this.#mails.find((mail) => mail.id === id)
  }

  /** The mail as it came; undefined when there is none of that id. */
  async raw(id: string): Promise<Buffer | undefined> {
    return this.read(id) && (await readFile(this.#path(id, 'eml')))
  }

  #forgetOldest(): void {
    for (const mail of this.#mails.splice(0, Math.max(0, this.#mails.length - this.#kept))) {
      for (const ending of ['json', 'eml']) rmSync(this.#path(mail.id, ending), { force: true })
    }
  }

  #path(id: string, ending: string): string {
    return path.join(this.#dir, `${id}.${ending}`)
  }
}
