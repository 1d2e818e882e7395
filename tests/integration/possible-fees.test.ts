import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { feesInWords } from '@/lib/papers/words'
import { ReceiptFacts } from '@/lib/papers/schema'
import { newId } from '@/lib/platform/clock'
import { aCitizen, aCompleteDraft, fillContent, valueOf } from '@/tests/support/filing'
import { BIRTH, receive, rowOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

// A fee that is due only in some cases says the same from the check page to the receipt: possible until the clerk decides, then decided.

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const COPIES = { code: 'phi-ban-sao-trich-luc', amount: 8_000, quantity: 2, condition: 'Xin thêm bản sao' }
const LATE = { code: 'le-phi-ho-tich', amount: 8_000, quantity: 1, condition: 'Đăng ký quá hạn' }

/** A birth filed with two further copies, read at each point before the receipt. */
async function filed(copies: string) {
  const citizen = await aCitizen(office.db)
  const clerk = await office.staff('vidu.le')
  const draftId = await aCompleteDraft(office.db, citizen, BIRTH)
  valueOf(await fillContent(citizen, draftId, { other_full_name: 'Trần Bản Nháp', copy_count: copies }))
  const draft = valueOf(await readDraft(citizen, { draftId }))
  const { code } = valueOf(await fileDossier(citizen, newId(), { draftId, declared: 'yes' }))
  const mine = () => readMyDossier(citizen, { code }).then(valueOf)
  const staff = () => readDossier(clerk, { code }).then(valueOf)
  return { code, clerk, draft, mine, staff }
}

test('before the receipt everybody reads the same possible fees, and none as due', async () => {
  const { draft, mine, staff } = await filed('2')
  expect(draft.fees).toEqual([])
  expect(draft.possibleFees).toMatchObject([LATE, COPIES])
  expect(await mine()).toMatchObject({ feeLines: [], possibleFees: [LATE, COPIES] })
  expect(await staff()).toMatchObject({ feeLines: [], feesToDecide: [LATE, COPIES] })
})

test('copies that nobody asked for are no fee at all', async () => {
  const { draft, mine, staff } = await filed('')
  for (const possible of [draft.possibleFees, (await mine()).possibleFees, (await staff()).feesToDecide])
    expect(possible).toMatchObject([LATE])
})

test('what the clerk ticks is due, what is left unticked is not, and the receipt, the applicant and the staff all say so', async () => {
  const ticked = await filed('2')
  valueOf(await receive(office, ticked.clerk, ticked.code, { fees: ['phi-ban-sao-trich-luc'] }))
  expect(await ticked.mine()).toMatchObject({ feeLines: [{ amount: 8_000, quantity: 2 }], possibleFees: [] })
  expect(await ticked.staff()).toMatchObject({ feeLines: [{ amount: 8_000, quantity: 2 }], feesToDecide: [] })
  const unticked = await filed('2')
  valueOf(await receive(office, unticked.clerk, unticked.code))
  expect(await unticked.mine()).toMatchObject({ feeLines: [], possibleFees: [] })
  const { papers } = await rowOf(office, unticked.code)
  const { fees, payment } = ReceiptFacts.parse(papers[0]?.facts)
  expect(feesInWords(fees, payment)).toBe('không phải nộp')
})

test('a file that was sent online is an electronic copy on the receipt, never an original', async () => {
  const { code, clerk } = await filed('')
  valueOf(await receive(office, clerk, code))
  const { papers } = await rowOf(office, code)
  const { components, request } = ReceiptFacts.parse(papers[0]?.facts)
  expect(components.length).toBeGreaterThan(0)
  for (const component of components) expect(component).toMatchObject({ originals: 0, photocopies: 0, electronic: true })
  expect(request).toContain('(cho Trần Bản Nháp)')
})
