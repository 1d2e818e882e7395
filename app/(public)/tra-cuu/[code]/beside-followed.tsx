import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { Phone } from '@/components/layout/citizen-page'
import { LOOK_UP_MINUTES } from '@/lib/dossiers/look-up-queries'
import { EMPTY_FORM } from '@/lib/platform/form'
import { openLookUpAction } from '../actions'
import { LookUpFields } from '../look-up-fields'

/** Beside a followed dossier: another look-up, why there are no names, whom to call. `phone` is that of the commune whose dossier it is. */
export function BesideFollowed({ code, phone }: { code: string; phone: string }) {
  return (
    <>
      <section>
        <h2>Tra cứu hồ sơ khác</h2>
        <ActionForm action={openLookUpAction} start={EMPTY_FORM}>
          <LookUpFields />
          <div className="field">
            <SubmitButton look="plain">Tra cứu hồ sơ</SubmitButton>
          </div>
        </ActionForm>
      </section>
      <section>
        <h2>Vì sao không thấy họ tên?</h2>
        <p>
          Trang này không hiện họ tên và giấy tờ. <a href={`/ho-so/${code}`}>Đăng nhập</a> để xem đầy đủ. Sau {LOOK_UP_MINUTES} phút, cần
          nhập lại 4 số.
        </p>
      </section>
      <section>
        <h2>Cần hỏi về hồ sơ này</h2>
        <p>
          Gọi <Phone number={phone} />, đọc mã hồ sơ.
        </p>
      </section>
    </>
  )
}
