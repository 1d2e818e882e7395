import type { Metadata } from 'next'
import { cache } from 'react'
import { Main, Phone } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { type Actor, filingCitizen } from '@/lib/access/policy'
import { openState } from '@/lib/deadlines/opening'
import { readCalendar } from '@/lib/deadlines/queries'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import type { Site } from '@/lib/places/store'
import { readProcedure } from '@/lib/procedures/queries'
import { countsFromReceipt, ONLINE_FILING } from '@/lib/procedures/rules'
import type { Procedure } from '@/lib/procedures/store'
import { whoHandles } from '@/lib/procedures/words'
import { dateWords } from '@/lib/text/dates'
import { sentenceOf } from '@/lib/text/refusals'
import { shown } from '../../../shown'
import { OfficeHours, OpenLine } from '../../office-hours'
import { procedureFacts } from '../procedure-facts'
import { fieldAddress, sheetAddress } from '../addresses'
import { FilingToday, NoDateYet } from './filing-today'
import { PapersNeeded } from './papers-needed'

type Address = { params: Promise<{ code: string }> }

/** Title and page read the same procedure; one request reads it once. */
const procedureOf = cache(async (code: string) => shown(await readProcedure(await requireActor(), { code })))

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { name, lead } = await procedureOf((await params).code)
  return { title: name, description: lead }
}

export default async function ProcedurePage({ params }: Address) {
  const { code } = await params
  const actor = await requireActor()
  const [procedure, { calendar, now }, site] = await Promise.all([procedureOf(code), readCalendar(actor, {}).then(shown), currentSite()])
  const state = openState(now, calendar)
  const isOnline = ONLINE_FILING[procedure.onlineLevel]
  const commune = site.name
  return (
    <>
      <Breadcrumbs
        path={[
          { href: '/', label: 'Thủ tục' },
          { href: fieldAddress(procedure.field.code), label: procedure.field.name },
        ]}
      />
      <Main
        asideLabel={isOnline ? 'Cách khác để làm thủ tục này' : 'Thông tin của Trung tâm'}
        aside={
          <>
            {isOnline ? (
              <section>
                <h2>Không dùng được mạng?</h2>
                <p>Mang giấy tờ đến quầy, cán bộ nhập giúp. Không phải photo giấy tờ tùy thân.</p>
                <OpenLine state={state} />
              </section>
            ) : (
              <section>
                <h2>Giờ làm việc</h2>
                <OfficeHours state={state} calendar={calendar} now={now} online={false} />
              </section>
            )}
            <Help site={site} />
          </>
        }
      >
        <h1>{procedure.name}</h1>
        <p className="lead">{procedure.lead}</p>
        <p className="print-only">Có bản in gọn trong một tờ A4: mở {sheetAddress(code)}.</p>
        <Facts facts={procedureFacts(procedure)} />
        {procedure.verified ? null : (
          <p className="note">Nội dung đang được đối chiếu với quyết định công bố của tỉnh; cần chắc chắn thì hỏi Trung tâm.</p>
        )}
        {isOnline ? <FileOnline code={code} actor={actor} /> : <AtTheCounter site={site} bring={procedure.bring} />}

        {countsFromReceipt(procedure) ? (
          <FilingToday limit={procedure.limit} now={now} calendar={calendar} online={isOnline} />
        ) : (
          <NoDateYet limit={procedure.limit} />
        )}

        <h2 id="giay-to">Giấy tờ cần có</h2>
        <PapersNeeded components={procedure.components} procedure={code} />

        <h2>Ai giải quyết</h2>
        <p>{whoHandles({ commune, department: procedure.department, interAgency: procedure.interAgency })}</p>

        <h2>Căn cứ pháp lý</h2>
        <ul className="law">
          {procedure.legalBasis.map(({ number, title }) => (
            <li key={number}>{title}</li>
          ))}
        </ul>
        <Version procedure={procedure} />
        <p className="no-print">
          <a className="tap" href={sheetAddress(code)}>
            Bản in một tờ A4
          </a>
        </p>
      </Main>
    </>
  )
}

function FileOnline({ code, actor }: { code: string; actor: Actor }) {
  if (filingCitizen(actor) === 'identity_level_too_low')
    return (
      <Notice tone="soon">
        <p>
          <strong>Tài khoản của Ông/Bà đang ở mức 1 nên chưa nộp trực tuyến được.</strong>{' '}
          {sentenceOf({ code: 'identity_level_too_low', detail: {} })} <a href={`/nop-ho-so/${code}`}>Xem giấy tờ cần chuẩn bị</a>
        </p>
      </Notice>
    )
  return (
    <div className="cta">
      <Buttons>
        <ButtonLink href={`/nop-ho-so/${code}`}>Nộp hồ sơ trực tuyến</ButtonLink>
        <span className="note">Cần tài khoản VNeID mức 2.</span>
      </Buttons>
    </div>
  )
}

function AtTheCounter({ site, bring }: { site: Site; bring: string | null }) {
  return (
    <>
      <h2>Đến quầy thì mang gì?</h2>
      {bring === null ? null : <p>{bring}</p>}
      <p>
        Trung tâm Phục vụ hành chính công {site.name}, {site.address}.
      </p>
    </>
  )
}

function Help({ site }: { site: Site }) {
  return (
    <>
      <section>
        <h2>Nhờ người khác đi thay</h2>
        <p>Hồ sơ vẫn đứng tên người nhờ. Người đi thay mang theo văn bản ủy quyền.</p>
      </section>
      <section>
        <h2>Cần hỏi thêm</h2>
        <p>
          Gọi <Phone number={site.phone} />
        </p>
      </section>
    </>
  )
}

function Version({ procedure: { code, field, validFrom, validTo } }: { procedure: Procedure }) {
  return (
    <p className="note">
      Mã thủ tục <span className="num">{code}</span>, lĩnh vực {field.name}. Bản áp dụng từ{' '}
      <time dateTime={validFrom}>{dateWords(validFrom)}</time>
      {validTo === null ? null : (
        <>
          {' '}
          đến hết <time dateTime={validTo}>{dateWords(validTo)}</time>
        </>
      )}
      .
    </p>
  )
}
