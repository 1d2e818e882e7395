import type { Metadata } from 'next'
import { limitFromReceipt } from '@/app/(citizen)/limit-words'
import { openMyDossier } from '@/app/(citizen)/open-my-dossier'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { type Stop, Timeline } from '@/components/dossiers/timeline'
import { Main, Phone } from '@/components/layout/citizen-page'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { Panel } from '@/components/ui/notice'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { RETURN_WORDS } from '@/lib/dossiers/words'
import { toIsoLocal } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { totalDue } from '@/lib/procedures/rules'
import { BEYOND_NETWORK, beyondNetwork, feeTerm, possibleFeesWords } from '@/lib/procedures/words'
import { momentWords } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'

type Address = { params: Promise<{ procedure: string; code: string }> }

export const metadata: Metadata = { title: 'Đã gửi hồ sơ' }

export default async function FiledPage({ params }: Address) {
  const { code } = await params
  const dossier = await openMyDossier(code)
  const { commune, applicant, procedureVersion } = dossier
  const href = `/ho-so/${dossier.code}`
  return (
    <Main>
      <h1>Đã gửi hồ sơ</h1>
      <Panel>
        <p>Mã hồ sơ</p>
        <p className="code-big">
          <DossierCode code={dossier.code} />
        </p>
        <p className="note">
          Gửi lúc <time dateTime={toIsoLocal(dossier.submittedAt)}>{momentWords(dossier.submittedAt)}</time>. Giữ mã này để tra cứu.
          {applicant?.email ? ` Mã cũng được gửi đến ${applicant.email}.` : ''}
        </p>
      </Panel>
      <p>
        <strong>{procedureVersion.name}</strong>
        {applicant === null ? null : (
          <>
            <br />
            Người nộp: {applicant.fullName}
            {applicant.principal === null ? '' : `, nộp thay cho ${applicant.principal.fullName}`}
          </>
        )}
      </p>

      <h2>Việc tiếp theo</h2>
      <Timeline stops={stopsOf(dossier)} />
      <Buttons>
        <ButtonLink href={href}>Xem hồ sơ này</ButtonLink>
        <a href="/">Về trang Thủ tục</a>
      </Buttons>
      <p className="note">
        Muốn rút hồ sơ thì mở Xem hồ sơ này, hoặc gọi Trung tâm <Phone number={commune.phone} />.
      </p>
    </Main>
  )
}

/** What comes, for a dossier just sent; whoever comes back later finds the true standing behind "Xem hồ sơ này". */
function stopsOf({ followed, feeLines, possibleFees, procedureVersion, returnMethod, stage, applicant, commune }: MyDossier): Stop[] {
  const { promise } = followed
  const total = totalDue(feeLines)
  const beyond = beyondNetwork(procedureVersion)
  const possible = possibleFeesWords(possibleFees)
  const limit = limitFromReceipt({ value: procedureVersion.limitValue, unit: procedureVersion.limitUnit })
  const answer =
    promise?.kind === 'answer' ? (
      <>
        Trả lời chậm nhất <time dateTime={promise.by.iso}>{promise.by.text}</time>, tức 8 giờ làm việc.
        {promise.isMoved ? ` Hồ sơ gửi ngoài giờ được tính từ ${promise.countedFrom.text}.` : ''}
      </>
    ) : undefined
  return [
    {
      standing: stage === 'submitted' ? 'here' : 'past',
      what: 'Cán bộ Một cửa kiểm tra giấy tờ',
      ...(answer === undefined ? {} : { note: answer }),
    },
    {
      standing: stage === 'submitted' ? 'next' : 'past',
      what: 'Ông/Bà nhận Giấy tiếp nhận và ngày hẹn trả',
      note: `${applicant?.email ? 'Qua thư điện tử và trong' : 'Trong'} Hồ sơ của tôi. Nếu thiếu giấy tờ, cán bộ báo một lần cho đủ.`,
    },
    ...(beyond === null ? [] : [{ standing: 'next' as const, what: BEYOND_NETWORK, note: beyond }]),
    ...(total > 0
      ? [
          {
            standing: 'next' as const,
            what: `Trả ${feeTerm(feeLines).toLocaleLowerCase('vi')} ${formatVnd(total)} tại quầy Một cửa`,
            note: [`Sau khi hồ sơ được tiếp nhận, tại ${commune.address}. Chưa nộp được qua mạng.`, possible].filter(Boolean).join(' '),
          },
        ]
      : possible === null
        ? []
        : [{ standing: 'next' as const, what: 'Phí, lệ phí, nếu có', note: possible }]),
    {
      standing: 'next',
      what: `Nhận ${inSentence(procedureVersion.result)}`,
      note: `${limit}, ${inSentence(RETURN_WORDS[returnMethod])}.`,
    },
  ]
}
