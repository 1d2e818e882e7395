import { IMPORTS, importHref } from '@/app/(staff)/quan-tri/addresses'
import { seeOther } from '@/app/see-other'
import { ERRORS_ID } from '@/components/forms/errors-id'
import type { Actor } from '@/lib/access/policy'
import { inspectSheet, type SheetRefusal } from '@/lib/documents/read-sheet'
import { discardFiles, receiveUpload } from '@/lib/documents/receive-upload'
import { storageKey } from '@/lib/documents/rules'
import { fileStorage } from '@/lib/documents/storage'
import { forStaff, refusalInWords, UPLOAD_FAILURES } from '@/lib/documents/words'
import { addRegisterFile } from '@/lib/dossiers/register/import-commands'
import { readImportRoom } from '@/lib/dossiers/register/import-queries'
import { signInAddress } from '@/lib/identity/rules'
import { newId } from '@/lib/platform/clock'
import { sentenceOf } from '@/lib/text/refusals'
import { dropArrivals } from './arrivals'
import { noRefusalCookie, refusalCookie } from './refusal-cookie'

const REFUSALS: Record<SheetRefusal, string> = {
  old_office: 'Tệp này là Excel kiểu cũ (XLS). Mở tệp, lưu lại dạng XLSX rồi tải lên lại.',
  password: 'Tệp này có mật khẩu nên không mở được. Bỏ mật khẩu rồi tải lên lại.',
  unsafe: 'Tệp này có chứa nội dung tự chạy nên không nhận. Lưu lại dạng XLSX không có macro rồi tải lên lại.',
  other: 'Tệp này không phải bảng tính. Chỉ nhận XLSX, hoặc CSV lưu dạng UTF-8.',
}

/** Under which the page that a file was sent from finds why it was not taken. */
export const REGISTER_REFUSAL = 'register'

/**
 * A register of before: `POST /api/uploads?purpose=register` with one spreadsheet. Leads to the page of that file, where the worker says what it has
 * found; or back, with the reason why it was not taken.
 */
export async function receiveRegister(request: Request, actor: Actor): Promise<Response> {
  const refuse = (sentence: string) =>
    seeOther(`${IMPORTS}#${ERRORS_ID}`, { 'set-cookie': refusalCookie(REGISTER_REFUSAL, sentence, '/quan-tri') })
  const room = await readImportRoom(actor, {})
  if (!room.ok) return room.code === 'sign_in_needed' ? seeOther(signInAddress('staff', IMPORTS)) : refuse(sentenceOf(room))
  const storage = await fileStorage()
  const upload = await receiveUpload(request, { storage, newId, ...room.value, maxFiles: 1 })
  if (!upload.ok) return refuse(forStaff(UPLOAD_FAILURES[upload.failure]))
  try {
    const [bad] = upload.refused
    const [file] = upload.files
    if (bad) return refuse(forStaff(refusalInWords(bad.refusal)))
    if (!file) return refuse('Chọn tệp sổ rồi bấm kiểm tra.')
    const inspected = await inspectSheet(file.tempPath)
    if (!inspected.ok) return refuse(REFUSALS[inspected.because])
    const id = newId()
    await storage.adopt(file.tempPath, storageKey(actor.communeId, id))
    const { fileName, size, sha256 } = file
    const added = await addRegisterFile(actor, newId(), { id, fileName, size, sha256, isCsv: inspected.kind === 'csv' })
    if (added.ok) return seeOther(importHref(id), { 'set-cookie': noRefusalCookie('/quan-tri') })
    await dropArrivals(actor.communeId, [{ id }])
    return refuse(sentenceOf(added))
  } finally {
    await discardFiles(upload.files)
  }
}
