import type { Metadata } from 'next'
import { titleWith } from '@/app/refused-request'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { Main } from '@/components/layout/citizen-page'
import { Facts } from '@/components/ui/facts'
import { requireActor } from '@/lib/identity/session'
import { localDateOfColumn } from '@/lib/platform/local-date'
import { listProvinces, listWards } from '@/lib/places/queries'
import { currentSite } from '@/lib/places/site'
import { dateWords } from '@/lib/text/dates'
import { saveApplicantAction } from '../../../actions'
import { DraftForm, StepEnd, StepHead } from '../../../step-head'
import { stepHref } from '../../../steps'
import { TypedBefore, typedBefore } from '../../../typed-away'
import { type DraftAddress, openDraft, type OpenDraft } from '../open-draft'
import { ContactFields, KnownContact } from './contact'
import { FiledBy } from './filed-by'

type Address = DraftAddress & { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the page says is wrong when it comes again with the wards of another province: that one of them is to be chosen, and all else. */
async function errorsOf(address: Address, { missing }: OpenDraft): Promise<Record<string, string>> {
  if ((await address.searchParams).loi !== 'xa') return {}
  const lacking = missing.flatMap(({ part, field, sentence }) => (part === 'applicant' ? [[field, sentence] as const] : []))
  // Chosen since then: the address still says that it was missing.
  if (!lacking.some(([field]) => field === 'wardCode')) return {}
  return { ...Object.fromEntries(lacking), wardCode: 'Đã đổi tỉnh, thành phố: chọn xã, phường, đặc khu trong danh sách mới' }
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const errors = await errorsOf(address, await openDraft(address, 'nguoi-nop'))
  return { title: await titleWith('Người nộp hồ sơ', Object.keys(errors).length > 0) }
}

export default async function ApplicantPage(address: Address) {
  const draft = await openDraft(address, 'nguoi-nop')
  const { account, data, place, procedure } = draft
  const [errors, before, home] = await Promise.all([errorsOf(address, draft), typedBefore(draft, 'applicant'), homeProvince()])
  const values = before ?? valuesOf(draft, home)
  const asksContact =
    !account.hasContact || data.contact !== null || before?.wardsOf !== undefined || (await address.searchParams)['lien-he'] === 'sua'
  return (
    <Main>
      {/* The key makes the form anew whenever the draft was kept, so that the wards and the boxes are those of this page. */}
      <ActionForm key={draft.savedAt.getTime()} action={saveApplicantAction} start={{ values, errors, message: null }}>
        <StepHead place={place} path="nguoi-nop" procedure={procedure.shortName} />
        <DraftForm place={place} seen={draft.marks.applicant} />
        {before === null ? null : <TypedBefore />}
        <Facts
          facts={[
            { term: 'Họ và tên', value: account.fullName },
            { term: 'Số định danh', value: <span className="figures">{account.maskedNumber}</span> },
            ...(account.birthDate ? [{ term: 'Ngày sinh', value: dateWords(localDateOfColumn(account.birthDate)) }] : []),
          ]}
        />
        <p className="note">Lấy từ VNeID. Có chỗ sai thì sửa ở VNeID hoặc Công an xã.</p>
        <h2>Liên hệ</h2>
        {asksContact ? (
          <Contact provinceCode={values.provinceCode ?? ''} />
        ) : (
          <KnownContact account={account} changeHref={`${stepHref(place, 'nguoi-nop')}?lien-he=sua`} />
        )}
        <h2>Nộp cho ai</h2>
        <FiledBy />
        <StepEnd />
      </ActionForm>
    </Main>
  )
}

/** Most who file here live in the commune's own province, so its wards are the first list. */
const homeProvince = async (): Promise<string> => (await currentSite()).provinceCode ?? ''

async function Contact({ provinceCode }: { provinceCode: string }) {
  const actor = await requireActor()
  const provinces = await shown(await listProvinces(actor, {}))
  const wards = provinceCode === '' ? [] : await shown(await listWards(actor, { provinceCode }))
  return <ContactFields provinces={provinces} wards={wards} wardsOf={provinceCode} />
}

/** What stands in the boxes: what was typed, else what the account knows. */
function valuesOf({ data, account }: OpenDraft, home: string): Record<string, string> {
  const { contact, principal, filedBy } = data
  const typed = contact ?? {
    phone: account.phone ?? '',
    email: account.email ?? '',
    provinceCode: account.provinceCode ?? '',
    wardCode: account.wardCode ?? '',
    addressDetail: account.addressDetail ?? '',
  }
  const forOther = Object.entries(principal ?? {}).map(([name, value]) => [`principal.${name}`, value])
  return {
    ...typed,
    provinceCode: typed.provinceCode === '' ? home : typed.provinceCode,
    ...(filedBy === null ? {} : { filedBy }),
    ...Object.fromEntries(forOther),
  }
}
