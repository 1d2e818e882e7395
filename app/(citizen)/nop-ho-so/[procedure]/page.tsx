import type { Metadata } from 'next'
import { cache } from 'react'
import { limitFromReceipt } from '@/app/(citizen)/limit-words'
import { OfficeHours } from '@/app/(public)/office-hours'
import { shown } from '@/app/shown'
import { Main, Phone } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Facts } from '@/components/ui/facts'
import { openState } from '@/lib/deadlines/opening'
import { readCalendar } from '@/lib/deadlines/queries'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { readProcedure } from '@/lib/procedures/queries'
import { ONLINE_FILING } from '@/lib/procedures/rules'
import type { Procedure } from '@/lib/procedures/store'
import { BEYOND_NETWORK, beyondNetwork, feeParts, feeTerm } from '@/lib/procedures/words'
import { STEPS } from '../steps'
import { PapersToPrepare } from './papers-to-prepare'
import { Start } from './start'

type Address = { params: Promise<{ procedure: string }> }

const procedureOf = cache(async (code: string) => shown(await readProcedure(await requireActor(), { code })))

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { name } = await procedureOf((await params).procedure)
  return { title: `Nộp hồ sơ: ${name}` }
}

export default async function StartPage({ params }: Address) {
  const { procedure: code } = await params
  const procedure = await procedureOf(code)
  const isOnline = ONLINE_FILING[procedure.onlineLevel]
  return (
    <Main>
      <BackLink href={`/thu-tuc/${code}`}>Về trang thủ tục</BackLink>
      <p className="kicker">{isOnline ? `Nộp hồ sơ trực tuyến · Bước 1 trên ${STEPS.length}` : 'Chỉ làm tại quầy'}</p>
      <h1>{procedure.name}</h1>
      {isOnline ? <Online procedure={procedure} /> : <AtTheCounter procedure={procedure} />}
    </Main>
  )
}

function Online({ procedure }: { procedure: Procedure }) {
  const fee = feeParts(procedure.feeSentence)
  const beyond = beyondNetwork(procedure)
  return (
    <>
      <Facts
        facts={[
          { term: 'Thời hạn', value: limitFromReceipt(procedure.limit) },
          { term: feeTerm(procedure.fees), value: fee.amount, ...(fee.note === null ? {} : { note: fee.note }) },
          { term: 'Kết quả', value: procedure.result },
          ...(beyond === null ? [] : [{ term: BEYOND_NETWORK, value: beyond }]),
        ]}
      />
      <h2>Chuẩn bị sẵn</h2>
      <PapersToPrepare components={procedure.components} procedure={procedure.code} online />
      <p className="note">Sau mỗi bước, nội dung được lưu thành bản nháp; Ông/Bà có thể dừng và làm tiếp trên máy khác.</p>
      <Start code={procedure.code} />
    </>
  )
}

async function AtTheCounter({ procedure }: { procedure: Procedure }) {
  const site = await currentSite()
  const { calendar, now } = await shown(await readCalendar(await requireActor(), {}))
  return (
    <>
      <p className="lead">Thủ tục này không nộp qua mạng được. Ông/Bà mang giấy tờ đến quầy.</p>
      <h2>Mang theo</h2>
      {procedure.bring === null ? null : <p>{procedure.bring}</p>}
      <PapersToPrepare components={procedure.components} procedure={procedure.code} online={false} />
      <h2>Nơi đến</h2>
      <p>
        Trung tâm Phục vụ hành chính công {site.name}, {site.address}. Điện thoại <Phone number={site.phone} />.
      </p>
      <OfficeHours state={openState(now, calendar)} calendar={calendar} now={now} online={false} />
    </>
  )
}
