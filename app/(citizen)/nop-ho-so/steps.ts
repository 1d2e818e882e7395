import type { DraftPart } from '@/lib/dossiers/draft-rules'

export type StepPath = 'nguoi-nop' | 'noi-dung' | 'giay-to' | 'nhan-ket-qua' | 'kiem-tra'

/** The six screens of a filing, in order: the first only prepares, the last only checks. */
export const STEPS: readonly { path: StepPath | ''; title: string }[] = [
  { path: '', title: 'Chuẩn bị' },
  { path: 'nguoi-nop', title: 'Người nộp hồ sơ' },
  { path: 'noi-dung', title: 'Nội dung yêu cầu' },
  { path: 'giay-to', title: 'Giấy tờ' },
  { path: 'nhan-ket-qua', title: 'Nhận kết quả' },
  { path: 'kiem-tra', title: 'Kiểm tra trước khi gửi' },
]

/** Where each part of a draft is filled in. */
export const PART_PATH: Record<DraftPart, StepPath> = {
  applicant: 'nguoi-nop',
  content: 'noi-dung',
  papers: 'giay-to',
  return: 'nhan-ket-qua',
}

/** Which draft of which procedure. */
export type DraftPlace = { procedure: string; draft: string }

// Encoded, because what a form names may be anything: a header takes no such letters, and the answer would be the page for bugs.
export const startHref = (procedure: string): string => `/nop-ho-so/${encodeURIComponent(procedure)}`
export const draftHref = ({ procedure, draft }: DraftPlace): string => `${startHref(procedure)}/${encodeURIComponent(draft)}`
export const deleteHref = (place: DraftPlace): string => `${draftHref(place)}/xoa`
export const stepHref = (place: DraftPlace, path: StepPath | ''): string =>
  path === '' ? startHref(place.procedure) : `${draftHref(place)}/${path}`
export const filedHref = (procedure: string, code: string): string => `${startHref(procedure)}/da-gui/${encodeURIComponent(code)}`

/** How many of the six are behind someone who has done so many parts: preparing is, once a draft has begun; checking never is. */
export const stepsDone = (partsDone: number): number => partsDone + 1

const indexOf = (path: StepPath | ''): number => STEPS.findIndex((step) => step.path === path)

/** The number of a screen from 1, the one after it and the one before it. */
export const stepNumber = (path: StepPath | ''): number => indexOf(path) + 1
export const nextPath = (path: StepPath): StepPath | '' => STEPS[indexOf(path) + 1]?.path ?? path
export const backPath = (path: StepPath): StepPath | '' => STEPS[indexOf(path) - 1]?.path ?? ''
