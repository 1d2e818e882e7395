import type { Metadata } from 'next'
import { nowhere, shown } from '@/app/shown'
import { Main } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PrintButton } from '@/components/ui/print-button'
import { requireActor } from '@/lib/identity/session'
import { blankFormOf, type BlankForm } from '@/lib/procedures/blank-forms'
import { readProcedure } from '@/lib/procedures/queries'

export const metadata: Metadata = { title: 'Tờ khai để in' }

/** The form of a procedure as a blank A4 sheet, to print and fill in by hand. */
export default async function BlankFormPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const procedure = await shown(await readProcedure(await requireActor(), { code }))
  const form = blankFormOf(procedure.code)
  if (form === null) return nowhere()
  return (
    <>
      <Breadcrumbs
        path={[
          { href: '/', label: 'Thủ tục' },
          { href: `/thu-tuc/${procedure.code}`, label: 'Trang của thủ tục' },
        ]}
      />
      <Main>
        <div className="no-print stack">
          <p>
            In tờ này, điền và ký bằng tay, rồi chụp lại để nộp trực tuyến hoặc mang đến quầy. Không có máy in thì xin mẫu ở quầy Một cửa,
            không mất tiền.
          </p>
          <PrintButton label="In tờ khai" />
        </div>
        <Blank form={form} />
      </Main>
    </>
  )
}

function Blank({ form: { name, number, source, addressee, sections, closing, signers } }: { form: BlankForm }) {
  return (
    <article className="a4 blank">
      {number === null ? null : <p className="blank-number">{number}</p>}
      <p className="blank-motto">
        <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
        <br />
        <strong>Độc lập - Tự do - Hạnh phúc</strong>
      </p>
      <h1>{name}</h1>
      <p>
        Kính gửi: {addressee === null ? null : <span className="note">({addressee})</span>}
        <Line />
      </p>
      {sections.map(({ title, fields }) => (
        <section key={title}>
          <h2>{title}</h2>
          {fields.map(({ label, hint, options, lines = 1 }, index) => (
            <div key={`${index} ${label}`} className={options || lines > 1 ? 'blank-box' : 'blank-box blank-box--line'}>
              <span>
                {label}:{hint === undefined ? null : <span className="note"> {hint}</span>}
              </span>
              {options ? (
                <span className="blank-options">
                  {options.map((option) => (
                    <span key={option}>☐ {option}</span>
                  ))}
                </span>
              ) : (
                Array.from({ length: lines }, (_, line) => <Line key={line} />)
              )}
            </div>
          ))}
        </section>
      ))}
      {closing === null ? null : <p>Tôi cam đoan: {closing}.</p>}
      <div className="blank-signers">
        {signers.map((signer) => (
          <p key={signer}>
            ……, ngày …… tháng …… năm ……
            <br />
            <strong>{signer}</strong>
            <br />
            (Ký, ghi rõ họ tên)
          </p>
        ))}
      </div>
      <footer>
        In từ trang Một Cửa theo các mục của mẫu ban hành kèm {source}. Nội dung đang được đối chiếu với bản in của Nhà nước; Một cửa nhận
        cả mẫu viết tay và mẫu phát tại quầy.
      </footer>
    </article>
  )
}

const Line = () => <span className="blank-line" aria-hidden="true" />
