import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { z } from 'zod'
import { answerControl, sendJson } from './control'
import { close, listen } from './listening'
import { inboxPage, mailPage, missingPage } from './mail-pages'
import { MailStore } from './mail-store'
import { pageHeaders } from './page'

/** `ms` is the delay of `slow` before the mail is acknowledged. */
const Command = z.object({
  mode: z.enum(['ok', 'down', 'slow', 'reject-550', 'temp-451']),
  ms: z.number().int().min(0).max(600_000).default(3000),
})

type Command = z.infer<typeof Command>

interface MailOptions {
  /** 0 takes any free port. */
  smtpPort: number
  httpPort: number
  host: string
  dataDir: string
  /** How many mails are kept at most. */
  kept?: number
  controlOpen: boolean
}

export interface MailStandIn {
  smtpPort: number
  /** Where the inbox page stands. */
  inbox: string
  close(): Promise<void>
}

interface State {
  command: Command
  store: MailStore
}

/** Starts the mail server that keeps every mail and sends none on, with its inbox page; resolves when both listen. */
export async function startMail(options: MailOptions): Promise<MailStandIn> {
  const state: State = { command: { mode: 'ok', ms: 0 }, store: new MailStore(path.join(options.dataDir, 'mail'), options.kept) }
  const smtp = makeSmtp(state)
  const smtpPort = await listen(smtp.server, { port: options.smtpPort, host: options.host })
  const http = createServer((request, response) => {
    handle(request, response, { state, open: options.controlOpen }).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  try {
    const httpPort = await listen(http, { port: options.httpPort, host: options.host })
    return {
      smtpPort,
      inbox: `http://localhost:${httpPort}`,
      close: () => Promise.all([close(http), closeSmtp(smtp)]).then(() => undefined),
    }
  } catch (error) {
    await closeSmtp(smtp)
    throw error
  }
}

const MAX_MAIL_BYTES = 25 * 1024 * 1024

function makeSmtp(state: State): SMTPServer {
  const smtp = new SMTPServer({
    banner: 'stand-in, delivers nothing',
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: MAX_MAIL_BYTES,
    closeTimeout: 500,
    onRcptTo: (_address, _session, done) => done(refusalFor(state.command)),
    onData: (stream, session, done) => {
      takeIn(stream, session, state).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  smtp.server.prependListener('connection', (socket) => {
    if (state.command.mode === 'down') socket.destroy()
  })
  // A client that hangs up is an everyday event for a mail server.
  smtp.on('error', () => undefined)
  return smtp
}

function refusalFor({ mode }: Command): Error | null {
  if (mode === 'reject-550') return Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 })
  if (mode === 'temp-451') return Object.assign(new Error('4.3.0 Try again later'), { responseCode: 451 })
  return null
}

async function takeIn(stream: SMTPServerDataStream, session: SMTPServerSession, state: State): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  if (stream.sizeExceeded) throw Object.assign(new Error('5.3.4 Message too big'), { responseCode: 552 })
  const { mailFrom, rcptTo } = session.envelope
  await state.store.keep(Buffer.concat(chunks), {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map((recipient) => recipient.address),
  })
  // Late, but kept: the case in which a sender that gives up early sends the same mail twice.
  if (state.command.mode === 'slow') await wait(state.command.ms)
}

async function handle(request: IncomingMessage, response: ServerResponse, { state, open }: { state: State; open: boolean }): Promise<void> {
  const apply = (command: Command): void => {
    state.command = command
  }
  if (await answerControl(request, response, { open, schema: Command, apply })) return
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const search = { to: url.searchParams.get('to')?.trim() ?? '', subject: url.searchParams.get('subject') ?? '' }
  const show = (status: number, body: string): void => void response.writeHead(status, pageHeaders()).end(body)

  if (url.pathname === '/') return show(200, inboxPage({ mails: state.store.find(search), to: search.to }))
  if (url.pathname === '/messages') return sendJson(response, 200, state.store.find(search))
  const [, id = '', ending] = /^\/thu\/([0-9a-f-]{36})(\.eml)?$/.exec(url.pathname) ?? []
  const mail = state.store.read(id)
  if (!mail) return show(404, missingPage())
  if (ending === undefined) return show(200, mailPage(mail))
  const headers = {
    'content-type': 'message/rfc822',
    'content-disposition': `attachment; filename="${id}.eml"`,
    'x-content-type-options': 'nosniff',
  }
  response.writeHead(200, headers).end(await state.store.raw(id))
}

function closeSmtp(smtp: SMTPServer): Promise<void> {
  return new Promise((resolve) => smtp.close(() => resolve()))
}
