import type { z } from 'zod'
import { newId, readClock } from '@/lib/platform/clock'
import { db, TRANSACTION } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/db'
import { canonicalJson, sha256 } from '@/lib/platform/digest'
import { log } from '@/lib/platform/log'
import { insertRows, type RowsOf, type Table } from '@/lib/platform/rows'
import { Refusal, refused } from '@/lib/platform/refusal'
import type { FieldErrors, RefusalCode, Result } from '@/lib/platform/refusal'
import type { Prisma } from '@/prisma/generated/client'
import type { AuditDetail, Link } from '@/lib/audit/rules'
import { appendToChain, type Job } from '@/lib/audit/store'
import { isBusy } from './busy'
import { auditLine } from './record'
import type { Actor } from './policy'
import { register } from './registry'
import { outcomeOf, takeRequest } from './requests'
import { unsoundText } from './sound-text'
import { giveBackTries, takeTries } from './tries'
import type { Limit } from './tries'

/** What `subject` may use: it finds the one thing the caller speaks of, through `visibleTo(actor)`. */
export type Reading = { db: Tx; actor: Actor }

/** What `run` may use. Nobody else can reach the database. */
export type Writing = Reading & {
  now: Date
  newId: () => string
  /** Writes rows last in the transaction, together with all else that is written then: `run` cannot read them back. */
  put: <K extends Table>(table: K, ...rows: RowsOf[K][]) => void
  /** Leaves a job for the worker, in this transaction. */
  enqueue: (job: Job['name'], payload: Job['payload']) => Promise<void>
  /** Work that survives a refusal, in its own transaction after the roll-back. */
  afterRefusal: (work: (tx: Tx, now: Date) => Promise<void>) => void
  /** Adds a link to the chain of `communeId`; all links are written together, last in the transaction. */
  chain: (communeId: number, link: Link) => void
}

/** Finds the one thing the caller speaks of; null: there is none for them. */
type Subject<S, I> = (reading: Reading, input: I) => Promise<S | null>
/** A spec that speaks of no one thing: its subject is undefined. */
type WithoutSubject<Spec> = Omit<Spec, 'subject'> & { subject?: never }
type Allow<S, I> = (actor: Actor, subject: S, input: I) => true | RefusalCode
/** Whom an audit line speaks of. */
type About = { kind: string; id: string; communeId?: number; detail?: AuditDetail }

type CommandSpec<Z extends z.ZodType, S, T> = {
  name: string
  input: Z
  subject: Subject<S, z.output<Z>>
  allow: Allow<S, z.output<Z>>
  limits?: (actor: Actor, input: z.output<Z>) => readonly Limit[]
  run: (writing: Writing, input: z.output<Z>, subject: S) => Promise<T>
  /** After `run` in the text, so that the compiler knows its answer. */
  about?: (input: z.output<Z>, subject: S, value: T) => About
}

const REQUEST_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A command: `requestId` comes from the form, so that a second sending of the same form answers the first outcome. */
export type Command<T> = (actor: Actor, requestId: string, raw: unknown) => Promise<Result<T>>

/**
 * The door for writes. The order is fixed: parse, begin, take the request, load and lock the subject, read the clock (after
 * the lock, so that a dossier's events never go backwards), allow, run, audit line, commit.
 * Refusals: what `subject`, `allow` and `run` say, and `invalid_input`, `not_found`, `busy`, `request_reused`.
 */
export function command<Z extends z.ZodType, T>(spec: WithoutSubject<CommandSpec<Z, undefined, T>>): Command<T>
export function command<Z extends z.ZodType, S, T>(spec: CommandSpec<Z, S, T>): Command<T>
export function command<Z extends z.ZodType, S, T>(spec: CommandSpec<Z, S, T> | WithoutSubject<CommandSpec<Z, undefined, T>>): Command<T> {
  return spec.subject ? commandDoor(spec) : commandDoor({ ...spec, subject: noSubject })
}

function commandDoor<Z extends z.ZodType, S, T>(spec: CommandSpec<Z, S, T>): Command<T> {
  register({ name: spec.name, kind: 'command' })
  return async (actor, requestId, raw) => {
    // A form that lost its id, or was made by hand: PostgreSQL would answer it with a fault of ours.
    if (!REQUEST_ID.test(requestId)) return refused('invalid_input')
    const parsed = parse(spec.input, raw)
    if (!parsed.ok) return parsed
    const input = parsed.value
    const survivors: ((tx: Tx, now: Date) => Promise<void>)[] = []
    return guarded(
      { name: spec.name, limits: spec.limits?.(actor, input) ?? [] },
      () =>
        db().$transaction(async (tx): Promise<T> => {
          const bodyHash = sha256(canonicalJson(raw))
          const earlier = await takeRequest<T>(tx, { actor, requestId, command: spec.name, bodyHash })
          if (earlier) return earlier.outcome
          const subject = await load(spec, { db: tx, actor }, input)
          const now = readClock()
          permit(spec.allow(actor, subject, input))
          const links: { communeId: number; link: Link }[] = []
          const writes: Prisma.Sql[] = []
          const jobs: Job[] = []
          const writing: Writing = {
            db: tx,
            actor,
            now,
            newId,
            put: (table, ...rows) => void (rows.length > 0 && writes.push(insertRows(table, rows))),
            enqueue: async (name, payload) => void jobs.push({ name, payload }),
            afterRefusal: (work) => survivors.push(work),
            chain: (communeId, link) => links.push({ communeId, link }),
          }
          const done = await spec.run(writing, input, subject)
          const about = spec.about?.(input, subject, done)
          const home = about?.communeId ?? actor.communeId
          links.push({ communeId: home, link: auditLine(actor, now, { action: spec.name, outcome: 'done', about }) })
          writes.push(outcomeOf(actor.communeId, requestId, done))
          const linksOf = (communeId: number) => links.filter((entry) => entry.communeId === communeId).map(({ link }) => link)
          for (const communeId of new Set(links.map((entry) => entry.communeId)))
            if (communeId !== home) await appendToChain(tx, communeId, { links: linksOf(communeId) })
          await appendToChain(tx, home, { links: linksOf(home), writes, jobs })
          return done
        }, TRANSACTION),
      async () => {
        const now = readClock()
        for (const work of survivors) await db().$transaction((tx) => work(tx, now), TRANSACTION)
      },
    )
  }
}

