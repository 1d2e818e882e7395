// The writes of the steps off the ordinary way of a dossier.
import { sentenceOf } from '@/lib/text/refusals'
import { NO_SUCH_VERSION, stepPage, TOO_OLD, type Write } from '@/tests/support/access-matrix-write'

/** A form of one step's page, by whoever may take it. */
const step = (what: string, as: Write['as'], more: Pick<Write, 'to'> & { typed?: [string, string][] }): Write => ({
  ...{ what, as, to: more.to, form: 'name="step"', typed: () => [...NO_SUCH_VERSION, ...(more.typed ?? [])], says: TOO_OLD },
})

const REASON: [string, string] = ['reason', 'Thử']

export const PATH_WRITES: readonly Write[] = [
  {
    ...{ what: 'askToWithdrawAction', as: 'owner', form: 'name="requestId"', says: TOO_OLD },
    to: ({ code }) => `/ho-so/${code}/rut`,
    typed: () => NO_SUCH_VERSION,
  },
  {
    ...{ what: 'keepGoingAction', as: 'owner', form: 'name="requestId"', says: TOO_OLD },
    to: ({ work }) => `/ho-so/${work.toAnswer}`,
    typed: () => NO_SUCH_VERSION,
  },
  step('stopDossierAction', 'leader', { to: ({ code }) => stepPage(code, 'dung'), typed: [REASON] }),
  step('takeUpAgainAction', 'leader', { to: ({ work }) => stepPage(work.stopped, 'mo-lai'), typed: [REASON, ['papersHere', 'yes']] }),
  step('extendDossierAction', 'leader', {
    to: ({ code }) => stepPage(code, 'gia-han'),
    typed: [REASON, ['newDay.day', '05'], ['newDay.month', '01'], ['newDay.year', '2099']],
  }),
  {
    ...{ what: 'draftApologyAction', as: 'specialist', form: 'name="newDay.day"', says: TOO_OLD },
    to: ({ code }) => stepPage(code, 'khong-kip-han'),
    typed: () => [...NO_SUCH_VERSION, REASON, ['newDay.day', '05'], ['newDay.month', '01'], ['newDay.year', '2099']],
  },
  step('askAgencyAction', 'specialist', {
    to: ({ code }) => stepPage(code, 'chuyen-co-quan'),
    typed: [REASON, ['to', 'CONG_AN'], ['days', '3']],
  }),
  step('answerForAgencyAction', 'specialist', { to: ({ work }) => stepPage(work.withAgency, 'co-quan-tra-loi'), typed: [REASON] }),
  {
    ...{ what: 'askOpinionAction', as: 'specialist', form: 'name="question"', says: () => 'Ghi điều cần hỏi' },
    to: ({ code }) => stepPage(code, 'y-kien'),
    typed: () => [['question', '']],
  },
  {
    ...{ what: 'giveOpinionAction', as: 'colleague', form: 'name="answer"', says: () => 'Ghi ý kiến' },
    to: ({ code, questionId }) => `${stepPage(code, 'y-kien')}/${questionId}`,
    typed: () => [['answer', '']],
  },
  {
    ...{ what: 'takeBackQuestionAction', as: 'specialist', form: 'name="requestId"' },
    to: ({ code, questionId }) => `${stepPage(code, 'y-kien')}/${questionId}`,
    // A question that there is not, so that this one can still be answered.
    typed: () => [['id', '00000000-0000-7000-8000-000000000000']],
    says: () => sentenceOf({ code: 'not_found', detail: {} }),
  },
  step('askForPaymentAction', 'specialist', {
    to: ({ code }) => stepPage(code, 'yeu-cau-nop-tien'),
    typed: [REASON, ['name', 'Lệ phí trước bạ'], ['amount', '150.000']],
  }),
]
