import { Facts } from '@/components/ui/facts'
import { QrCode } from '@/components/ui/qr-code'
import { ONLINE_FILING } from '@/lib/procedures/rules'
import type { readProcedure } from '@/lib/procedures/queries'
import { whoHandles } from '@/lib/procedures/words'
import type { Site } from '@/lib/places/store'
import type { LocalDate } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import { PapersNeeded } from './[code]/papers-needed'
import { procedureFacts } from './procedure-facts'

type Printed = Extract<Awaited<ReturnType<typeof readProcedure>>, { ok: true }>['value']

/**
 * One procedure on one A4 sheet, for the posting board and to take home: everything that Nghị định 118/2025/NĐ-CP wants published, and a QR
 * code to the page. `address` is the page's; `level` is 2 where the sheet is one of several.
 */
export function Sheet(props: { procedure: Printed; site: Site; address: string; today: LocalDate; level: 1 | 2 }) {
  const { procedure, site, address, today, level } = props
  const { code, name, lead, field, onlineLevel, bring, legalBasis, validFrom, verified, department, interAgency, components } = procedure
  const Title = level === 1 ? 'h1' : 'h2'
  const Part = level === 1 ? 'h2' : 'h3'
  return (
    <article className="a4">
      <header>
        <div>
          <p className="a4-office">Trung tâm Phục vụ hành chính công {site.name}</p>
          <Title id={code}>{name}</Title>
          <p>{lead}</p>
        </div>
        <figure>
          <QrCode address={address} label={`Mã QR dẫn đến trang của thủ tục ${code}`} />
          <figcaption>{ONLINE_FILING[onlineLevel] ? 'Quét để đọc và nộp trực tuyến' : 'Quét để đọc trên điện thoại'}</figcaption>
        </figure>
      </header>
      <Facts facts={procedureFacts(procedure)} />
      {onlineLevel === 'COUNTER' && bring !== null ? (
        <>
          <Part>Đến quầy thì mang gì?</Part>
          <p>{bring}</p>
        </>
      ) : null}
      <Part>Giấy tờ cần có</Part>
      <PapersNeeded components={components} />
      <Part>Ai giải quyết</Part>
      <p>{whoHandles({ commune: site.name, department, interAgency })}</p>
      <Part>Căn cứ pháp lý</Part>
      <ul className="law">
        {legalBasis.map(({ number, title }) => (
          <li key={number}>{title}</li>
        ))}
      </ul>
      <footer>
        Mã thủ tục <span className="num">{code}</span>, lĩnh vực {field.name}. Bản áp dụng từ {dateWords(validFrom)}, in ngày{' '}
        {dateWords(today)} từ {address.replace(/^https?:\/\//, '')}.
        {verified ? '' : ' Nội dung đang được đối chiếu với quyết định công bố của tỉnh.'} Hỏi thêm:{' '}
        <span className="num">{site.phone}</span>.
      </footer>
    </article>
  )
}
