// Apart from form.ts, which forms in the browser need: Buffer would come along there as a library of its own.
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { readAtMost } from './body'

export type FormFault = 'malformed' | 'too_large'

type Asked = Pick<Request, 'headers'>

const isMultipart = ({ headers }: Asked): boolean => /^multipart\/form-data/i.test(headers.get('content-type') ?? '')

/** Whether Next would take a POST for the form of a server action, at whatever address it comes. */
export const mayBeAction = (request: Asked): boolean => isMultipart(request) || request.headers.has('next-action')

/**
 * Why a posted body cannot be read as the form that it says it is, or that it is longer than `maxBytes`; null when neither. Reads the body.
 * React's own sending of a form (`next-action`) is a form too, whose part `0` lists what the action is called with; without a script the form
 * carries that in fields of its own. React throws on what it cannot read there, and Next would show the page for bugs.
 */
export async function formFault(request: Request, maxBytes: number): Promise<FormFault | null> {
  const bytes = await readAtMost(request, maxBytes)
  if (bytes === null) return 'too_large'
  const isCall = request.headers.has('next-action')
  if (!isMultipart(request)) return isCall ? 'malformed' : null
  try {
    const type = request.headers.get('content-type') ?? ''
    const form = await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData()
    if (form.has('') || (isCall && !(await isReadAsStream(bytes, type)))) return 'malformed'
    return (isCall ? isCallList(form, '0') : namesItsAction(form)) ? null : 'malformed'
  } catch {
    return 'malformed'
  }
}

/** Next reads a call with another parser than a form, and that one throws on headers of a part which the other forgives. */
async function isReadAsStream(bytes: Uint8Array, type: string): Promise<boolean> {
  const parser = busboy({ headers: { 'content-type': type }, defParamCharset: 'utf8' })
  let named = true
  parser.on('field', (name: string | undefined) => void (named &&= Boolean(name)))
  parser.on('file', (name: string | undefined, file) => {
    named &&= Boolean(name)
    file.resume()
  })
  await pipeline([Buffer.from(bytes)], parser)
  return named
}

/** The form of an action without a script: `$ACTION_REF_1` and, in `$ACTION_1:0`, which action is called and where its arguments stand. */
function namesItsAction(form: FormData): boolean {
  const calls = [...new Set(form.keys())].flatMap((name) => /^\$ACTION_REF_(.*)$/.exec(name)?.[1] ?? [])
  return calls.every((call) => {
    const prefix = `$ACTION_${call}:`
    const parts = [...form.keys()].filter((name) => name.startsWith(prefix))
    const called = partOf(form, `${prefix}0`)
    if (new Set(parts).size !== parts.length || typeof called !== 'object' || called === null) return false
    if (!('id' in called) || typeof called.id !== 'string' || !('bound' in called)) return false
    const place = typeof called.bound === 'string' ? /^\$@([1-9a-f])$/.exec(called.bound)?.[1] : undefined
    return called.bound === null || (place !== undefined && isCallList(form, prefix + place))
  })
}

/** A list of arguments that says nothing but values and the one form itself: React follows every other reference wherever it leads. */
function isCallList(form: FormData, name: string): boolean {
  const list = partOf(form, name)
  return Array.isArray(list) && list.every(isPlain)
}

/** Once and as JSON; throws for everything else. */
function partOf(form: FormData, name: string): unknown {
  const [text, ...more] = form.getAll(name)
  if (typeof text !== 'string' || more.length > 0) throw new Error('no such part')
  return JSON.parse(text)
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || /^\$(?:\$|undefined$|K[1-9a-f]$)/.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isPlain)
}
