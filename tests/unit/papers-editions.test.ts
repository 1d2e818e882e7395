import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { registerOnForm } from '@/lib/papers/register-words'
import { renderPaper } from '@/lib/papers/render'
import { PAPER_KINDS, type PaperKind } from '@/lib/papers/rules'
import { formWords, headOnForm } from '@/lib/papers/words'
import { controlFacts } from '../support/control-facts'
import { day } from '../support/calendar'
import { receiptFacts } from '../support/receipt-facts'

/** The last day of the older forms and the first of those of Circular 03/2025, with the number that each kind has on it. */
const [BEFORE, FROM] = [day('2025-09-14'), day('2025-09-15')]
const NUMBERS: Record<PaperKind, { before: string | null; from: string }> = {
  RECEIPT: { before: '01', from: '01' },
  SUPPLEMENT: { before: '02', from: '02' },
  REFUSAL: { before: '03', from: '03' },
  APOLOGY: { before: '04', from: '04' },
  STOP: { before: null, from: '05' },
  CONTROL: { before: '05', from: '06' },
  REGISTER: { before: '06', from: '07' },
}

/** What a reader of the file is told of its form: the description of the PDF. */
const described = (pdf: Uint8Array): string =>
  execFileSync('pdfinfo', ['-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString('utf8')

describe.each(PAPER_KINDS)('the form of %s', (kind) => {
  const { before, from } = NUMBERS[kind]

  it('has the number of the edition in force on its day', () => {
    expect(formWords(kind, BEFORE)).toBe(before === null ? '' : ` (Mẫu số ${before}, Thông tư 01/2018/TT-VPCP)`)
    expect(formWords(kind, FROM)).toBe(` (Mẫu số ${from}, Thông tư 03/2025/TT-VPCP)`)
  })

  it('stands in the head of what is issued on that day, and is never "null"', () => {
    const on = (date: string) =>
      kind === 'REGISTER'
        ? registerOf(date).description
        : headOnForm(kind, { ...controlFacts(), issuedAt: `${date}T10:00:00+07:00` }).description
    expect(on(FROM)).toContain(`Mẫu số ${from}, Thông tư 03/2025`)
    if (before === null) expect(on(BEFORE)).not.toMatch(/Mẫu số|null/)
    else expect(on(BEFORE)).toContain(`Mẫu số ${before}, Thông tư 01/2018`)
  })
})

const registerOf = (date: string) =>
  registerOnForm({
    letterhead: controlFacts().letterhead,
    ...{ commune: 'xã Tân Hoà', field: 'Hộ tịch', volume: '01/2025-HT', year: 2025, part: null, day: day(date), heads: [], lines: [] },
  })

describe('a paper that was issued under an older edition', () => {
  it('keeps its form’s number whenever it is printed again', async () => {
    const last = '2025-09-14T23:59:00+07:00'
    const [control, receipt] = [controlFacts({ issuedAt: last }), receiptFacts({ issuedAt: last })]
    expect(described(await renderPaper('CONTROL', 1, control))).toContain('Mẫu số 05, Thông tư 01/2018/TT-VPCP')
    expect(described(await renderPaper('RECEIPT', 2, receipt))).toContain('Mẫu số 01, Thông tư 01/2018/TT-VPCP')
    const first = '2025-09-15T00:00:00+07:00'
    expect(described(await renderPaper('CONTROL', 1, controlFacts({ issuedAt: first })))).toContain('Mẫu số 06, Thông tư 03/2025/TT-VPCP')
  })
})
