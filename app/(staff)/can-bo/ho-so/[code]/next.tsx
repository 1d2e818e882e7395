import { Section } from '@/components/dossiers/dossier-page'
import { StepChoices } from '@/components/dossiers/step-choices'
import { Button, Buttons } from '@/components/ui/button'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { CLOSED_STAGES, nextStep } from '@/lib/dossiers/rules'
import { STEP_WORDS } from '@/lib/dossiers/step-words'
import { askOpinionHref, chooseHref, type List, listFields } from '../../addresses'

/** The steps that this person may take now, drawn from the table of moves; the ordinary one is chosen already. */
export function Next({ dossier, list }: { dossier: StaffDossier; list: List | null }) {
  const { code, steps, hasResultFile, mayAskOpinion } = dossier
  return (
    <Section id="buoc" title="Bước được làm" acts={mayAskOpinion ? <a href={askOpinionHref(code, list)}>Hỏi ý kiến</a> : undefined}>
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
              consequence: STEP_WORDS[step].consequence,
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

/** Why there is nothing to do here, and whose turn it is. */
export function waitingWords({ stage, holder }: Pick<StaffDossier, 'stage' | 'holder'>): string {
  const next = nextStep(stage)
  if (stage === 'refused' || stage === 'withdrawn' || stage === 'stopped') return 'Hồ sơ đã đóng, không còn bước nào.'
  if (stage === 'awaiting_supplement') return 'Chưa có việc ở đây. Đang chờ người nộp bổ sung giấy tờ.'
  if (stage === 'with_agency') return `Chưa có việc ở đây. Đang chờ ${holder ?? 'cơ quan phối hợp'} trả lời.`
  if (stage === 'withdrawal_asked') return 'Chưa có việc ở đây. Người nộp xin rút, đang chờ Một cửa trả lời.'
  if (stage === 'awaiting_payment') return 'Chưa có việc ở đây. Đang chờ người nộp nộp tiền theo thông báo.'
  if (CLOSED_STAGES.includes(stage) || next === null) return 'Hồ sơ đã xong, không còn bước nào.'
  return `Chưa có việc ở đây. Bước tiếp theo, ${STEP_WORDS[next].action.toLocaleLowerCase('vi')}, do ${holder ?? 'nơi khác'} làm.`
}
