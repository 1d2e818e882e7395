import { Section } from '@/components/dossiers/dossier-page'
import { DenseFacts, type Fact } from '@/components/ui/facts'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { endedWithoutResult } from '@/lib/dossiers/unpaid'
import { channelWords, RETURN_WORDS } from '@/lib/dossiers/words'
import { phoneWords } from '@/lib/people/rules'
import { localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { feeTerm, possibleFeeWords } from '@/lib/procedures/words'
import { dateWords, dayMonth } from '@/lib/text/dates'
import { unpaidHref } from '../../addresses'
import { revealAction } from '../actions'
import { PersonalNumber } from './personal-number'

/** The first column: who asks, and for what. */
export function Who({ dossier }: { dossier: StaffDossier }) {
  const { applicant } = dossier
  return (
    <>
      <Section id="nguoi-yeu-cau" title="Người yêu cầu">
        {applicant === null ? (
          <p className="note">Thông tin cá nhân đã được xóa theo yêu cầu của người đó.</p>
        ) : (
          <DenseFacts facts={personFacts(dossier.code, applicant)} />
        )}
      </Section>
      {applicant?.principal ? (
        <Section id="uy-quyen" title="Người ủy quyền">
          <DenseFacts facts={principalFacts(applicant.principal)} />
        </Section>
      ) : null}
      <Section id="yeu-cau" title="Yêu cầu">
        <DenseFacts facts={requestFacts(dossier)} />
      </Section>
    </>
  )
}

type Applicant = NonNullable<StaffDossier['applicant']>

function personFacts(code: string, applicant: Applicant): Fact[] {
  const { fullName, maskedNumber, birthDate, phone, email, address } = applicant
  return [
    { term: 'Họ và tên', value: fullName },
    { term: 'Số định danh', value: <PersonalNumber code={code} masked={maskedNumber} action={revealAction} /> },
    ...(birthDate ? [{ term: 'Ngày sinh', value: <span className="figures">{dateWords(localDateOfColumn(birthDate))}</span> }] : []),
    { term: 'Điện thoại', value: <Phone number={phone} /> },
    ...(email === null ? [] : [{ term: 'Thư điện tử', value: <span className="long">{email}</span> }]),
    { term: 'Nơi ở hiện nay', value: address },
  ]
}

function principalFacts({ fullName, personalNumber, phone, email, address, document }: NonNullable<Applicant['principal']>): Fact[] {
  return [
    { term: 'Họ và tên', value: fullName },
    { term: 'Số định danh', value: <span className="figures">{personalNumber}</span> },
    { term: 'Điện thoại', value: <Phone number={phone} /> },
    ...(email ? [{ term: 'Thư điện tử', value: <span className="long">{email}</span> }] : []),
    { term: 'Nơi ở', value: address },
    { term: 'Văn bản ủy quyền', value: document },
  ]
}

function Phone({ number }: { number: string }) {
  return (
    <a className="figures" href={`tel:${number}`}>
      {phoneWords(number)}
    </a>
  )
}

function requestFacts(dossier: StaffDossier): Fact[] {
  const { said, returnMethod, applicant, channel, commune, receivingCommune } = dossier
  return [
    ...said.map(({ label, value }) => ({ term: label, value })),
    {
      term: 'Nhận kết quả',
      value:
        receivingCommune && returnMethod === 'COUNTER' ? `${RETURN_WORDS.COUNTER} ${receivingCommune.name}` : RETURN_WORDS[returnMethod],
      ...(returnMethod === 'POST' && applicant?.returnAddress ? { note: applicant.returnAddress } : {}),
    },
    { term: feeTerm(dossier.feeLines), value: <Fees dossier={dossier} /> },
    ...dossier.cancelledFees.map(({ name, amount, quantity, cancelledAt }) => ({
      term: 'Khoản đã hủy',
      value: `${name} ${formatVnd(amount * quantity)}, rút yêu cầu${cancelledAt ? ` ${dayMonth(localDateOf(cancelledAt))}` : ''}`,
    })),
    { term: 'Kênh nộp', value: channelWords(channel) },
    ...(receivingCommune
      ? [
          { term: 'Nơi nhận hồ sơ', value: `${receivingCommune.centreName}, ${receivingCommune.name}` },
          { term: 'Cơ quan giải quyết', value: `UBND ${commune.name}`, note: dossier.department.name },
        ]
      : []),
  ]
}

const PAID = { ONLINE: 'đã trả trực tuyến', CASH: 'đã nộp tại quầy', TRANSFER: 'đã chuyển khoản' } as const

function Fees({ dossier }: { dossier: StaffDossier }) {
  const { code, feeLines: lines, feesToDecide, receivedAt, refund, stage } = dossier
  if (lines.length === 0 && feesToDecide.length === 0) return receivedAt ? 'Không phải nộp' : 'Không thu'
  // Whoever was refused or has withdrawn owes nothing any more; what was paid is told with the refund.
  const hasEnded = endedWithoutResult(stage)
  if (hasEnded && lines.every(({ payment }) => payment === null)) return 'Không phải nộp'
  const unpaid = hasEnded ? ', không phải nộp' : ', chưa nộp'
  const decided = lines.map(({ code, name, amount, quantity, payment }) => (
    <span key={code} className="paper-file">
      {formatVnd(amount * quantity)}
      {payment ? `, ${PAID[payment.method]}${payment.paidAt ? ` ${dayMonth(localDateOf(payment.paidAt))}` : ''}` : unpaid}
      {lines.length > 1 || quantity > 1 ? (
        <span className="quiet">
          {name}
          {quantity > 1 ? `, ${quantity} × ${formatVnd(amount)}` : ''}
        </span>
      ) : null}
    </span>
  ))
  return (
    <>
      {decided}
      {dossier.owed > 0 && dossier.mayRecordPayment ? <a href={unpaidHref(code)}>Ghi đã thu</a> : null}
      {refund === null ? null : (
        <span className="paper-file">
          {refund.doneAt === null
            ? `phải hoàn lại ${formatVnd(refund.amount)}`
            : `đã hoàn lại ${formatVnd(refund.amount)} ${dayMonth(localDateOf(refund.doneAt))}`}
        </span>
      )}
      {feesToDecide.map((fee) => (
        <span key={fee.code} className="paper-file">
          {possibleFeeWords(fee)}
          <span className="quiet">xác định khi tiếp nhận</span>
        </span>
      ))}
    </>
  )
}
