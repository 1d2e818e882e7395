import { Section } from '@/components/dossiers/dossier-page'
import { StepChoices } from '@/components/dossiers/step-choices'
import { Button, Buttons } from '@/components/ui/button'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { nextStep } from '@/lib/dossiers/rules'
import { consequenceOf, STEP_WORDS } from '@/lib/dossiers/step-words'
import { endedWithoutResult } from '@/lib/dossiers/unpaid'
import { askOpinionHref, chooseHref, draftApologyHref, type List, listFields } from '../../addresses'

type NextProps = { dossier: StaffDossier; list: List | null }

/** The steps that this person may take now, drawn from the table of moves; the ordinary one is chosen already. */
export function Next({ dossier, list }: NextProps) {
  const { code, steps, hasResultFile, mayAskOpinion, mayDraftApology } = dossier
  return (
    <Section
      id="buoc"
      title="Bước được làm"
      acts={mayAskOpinion || mayDraftApology ? <Besides dossier={dossier} list={list} /> : undefined}
    >
      {steps.length === 0 ? (
        <p className="note">{waitingWords(dossier)}</p>
      ) : (
        <form action={chooseHref(code)} method="get">
          {listFields(list).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <StepChoices
            chosen={steps[0]?.step}
            steps={steps.map(({ step }) => ({
              step,
              label: STEP_WORDS[step].action,
              consequence: consequenceOf(step, dossier.way),
              blocked: step === 'propose' && !hasResultFile ? 'Chưa có văn bản kết quả đính kèm.' : null,
            }))}
          />
          <Buttons>
            <Button>Tiếp tục</Button>
            {dossier.due?.deadline.frozen ? null : <span className="note">Không ghi khác thì thời hạn vẫn chạy.</span>}
          </Buttons>
        </form>
      )}
    </Section>
  )
}

/** What may be done besides the steps: the dossier stays where it is. */
const Besides = ({ dossier: { code, mayAskOpinion, mayDraftApology }, list }: NextProps) => (
  <>
    {mayAskOpinion ? <a href={askOpinionHref(code, list)}>Hỏi ý kiến</a> : null}
    {mayDraftApology ? <a href={draftApologyHref(code, list)}>Báo không kịp hạn</a> : null}
  </>
)

type Waiting = Pick<StaffDossier, 'stage' | 'holder'>

/** What is waited for where the next step says it badly, or where it is nobody's of the office. */
const WAITING: Partial<Record<StaffDossier['stage'], (holder: string | null) => string>> = {
  awaiting_supplement: () => 'Đang chờ người nộp bổ sung giấy tờ.',
  awaiting_payment: () => 'Đang chờ người nộp nộp tiền theo thông báo.',
  with_agency: (holder) => `Đang chờ ${holder ?? 'cơ quan phối hợp'} trả lời.`,
  withdrawal_asked: () => 'Người nộp xin rút, đang chờ Một cửa trả lời.',
}

/** Why there is nothing to do here, and whose turn it is. */
export function waitingWords({ stage, holder }: Waiting): string {
  if (endedWithoutResult(stage)) return 'Hồ sơ đã đóng, không còn bước nào.'
  const next = nextStep(stage)
  const waiting = WAITING[stage]?.(holder)
  if (waiting === undefined && next === null) return 'Hồ sơ đã xong, không còn bước nào.'
  const ordinary = next && `Bước tiếp theo, ${STEP_WORDS[next].action.toLocaleLowerCase('vi')}, do ${holder ?? 'nơi khác'} làm.`
  return `Chưa có việc ở đây. ${waiting ?? ordinary}`
}
