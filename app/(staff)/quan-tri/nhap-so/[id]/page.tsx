import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Ledger } from '@/components/ui/table'
import { faultInWords } from '@/lib/dossiers/register/import-faults'
import { readImport } from '@/lib/dossiers/register/import-queries'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { formatNumber } from '@/lib/platform/money'
import { importHref, IMPORTS } from '../../addresses'
import { importRegisterAction } from '../actions'
import { outcomeWords } from '../words'
import { KeepLooking } from './keep-looking'

export const metadata: Metadata = { title: 'Kiểm tra tệp sổ' }

type File = Extract<Awaited<ReturnType<typeof readImport>>, { ok: true }>['value']

const COLUMNS: readonly Column[] = [
  { key: 'line', head: 'Dòng', width: '5rem', className: 'when' },
  { key: 'column', head: 'Cột', width: '14rem', className: 'person', rowHeader: true },
  { key: 'sentence', head: 'Chỗ sai và cách sửa' },
]

/** One file: being looked through, its faults by line and column, ready to be taken in, being taken in, or done. */
export default async function ImportPage(props: { params: Promise<{ id: string }>; searchParams: Promise<{ sau?: string | string[] }> }) {
  const [{ id }, { sau }] = await Promise.all([props.params, props.searchParams])
  const file = await readImport(await requireStaff(importHref(id)), { id, after: sau }).then(shown)
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={IMPORTS}>Về Nhập sổ cũ</BackLink>
      <QueueHead title={file.fileName} summary={outcomeWords(file)} />
      <Standing file={file} isLaterPage={sau !== undefined} />
    </main>
  )
}

function Standing({ file, isLaterPage }: { file: File; isLaterPage: boolean }) {
  switch (file.status) {
    case 'CHECKING':
      return <AtWork file={file} doing="Đang kiểm tra từng dòng của tệp." />
    case 'IMPORTING':
      return <AtWork file={file} doing={`Đang nhập: ${formatNumber(file.progress)} trên ${formatNumber(file.added)} hồ sơ.`} />
    case 'FAULTY':
      return <Faults file={file} isLaterPage={isLaterPage} />
    case 'READY':
      return <Ready file={file} />
    case 'DONE':
      return (
        <Notice live>
          <p>Đã nhập xong. Hồ sơ nằm trong Sổ theo dõi của từng lĩnh vực; hồ sơ chưa có kết quả đang chờ ở phòng chủ trì.</p>
        </Notice>
      )
  }
}

function AtWork({ file, doing }: { file: File; doing: string }) {
  return (
    <div className="work stack" role="status">
      <p id="tien-do">{doing}</p>
      <progress
        aria-labelledby="tien-do"
        className="import-progress"
        {...(file.status === 'IMPORTING' ? { value: file.progress, max: Math.max(1, file.added) } : {})}
      />
      <p className="note">
        Trang tự cập nhật; không thì <a href={importHref(file.id)}>xem lại</a>. Rời trang này, việc vẫn chạy tiếp.
      </p>
      <KeepLooking />
    </div>
  )
}

function Faults({ file, isLaterPage }: { file: File; isLaterPage: boolean }) {
  return (
    <>
      <Notice tone="soon">
        <p>
          Chưa có gì vào sổ. Sửa các chỗ dưới đây trong tệp rồi <a href={IMPORTS}>tải lên lại</a>.
        </p>
      </Notice>
      <Ledger
        caption="Chỗ sai theo dòng và cột"
        look="register"
        columns={COLUMNS}
        rows={file.found.map(({ number, ...fault }) => {
          const { line, column, sentence } = faultInWords(fault)
          return {
            key: String(number),
            cells: {
              line:
                fault.line === 0 ? (
                  line
                ) : (
                  <>
                    <span className="vh-wide">Dòng </span>
                    {line}
                  </>
                ),
              column,
              sentence,
            },
          }
        })}
      />
      <Pagination
        summary={
          file.next === null
            ? `Hết danh sách: ${formatNumber(file.faults)} chỗ sai`
            : `${file.found.length} chỗ sai trong ${formatNumber(file.faults)}`
        }
        first={isLaterPage ? importHref(file.id) : null}
        next={file.next === null ? null : importHref(file.id, file.next)}
      />
    </>
  )
}

function Ready({ file }: { file: File }) {
  if (file.added === 0)
    return (
      <Notice>
        <p>Mọi dòng của tệp đã có trong sổ. Không có gì phải nhập.</p>
      </Notice>
    )
  return (
    <div className="work">
      <ActionForm action={importRegisterAction} start={EMPTY_FORM}>
        <p>
          Không có chỗ sai. Nhập là ghi cả {formatNumber(file.added)} hồ sơ vào sổ và vào số liệu của các năm đó; không ghi được thì không
          ghi hồ sơ nào. Đã ghi thì không xóa được.
        </p>
        <RequestId id={newId()} />
        <input type="hidden" name="id" value={file.id} />
        <Buttons>
          <SubmitButton>{`Nhập ${formatNumber(file.added)} hồ sơ vào sổ`}</SubmitButton>
          <a href={IMPORTS}>Chưa nhập</a>
        </Buttons>
      </ActionForm>
    </div>
  )
}
