import type { StoredMail } from './mail-store'
import { type Html, html, page } from './page'

const BAND = {
  name: 'Hộp thư chạy thử – thư không được gửi ra ngoài',
  note: 'Mọi thư mà cổng dịch vụ gửi khi chạy thử đều nằm ở đây, cho bất cứ ai mở trang này.',
}

const WHEN = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
})

/** How many mails one page of the inbox lists. */
const INBOX_LENGTH = 100

/** The list of mails, newest first; `to` is the address being looked for, or empty. */
export function inboxPage({ mails, to }: { mails: readonly StoredMail[]; to: string }): string {
  return page({
    title: 'Thư đã nhận',
    band: BAND,
    body: html`<h1>Thư đã nhận</h1>
      <form method="get" action="/">
        <label for="to">Địa chỉ người nhận</label>
        <span class="hint" id="goi-y">Để trống để xem thư của mọi người</span>
        <input type="email" id="to" name="to" value="${to}" autocomplete="off" aria-describedby="goi-y" />
        <button class="plain">Tìm thư</button>
      </form>
      ${
        mails.length === 0
          ? nothing(to)
          : html`<h2>${counted(mails.length)}</h2>
              <ul class="list">
                ${mails.slice(0, INBOX_LENGTH).map(row)}
              </ul>`
      }`,
  })
}

function counted(count: number): string {
  return count > INBOX_LENGTH ? `${INBOX_LENGTH} thư mới nhất` : `${count} thư`
}

function nothing(to: string): Html {
  if (to !== '') return html`<p>Chưa có thư nào gửi tới ${to}. <a href="/">Xem thư của mọi người</a></p>`
  return html`<p>Chưa có thư nào. Thư sẽ hiện ở đây sau khi cổng dịch vụ gửi đi; tải lại trang để xem thư mới.</p>`
}

function row(mail: StoredMail): Html {
  return html`<li>
    <a href="/thu/${mail.id}">${subjectOf(mail)}<span>Gửi tới ${mail.to.join(', ')}</span><span class="when">${timeOf(mail)}</span></a>
  </li> `
}

function subjectOf(mail: StoredMail): string {
  return mail.subject === '' ? '(không có tiêu đề)' : mail.subject
}

function timeOf(mail: StoredMail): string {
  return WHEN.format(new Date(mail.receivedAt))
}

/** One mail with its text, its HTML in a frame that runs nothing, and its files. */
export function mailPage(mail: StoredMail): string {
  return page({
    title: subjectOf(mail),
    band: BAND,
    body: html`<p><a href="/">Thư đã nhận</a></p>
      <h1>${subjectOf(mail)}</h1>
      <dl>
        <dt>Từ</dt>
        <dd>${mail.from}</dd>
        <dt>Gửi tới</dt>
        <dd>${mail.to.join(', ')}</dd>
        <dt>Lúc</dt>
        <dd>${timeOf(mail)}</dd>
      </dl>
      ${mail.html === null ? null : framed(mail.html)}
      <h2>Phần chữ của thư</h2>
      ${mail.text === '' ? html`<p>Thư này không có phần chữ.</p>` : html`<pre>${mail.text}</pre>`}
      ${mail.attachments.length === 0 ? null : attachments(mail)}
      <p><br /><a href="/thu/${mail.id}.eml" download>Tải thư gốc</a> (tệp .eml)</p>`,
  })
}

// A mail is a stranger's HTML: the sandbox gives it no script, no forms and no origin; its links open outside the frame.
function framed(source: string): Html {
  return html`<h2>Thư như người nhận thấy</h2>
    <iframe
      title="Nội dung thư"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcdoc="${`<base target="_blank">${source}`}"
    ></iframe>`
}

function attachments(mail: StoredMail): Html {
  const files = mail.attachments.map(
    (file) => html`<li>${file.filename ?? '(không có tên)'}, ${file.contentType}, ${file.bytes.toLocaleString('vi-VN')} byte</li>`,
  )
  return html`<h2>Tệp đính kèm</h2>
    <ul>
      ${files}
    </ul>`
}

/** For an address without a mail. */
export function missingPage(): string {
  return page({
    title: 'Không tìm thấy thư',
    band: BAND,
    body: html`<h1>Không tìm thấy thư</h1>
      <p>Thư có thể đã bị xóa. <a href="/">Xem các thư đã nhận</a></p>`,
  })
}
