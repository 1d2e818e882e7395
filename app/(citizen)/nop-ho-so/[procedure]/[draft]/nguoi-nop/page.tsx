import type { Metadata } from 'next'
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
import { type DraftAddress, openDraft, type OpenDraft } from '../open-draft'
import { ContactFields, KnownContact } from './contact'
import { FiledBy } from './filed-by'

export const metadata: Metadata = { title: 'Người nộp hồ sơ' }

type Address = DraftAddress & { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ApplicantPage(address: Address) {
  const draft = await openDraft(address)
  const { account, data, place, procedure } = draft
  const asksContact = !account.hasContact || data.contact !== null || (await address.searchParams)['lien-he'] === 'sua'
  return (
    <Main>
      <ActionForm action={saveApplicantAction} start={{ values: valuesOf(draft, await homeProvince()), errors: {}, message: null }}>
        <StepHead place={place} path="nguoi-nop" procedure={procedure.shortName} />
        <DraftForm place={place} />
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
          <Contact draft={draft} />
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

async function Contact({ draft }: { draft: OpenDraft }) {
  const actor = await requireActor()
  const provinceCode = valuesOf(draft, await homeProvince()).provinceCode ?? ''
  const provinces = shown(await listProvinces(actor, {}))
  const wards = provinceCode === '' ? [] : shown(await listWards(actor, { provinceCode }))
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
