import type { Metadata } from 'next'
import { readUploadRefusal } from '@/app/api/uploads/refusal-cookie'
import { REGISTER_REFUSAL } from '@/app/api/uploads/register'
import { shown } from '@/app/shown'
import { ErrorSummary } from '@/components/forms/error-summary'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Button, Buttons } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { type Column, Ledger } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { FILE_LIMIT } from '@/lib/documents/rules'
import { sizeInWords } from '@/lib/documents/words'
import { HOW, IMPORT_COLUMNS, IMPORT_HEADS, MOST_LINES } from '@/lib/dossiers/register/import-columns'
import { findImports } from '@/lib/dossiers/register/import-queries'
import { requireStaff } from '@/lib/identity/session'
import { formatNumber } from '@/lib/platform/money'
import { shortMoment } from '@/lib/text/dates'
import { ADMIN, importHref, IMPORTS, templateHref } from '../addresses'
import { outcomeWords, STATUS } from './words'

export const metadata: Metadata = { title: 'Nhập sổ cũ' }

const FILES: readonly Column[] = [
  { key: 'file', head: 'Tệp', className: 'person', rowHeader: true },
  { key: 'when', head: 'Tải lên', width: '22%' },
  { key: 'status', head: 'Hiện nay', width: '18%' },
  { key: 'outcome', head: 'Kết quả', width: '30%' },
]
const HEADS: readonly Column[] = [
  { key: 'head', head: 'Cột', width: '34%', className: 'person', rowHeader: true },
  { key: 'how', head: 'Cách ghi' },
]

/** A register of before, brought in from a spreadsheet: the template, the file, and the files sent before. */
export default async function ImportsPage() {
  const files = await findImports(await requireStaff(IMPORTS), {}).then(shown)
  const error = await readUploadRefusal(REGISTER_REFUSAL)
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      <ErrorSummary errors={error === null ? {} : { register: error }} message={null} />
      <QueueHead
        title="Nhập sổ cũ"
        summary="Tệp được kiểm tra từng dòng trước. Chỉ khi không còn chỗ sai và bấm Nhập, cả tệp mới vào sổ."
      />
      <div className="work stack">
        <p>
          <a href={templateHref('xlsx')}>Tải tệp mẫu XLSX</a> · <a href={templateHref('csv')}>Tải tệp mẫu CSV</a>
        </p>
        <SendFile error={error} />
      </div>
      {files.length === 0 ? null : (
        <section className="officers">
          <h2>Tệp đã tải lên</h2>
          <Ledger
            caption="Tệp sổ đã tải lên, mới nhất lên trước"
            look="risk"
            columns={FILES}
            rows={files.map((file) => ({
              key: file.id,
              cells: {
                file: <a href={importHref(file.id)}>{file.fileName}</a>,
                when: shortMoment(file.createdAt),
                status: <Tag family={STATUS[file.status].family}>{STATUS[file.status].label}</Tag>,
                outcome: outcomeWords(file),
              },
            }))}
          />
          <p className="note">Tệp chưa nhập được xóa sau 2 ngày.</p>
        </section>
      )}
      <section className="officers">
        <h2>Các cột</h2>
        <Ledger
          caption="Các cột của tệp mẫu và cách ghi"
          look="risk"
          columns={HEADS}
          rows={IMPORT_COLUMNS.map((column) => ({ key: column, cells: { head: IMPORT_HEADS[column], how: HOW[column] } }))}
        />
        <p className="note">
          Dòng đã có trong sổ (cùng lĩnh vực, năm, số, ngày nhận và tên) thì bỏ qua, nên tải lại cùng tệp không ghi trùng.
        </p>
      </section>
    </main>
  )
}

/** Posts the file by itself: a server action would hold it in memory. */
function SendFile({ error }: { error: string | null }) {
  return (
    <form
      action="/api/uploads?purpose=register"
      method="post"
      encType="multipart/form-data"
      className={error === null ? 'field' : 'field field--error'}
    >
      <label htmlFor="register">Tệp sổ</label>
      <span className="hint" id="register-hint">
        XLSX, hoặc CSV lưu dạng UTF-8; tối đa {sizeInWords(FILE_LIMIT)}, {formatNumber(MOST_LINES)} dòng.
      </span>
      <FieldError name="register" error={error} />
      <input
        type="file"
        id="register"
        name="register"
        className="import-file"
        accept=".xlsx,.csv"
        aria-describedby={error === null ? 'register-hint' : 'register-hint register-error'}
        aria-invalid={error === null ? undefined : true}
      />
      <Buttons>
        <Button>Kiểm tra tệp</Button>
      </Buttons>
    </form>
  )
}
