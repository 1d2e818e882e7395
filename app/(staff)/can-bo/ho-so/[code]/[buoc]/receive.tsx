import { SheetBoxes } from '@/components/dossiers/sheet-boxes'
import { FormCheckbox, FormRadios, FormText } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { SubmitButton } from '@/components/forms/submit-button'
import { Button, Buttons } from '@/components/ui/button'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { countBox, isOnPaper } from '@/lib/dossiers/sheets'
import { channelWords, CHECK_WORDS } from '@/lib/dossiers/words'
import { formatVnd } from '@/lib/platform/money'
import { REQUIREMENT_CAPTION } from '@/lib/procedures/words'
import { sentenceCase, shortMoment } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'
import { Counted } from '../deadline'
import { BeyondNetwork, type Component, FileLinks, kindWords, sourceWords } from '../papers'
import { checkBox, feeBox, noteBox } from './receipt-form'

/** Checking each component, deciding the fees, and the appointment that comes of it. */
export function Receive({ dossier }: { dossier: StaffDossier }) {
  const { components, ifReceived, channel } = dossier
  const onPaper = isOnPaper(channel)
  return (
    <div className="receive">
      <section aria-labelledby="kiem-tra">
        <h2 id="kiem-tra">Kiểm tra giấy tờ</h2>
        <p className="note">
          {channelWords(channel)}, {shortMoment(dossier.submittedAt)}.{' '}
          {onPaper ? 'Ghi số bản giữ lại, xem từng tệp nếu có, rồi chọn kết quả.' : 'Mở từng tệp, so với bản phải nộp, rồi chọn kết quả.'}
        </p>
        <BeyondNetwork dossier={dossier} />
        {components.length === 0 ? <p>Thủ tục này không cần giấy tờ nào.</p> : null}
        {components.map((component) => (
          <ComponentToCheck key={component.position} component={component} onPaper={onPaper} />
        ))}
      </section>
      <div>
        <Fees dossier={dossier} />
        <section aria-labelledby="hen-tra">
          <h2 id="hen-tra">Nếu tiếp nhận bây giờ, hẹn trả</h2>
          {ifReceived === null ? null : <Counted dossier={dossier} counted={ifReceived} />}
        </section>
        <section aria-labelledby="xong">
          <h2 id="xong" className="vh">
            Tiếp nhận
          </h2>
          <p className="note">Hồ sơ được cấp số, Giấy tiếp nhận và hẹn trả kết quả có ngay để in. Thời hạn bắt đầu tính.</p>
          <Buttons>
            <SubmitButton>Tiếp nhận hồ sơ</SubmitButton>
          </Buttons>
          <p className="note">Chưa tiếp nhận được? Kết quả kiểm tra ở trên được giữ lại khi sang trang sau.</p>
          <Buttons>
            <Button look="plain" name="then" value="ask_for_more">
              Yêu cầu bổ sung
            </Button>
            <Button look="grave" name="then" value="refuse">
              Từ chối tiếp nhận
            </Button>
          </Buttons>
        </section>
      </div>
    </div>
  )
}

/** Nobody has sent it, and it need not be there: nothing that could be found good. */
const isAbsent = ({ requirement, applies, files, held }: Component): boolean =>
  requirement === 'IF_APPLICABLE' && applies !== true && files.length === 0 && held === null

function ComponentToCheck({ component, onPaper }: { component: Component; onPaper: boolean }) {
  const { position, name, need, requirement, files } = component
  return (
    <div className="to-check">
      <div>
        <h3>{name}</h3>
        <p className="note">
          {requirement === 'PRESENTED' ? '' : `${kindWords(component)} · `}
          {REQUIREMENT_CAPTION[requirement]}
          {need === null ? '' : ` · ${need}`}
        </p>
        {requirement === 'PRESENTED' ? <p className="note">Để trống thì ghi là chưa xuất trình.</p> : null}
        {files.length === 0 ? (
          requirement === 'PRESENTED' ? null : (
            <p className="note">{sentenceCase(sourceWords(component))}</p>
          )
        ) : (
          <FileLinks files={files} />
        )}
        {onPaper ? <Sheets component={component} /> : null}
      </div>
      <Reveal
        question={
          <FormRadios
            name={checkBox(position)}
            label={<span className="vh">Kết quả kiểm tra: {name}</span>}
            choices={[
              ...(!onPaper && isAbsent(component) ? [] : [{ value: 'ACCEPTED', label: CHECK_WORDS.ACCEPTED }]),
              { value: 'INADEQUATE', label: CHECK_WORDS.INADEQUATE, opens: true },
              { value: 'NOT_NEEDED', label: CHECK_WORDS.NOT_NEEDED },
              ...(requirement === 'PRESENTED' ? [{ value: 'NOT_PRESENTED', label: CHECK_WORDS.NOT_PRESENTED }] : []),
            ]}
          />
        }
      >
        <FormText name={noteBox(position)} label="Chưa đạt ở chỗ nào" maxLength={500} />
      </Reveal>
    </div>
  )
}

/** What was only looked up is shown or not, and nothing of it is kept: the empty box says that this page counts. */
const Sheets = ({ component: { position, name, requirement } }: { component: Component }) =>
  requirement === 'PRESENTED' ? (
    <input type="hidden" name={countBox('originals', position)} value="" />
  ) : (
    <SheetBoxes position={position} name={name} />
  )

function Fees({ dossier: { feeLines, feesToDecide } }: { dossier: StaffDossier }) {
  return (
    <section aria-labelledby="phi">
      <h2 id="phi">Phí, lệ phí</h2>
      {feeLines.length === 0 && feesToDecide.length === 0 ? <p className="note">Thủ tục này không thu phí, lệ phí.</p> : null}
      {feeLines.length === 0 ? null : (
        <ul className="result-files">
          {feeLines.map(({ code, name, amount, quantity, payment }) => (
            <li key={code}>
              {name}: <b>{formatVnd(amount * quantity)}</b> <span className="note">{payment ? 'đã nộp' : 'chưa nộp'}</span>
            </li>
          ))}
        </ul>
      )}
      {feesToDecide.map(({ code, name, amount, quantity, condition }) => (
        <FormCheckbox
          key={code}
          name={feeBox(code)}
          label={`${name}: ${formatVnd(amount * quantity)}${quantity > 1 ? ` (${quantity} × ${formatVnd(amount)})` : ''}`}
          hint={`Đánh dấu nếu phải nộp: ${inSentence(condition)}. Không đánh dấu thì Giấy tiếp nhận ghi không phải nộp khoản này.`}
        />
      ))}
    </section>
  )
}
