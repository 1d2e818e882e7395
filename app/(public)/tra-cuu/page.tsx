import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main, Phone } from '@/components/layout/citizen-page'
import { Notice } from '@/components/ui/notice'
import { LOOK_UP_MINUTES } from '@/lib/dossiers/look-up-queries'
import { DossierCode } from '@/lib/dossiers/schema'
import { currentSite } from '@/lib/places/site'
import { openLookUpAction } from './actions'
import { LookUpFields } from './look-up-fields'

export const metadata: Metadata = { title: 'Tra cứu hồ sơ' }

type Asked = Promise<{ ma?: string | string[]; 'mo-lai'?: string | string[] }>

/** The form of the look-up. `?ma=` fills in the code, as the QR code on the receipt does; nothing else of the address is repeated. */
export default async function LookUpPage({ searchParams }: { searchParams: Asked }) {
  const asked = await searchParams
  const code = DossierCode.safeParse(asked.ma).data ?? ''
  const { phone } = await currentSite()
  return (
    <Main aside={<Help phone={phone} />} asideLabel="Trợ giúp tra cứu">
      <ActionForm action={openLookUpAction} start={{ values: { code }, errors: {}, message: null }}>
        <h1>Hồ sơ đang ở đâu?</h1>
        <p>Không cần đăng nhập. Nhập mã hồ sơ và 4 số cuối của điện thoại hoặc số định danh đã ghi khi nộp.</p>
        {code !== '' && asked['mo-lai'] !== undefined ? (
          <Notice>
            <p>
              <strong>Nhập 4 số cuối để xem hồ sơ này.</strong> Mỗi lần mở, trang xem hồ sơ dùng được trong {LOOK_UP_MINUTES} phút.
            </p>
          </Notice>
        ) : null}
        <LookUpFields />
        <div className="btns">
          <SubmitButton>Tra cứu hồ sơ</SubmitButton>
        </div>
      </ActionForm>
    </Main>
  )
}

function Help({ phone }: { phone: string }) {
  return (
    <>
      <section>
        <h2>Tìm mã hồ sơ ở đâu?</h2>
        <p>
          Góc trên của Giấy tiếp nhận hồ sơ, và trong thư báo đã gửi đến địa chỉ thư điện tử. Quét mã QR trên giấy thì mã được điền sẵn.
        </p>
      </section>
      <section>
        <h2>Không còn mã?</h2>
        <p>
          <a href="/ho-so">Đăng nhập vào Hồ sơ của tôi</a> để xem mọi hồ sơ đã nộp, hoặc gọi <Phone number={phone} />.
        </p>
      </section>
    </>
  )
}
