import { FormSelect, FormTextarea, FormTick } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { DECLARED } from '@/lib/dossiers/supplements'
import { momentWords, sentenceCase } from '@/lib/text/dates'
import { FileLinks, type ShownFile, sourceWords } from '../papers'
import { askBox, reasonBox, textBox } from './supplement-form'

type Reason = { code: string; text: string }

/** All that is lacking, in one go: each component with its reason. What the check found wanting is ticked already. */
export function AskForMore({ dossier, reasons }: { dossier: StaffDossier; reasons: readonly Reason[] }) {
  const { components, receivedAt, supplements } = dossier
  const [last] = supplements
  return (
    <>
      <Notice tone="soon">
        <p>
          <strong>Yêu cầu một lần, đủ mọi giấy tờ.</strong>{' '}
          {receivedAt === null
            ? `${last ? `Đã yêu cầu lần ${last.number} lúc ${momentWords(last.askedAt)}. ` : ''}Người nộp bổ sung xong thì 8 giờ trả lời tính lại từ đầu.`
            : dossier.askedInWorkAt === null
              ? 'Hồ sơ đã tiếp nhận chỉ được yêu cầu bổ sung một lần. Thời hạn tạm dừng cho đến khi người nộp bổ sung.'
              : 'Hồ sơ này đã được yêu cầu bổ sung một lần. Yêu cầu nữa thì hồ sơ tính là trễ hạn (chỉ số 2.1), và người yêu cầu chịu trách nhiệm.'}
        </p>
      </Notice>
      <ToAsk
        components={components.map((component) => ({ ...component, without: sentenceCase(sourceWords(component)) }))}
        reasons={reasons}
      />
      <p className="note">
        Phiếu yêu cầu bổ sung được lập với tên người hướng dẫn là tài khoản này; người nộp được báo qua thư điện tử nếu có.
      </p>
      <Buttons>
        <SubmitButton>Yêu cầu bổ sung</SubmitButton>
      </Buttons>
    </>
  )
}

/** Every component to tick, and last what was declared. `without`: what is said of one of which there is no file. */
export function ToAsk({
  components,
  reasons,
}: {
  components: readonly (Pick<AskedProps, 'position' | 'name' | 'files'> & { without: string })[]
  reasons: readonly Reason[]
}) {
  return (
    <section aria-labelledby="can-bo-sung">
      <h2 id="can-bo-sung">Giấy tờ phải bổ sung</h2>
      {components.map(({ position, name, files, without }) => (
        <Asked key={position} {...{ position, name, files, without, reasons }} />
      ))}
      <Asked {...DECLARED} files={[]} without="Người nộp trả lời bằng chữ" reasons={reasons} />
    </section>
  )
}

type AskedProps = {
  position: number
  name: string
  files: readonly ShownFile[]
  without: string
  reasons: readonly Reason[]
}

function Asked({ position, name, files, without, reasons }: AskedProps) {
  return (
    <div className="to-ask">
      <Reveal
        question={
          <FormTick
            name={askBox(position)}
            legend={`Có yêu cầu bổ sung không: ${name}`}
            choice={{ value: 'yes', label: name, opens: true }}
          />
        }
      >
        <FormSelect
          name={reasonBox(position)}
          label="Lý do"
          options={[{ value: '', label: 'Chọn lý do' }, ...reasons.map(({ code, text }) => ({ value: code, label: text }))]}
        />
        <FormTextarea
          name={textBox(position)}
          label="Ghi rõ phải bổ sung gì (không bắt buộc nếu đã chọn lý do)"
          hint="Người nộp đọc nguyên văn trên phiếu."
          rows={2}
          maxLength={1000}
        />
      </Reveal>
      {files.length === 0 ? <p className="note">{without}</p> : <FileLinks files={files} />}
    </div>
  )
}
