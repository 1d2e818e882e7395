// Papers print what people typed, letter by letter: whatever it would be to a page, a table or the typesetter.
import { expect, test } from 'vitest'
import { type HandOverFacts, handOverOnSheet, type ProcessFacts, processOnSheet } from '@/lib/papers/desk-sheets'
import { renderDeskSheet, renderPaper, renderRoll } from '@/lib/papers/render'
import type { ApologyFacts, RefusalFacts, StopFacts, SupplementFacts } from '@/lib/papers/schema'
import { localDateOf } from '@/lib/platform/local-date'
import { controlFacts } from '../support/control-facts'
import { PAYLOADS, TYPST } from '../support/hostile/payloads'
import { textByPdfium } from '../support/pdf'
import { receiptFacts } from '../support/receipt-facts'

const AT_ONCE = 20

/** Every text of these facts becomes what `text` gives; amounts, instants, addresses of codes and fixed words stay. */
function planted<T>(facts: T, text: () => string): T {
  const plant = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return FIXED.test(key) ? value : text()
    if (Array.isArray(value)) return value.map((one) => plant(one, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plant(one, name)]))
  }
  return JSON.parse(JSON.stringify(plant(facts, '')))
}
const FIXED = /^(kind|unit|payment|qr|at|result|clock)$|At$/

const receipt = receiptFacts({
  fees: [{ name: 'Lệ phí', amount: 5_000, quantity: 1 }],
  presented: ['Căn cước'],
  toPresent: ['Giấy khai sinh'],
})
const { letterhead, issuedAt, dossierCode, centre, applicant, request, procedureCode, submitter, receiver, lookup } = receipt
const issued = { letterhead, issuedAt, dossierCode, centre, applicant, request, procedureCode, number: 1 }
const supplement: SupplementFacts = {
  ...issued,
  ...{ items: [{ name: 'Tờ khai', reason: 'Mờ' }], contact: { name: 'Lê Thị Ví Dụ', phone: '0270' }, guide: receiver, lookup },
}
const refusal: RefusalFacts = { ...issued, submittedAt: issuedAt, papers: 1, reason: 'Không thuộc', submitter, receiver, lookup }

const about = { procedureName: 'Khai sinh', receivedAt: issuedAt, reason: 'Không thuộc', signer: receiver, lookup }
const stop: StopFacts = { ...issued, ...about, askedAt: null, returned: ['Giấy tờ'], refund: 5_000, contact: supplement.contact }
const apology: ApologyFacts = { ...issued, ...about, agency: 'Văn phòng', dueAt: issuedAt, newDueAt: issuedAt }

const AT = new Date(issuedAt)
const handOverFacts = (text: () => string): HandOverFacts => {
  const said = { code: text(), content: text(), result: text(), owner: text(), address: text(), giver: text() }
  return {
    letterhead: headed(text),
    day: localDateOf(AT),
    from: text(),
    to: text(),
    rows: [{ ...said, hasFee: true, byPost: true, at: AT }],
  }
}
const processFacts = (text: () => string): ProcessFacts => {
  const rows = [{ at: AT, by: text(), act: text(), to: text(), dueAt: AT }]
  return { letterhead: headed(text), at: AT, code: text(), procedure: text(), owner: text(), receivedAt: AT, dueAt: AT, rows }
}
const headed = (text: () => string) => ({ ...letterhead, place: text(), commune: 'xã Tân Hoà' })

/**
 * Letters that the fonts have, without blanks: lines break where they must, and a PDF's text has no control characters and no invisible ones. Without
 * hyphens too: one at the end of a narrow cell's line is read as that of a word that was broken there.
 */
const letters = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^!-\u024f\u1e00-\u1eff]|-/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '')

const PAPERS: [string, (text: () => string) => Promise<Uint8Array>][] = [
  ['the receipt', (text) => renderPaper('RECEIPT', 1, planted(receipt, text))],
  ['the receipt on a roll', (text) => renderRoll('RECEIPT', 1, planted(receipt, text))],
  ['the supplement slip', (text) => renderPaper('SUPPLEMENT', 1, planted(supplement, text))],
  ['the refusal slip', (text) => renderPaper('REFUSAL', 1, planted(refusal, text))],
  ['the letter that stops', (text) => renderPaper('STOP', 1, planted(stop, text))],
  ['the apology', (text) => renderPaper('APOLOGY', 1, planted(apology, text))],
  ['the control sheet', (text) => renderPaper('CONTROL', 1, planted(controlFacts(), text))],
  ['the hand-over sheet', (text) => renderDeskSheet(handOverOnSheet(handOverFacts(text)), AT)],
  ['the process sheet', (text) => renderDeskSheet(processOnSheet(processFacts(text)), AT)],
]

test.each(PAPERS)('%s prints every payload in every text, and follows none', { timeout: 120_000 }, async (_name, render) => {
  const missing: string[] = []
  for (let from = 0; from < PAYLOADS.length; from += AT_ONCE) {
    const some = PAYLOADS.slice(from, from + AT_ONCE)
    const pdf = await render(() => some.join(' '))
    const text = letters(await textByPdfium(pdf))
    missing.push(...some.filter((payload) => !text.includes(letters(payload))))
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\/(JavaScript|Launch|EmbeddedFile|SubmitForm)\b/)
  }
  expect(missing).toEqual([])
})

test('each text of a paper is planted, and the typesetter is among those it is meant for', () => {
  const texts: string[] = []
  planted(receipt, () => String(texts.push('x')))
  expect(texts.length).toBeGreaterThanOrEqual(24)
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(300)
  expect(PAYLOADS).toEqual(expect.arrayContaining([...TYPST]))
})
