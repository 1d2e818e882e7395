import type { Page } from '@playwright/test'
import { CANARY } from '../../support/hostile/payloads'

type Seen = { faults: string[]; marks: number }

/** What a payload has brought to the page, and how often it is shown. `html`: judge this markup in place of the page. */
export const judge = (page: Page, html?: string): Promise<Seen> =>
  page.evaluate(judgeHere, { canary: CANARY, ...(html !== undefined && { html }) })

/** Runs in the browser. */
function judgeHere({ canary, html }: { canary: string; html?: string }): Seen {
  const parsed = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html')
  const faults: string[] = []
  const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href', 'poster', 'ping', 'srcset'])
  const OURS = /^(\/(?![/\\])|#|\?|$|https?:\/\/|mailto:|tel:|data:image\/)/
  const NEVER = ['base', 'iframe', 'object', 'embed', 'portal', 'marquee']
  const name = (element: Element, attribute = '') => `<${element.localName} ${attribute}>`.slice(0, 200)
  for (const element of parsed.querySelectorAll('*')) {
    if (element.localName.includes(canary) || NEVER.includes(element.localName)) faults.push(name(element))
    if (element instanceof HTMLScriptElement && element.nonce === '' && element.getAttribute('nonce') === null) faults.push(name(element))
    if (element.localName === 'style' && (element.textContent ?? '').includes(canary)) faults.push(name(element))
    for (const { name: attribute, value } of element.attributes) {
      if (attribute === canary || attribute.startsWith('on')) faults.push(name(element, attribute))
      const host = /^(tel|mailto):/.test(value) ? '' : (URL.parse(value, 'http://here.invalid')?.hostname ?? canary)
      const isElsewhere = !OURS.test(value) || host.includes(canary)
      if (ADDRESSES.has(attribute) && isElsewhere) faults.push(name(element, `${attribute}=${value}`))
      if (attribute === 'http-equiv') faults.push(name(element, attribute))
    }
  }
  return { faults, marks: (parsed.documentElement.outerHTML.match(new RegExp(canary, 'g')) ?? []).length }
}

/** Everything that the browser says while it shows a page. */
export function listen(page: Page): string[] {
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`console: ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', (error) => said.push(`error: ${error.message.slice(0, 300)}`))
  page.on('request', (request) => {
    if (new URL(request.url()).hostname.includes(CANARY)) said.push(`request ${request.url()}`)
  })
  return said
}

/** Notes when a payload runs, and says what the page's policy had to stop. */
export const watch = (page: Page) =>
  page.addInitScript((canary) => {
    Reflect.set(window, canary, () => Reflect.set(window, 'zqcalled', true))
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    )
  }, CANARY)
export const hasRun = (page: Page) => page.evaluate(() => Reflect.get(window, 'zqcalled') === true)