type QuerySpec<Z extends z.ZodType, S, T> = {
  name: string
  input: Z
  subject: Subject<S, z.output<Z>>
  allow: Allow<S, z.output<Z>>
  limits?: (actor: Actor, input: z.output<Z>) => readonly Limit[]
  /** Writes who looked at what. */
  logsRead?: (input: z.output<Z>, subject: S) => About
  run: (reading: Reading & { now: Date }, input: z.output<Z>, subject: S) => Promise<T>
}

export type Query<T> = (actor: Actor, raw: unknown) => Promise<Result<T>>

/** The door for reads: parse, load the subject through `visibleTo(actor)`, allow, run. No transaction. */
export function query<Z extends z.ZodType, T>(spec: WithoutSubject<QuerySpec<Z, undefined, T>>): Query<T>
export function query<Z extends z.ZodType, S, T>(spec: QuerySpec<Z, S, T>): Query<T>
export function query<Z extends z.ZodType, S, T>(spec: QuerySpec<Z, S, T> | WithoutSubject<QuerySpec<Z, undefined, T>>): Query<T> {
  return spec.subject ? queryDoor(spec) : queryDoor({ ...spec, subject: noSubject })
}

function queryDoor<Z extends z.ZodType, S, T>(spec: QuerySpec<Z, S, T>): Query<T> {
  register({ name: spec.name, kind: 'query' })
  return async (actor, raw) => {
    const parsed = parse(spec.input, raw)
    if (!parsed.ok) return parsed
    const input = parsed.value
    return guarded({ name: spec.name, limits: spec.limits?.(actor, input) ?? [] }, async () => {
      const reading = { db: db(), actor }
      const subject = await load(spec, reading, input)
      permit(spec.allow(actor, subject, input))
      const now = readClock()
      const value = await spec.run({ ...reading, now }, input, subject)
      const about = spec.logsRead?.(input, subject)
      if (about) {
        const communeId = about.communeId ?? actor.communeId
        await appendToChain(db(), communeId, { links: [auditLine(actor, now, { action: spec.name, outcome: 'read', about })] })
      }
      return value
    })
  }
}

const noSubject = (): Promise<undefined> => Promise.resolve(undefined)

/** Not found and not visible are the same answer, so that nobody learns what exists. */
async function load<S, I>(spec: { subject: Subject<S, I> }, reading: Reading, input: I): Promise<S> {
  const subject = await spec.subject(reading, input)
  if (subject === null) throw new Refusal(reading.actor.kind === 'anonymous' ? 'sign_in_needed' : 'not_found')
  return subject
}

function permit(answer: true | RefusalCode): void {
  if (answer !== true) throw new Refusal(answer)
}

/**
 * Turns expected refusals and a full database into a `Result`; everything else is a bug and is thrown on with its id in the log. A try is
 * counted unless it succeeded, or nobody had time to judge it.
 */
async function guarded<T>(
  { name, limits }: { name: string; limits: readonly Limit[] },
  work: () => Promise<T>,
  afterRefusal?: () => Promise<void>,
): Promise<Result<T>> {
  let tries: readonly string[] = []
  try {
    tries = await takeTries(limits)
    const value = await work()
    await giveBackTries(tries)
    return { ok: true, value }
  } catch (error) {
    if (isBusy(error)) {
      log().warn({ command: name, err: error }, 'busy')
      await giveBackTries(tries)
      return refused('busy')
    }
    if (!(error instanceof Refusal)) {
      log().error({ command: name, err: error }, 'unexpected')
      throw error
    }
    await afterRefusal?.()
    return refused(error.code, error.detail, error.fields)
  }
}

/** What was sent in the door's shape. Refusals: `invalid_input` with a sentence for each field, also for text that no column can hold. */
function parse<Z extends z.ZodType>(input: Z, raw: unknown): Result<z.output<Z>> {
  const unsound = unsoundText(raw)
  if (unsound) return refused('invalid_input', {}, unsound)
  const parsed = input.safeParse(raw)
  return parsed.success ? { ok: true, value: parsed.data } : refused('invalid_input', {}, fieldErrors(parsed.error))
}

function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.map(String).join('.') || 'form'] ??= issue.message
  return fields
}
