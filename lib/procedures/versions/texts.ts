/** One entry of a version in one line: for its list, and for what has changed of it. Pure. */
import { formatVnd } from '@/lib/platform/money'
import { ROLE_WORDS } from '@/lib/staff/words'
import { dateWords, sentenceCase } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'
import { copiesWords } from '../words'
import type { DraftFee, DraftPaper, DraftStep } from './content'
import { FEE_CHANNEL_WORDS, FEE_KIND_WORDS, FEE_PER_WORDS, hoursWords, REQUIREMENT_WORDS, STEP_KIND_WORDS } from './words'

const parts = (...given: (string | null)[]): string => given.filter((part) => part !== null).join(' · ')

/** What is filed, when, and how many: `Tờ khai · Luôn cần · 1 bản chính`. */
export const textOfPaper = (paper: DraftPaper): string => parts(paper.name, detailOfPaper(paper))

/** The same without the name. */
export const detailOfPaper = ({ requirement, question, note, formName, ...counts }: DraftPaper): string =>
  parts(REQUIREMENT_WORDS[requirement], requirement === 'PRESENTED' ? null : copiesWords(counts), question, formName, note)

/** `Lệ phí hộ tịch · Lệ phí · 8.000 đồng mỗi bản · mọi kênh nộp · nếu xin thêm bản sao`. */
export const textOfFee = (fee: DraftFee): string => parts(fee.name, detailOfFee(fee))

/** The same without the name. */
export const detailOfFee = ({ kind, amount, per, channel, condition, from, to, source, unverified }: DraftFee): string =>
  parts(
    FEE_KIND_WORDS[kind],
    `${formatVnd(amount)} ${FEE_PER_WORDS[per]}`,
    FEE_CHANNEL_WORDS[channel],
    condition === null ? null : `nếu ${inSentence(condition)}`,
    from === null ? null : `từ ${dateWords(from)}`,
    to === null ? null : `đến hết ${dateWords(to)}`,
    source,
    unverified ? 'chưa đối chiếu' : null,
  )

/** `Lãnh đạo Ủy ban nhân dân · 4 giờ làm việc`, after the kind where the name does not say it. `department`: what a code is called. */
export const detailOfStep = ({ kind, name, role, departmentCode, minutes }: DraftStep, department: (code: string) => string): string =>
  parts(
    STEP_KIND_WORDS[kind] === name ? null : STEP_KIND_WORDS[kind],
    sentenceCase(role === null ? 'người đang giải quyết' : ROLE_WORDS[role]),
    departmentCode === null ? null : department(departmentCode),
    hoursWords(minutes),
  )

/** The same behind the name: `Ký duyệt · Lãnh đạo Ủy ban nhân dân · 4 giờ làm việc`. */
export const textOfStep = (step: DraftStep, department: (code: string) => string): string =>
  parts(step.name, detailOfStep(step, department))
