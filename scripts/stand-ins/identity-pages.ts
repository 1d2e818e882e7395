import { type Citizen, dayMonthYear } from './citizens'
import { type Html, html, page } from './page'

const BAND = {
  name: 'Máy chủ định danh mô phỏng – không phải VNeID thật',
  note: 'Chỉ dùng để chạy thử. Mọi người trong danh sách đều không có thật. Đừng nhập số định danh của Ông/Bà.',
}

const LEVEL_WORDS: Record<Citizen['level'], string> = { 1: 'mức 1', 2: 'mức 2' }

interface Problem {
  typed: string
  sentence: string
}

/** The page where one chooses whom to play. `action` is the interaction's own address. */
export function loginPage({ action, citizens, problem }: { action: string; citizens: Citizen[]; problem: Problem | null }): string {
  return page({
    title: problem ? 'Lỗi: Đăng nhập' : 'Đăng nhập',
    band: BAND,
    body: html`<h1>Đăng nhập với vai một người dân</h1>
      <p>Cổng dịch vụ sẽ nhận: họ tên, ngày sinh, giới tính, số định danh và mức định danh. Không có số điện thoại và địa chỉ.</p>
      ${typedNumber(action, problem)}
      <h2>Hoặc chọn một người trong danh sách</h2>
      <form method="post" action="${action}">
        <ul class="list">
          ${citizens.map(citizenButton)}
        </ul>
      </form>
      <h2>Không muốn đăng nhập</h2>
      <form method="post" action="${action}"><button class="plain" name="cancel" value="yes">Hủy và quay lại cổng dịch vụ</button></form>`,
  })
}

function typedNumber(action: string, problem: Problem | null): Html {
  const error = problem ? html`<span class="error" id="loi">${problem.sentence}</span>` : null
  return html`<form method="post" action="${action}">
    <label for="so-dinh-danh">Số định danh của người trong dữ liệu mẫu</label>
    <span class="hint" id="goi-y">12 chữ số, lấy từ danh sách bên dưới</span>
    ${error}
    <input
      type="text"
      id="so-dinh-danh"
      name="personalNumber"
      inputmode="numeric"
      autocomplete="off"
      value="${problem?.typed ?? ''}"
      aria-describedby="goi-y${problem ? ' loi' : ''}"
      ${problem ? html` aria-invalid="true"` : null}
    />
    <button>Đăng nhập bằng số định danh</button>
  </form>`
}

function citizenButton(citizen: Citizen): Html {
  return html`<li>
    <button name="sub" value="${citizen.sub}">
      ${citizen.fullName}<span
        >${citizen.personalNumber}, sinh ${dayMonthYear(citizen.birthDate)}, định danh ${LEVEL_WORDS[citizen.level]}</span
      >
    </button>
  </li> `
}

/** Asks again before the account's session ends; `form` is the provider's own hidden form. */
export function logoutPage(form: Html): string {
  return page({
    title: 'Đăng xuất',
    band: BAND,
    body: html`<h1>Đăng xuất khỏi tài khoản định danh mô phỏng?</h1>
      ${form}
      <p><button name="logout" value="yes" form="op.logoutForm">Đăng xuất</button></p>
      <p><button class="plain" form="op.logoutForm">Giữ đăng nhập</button></p>`,
  })
}

/** What stands there when the portal gave no address to go back to. */
export function loggedOutPage(): string {
  return page({
    title: 'Đã đăng xuất',
    band: BAND,
    body: html`<h1>Đã đăng xuất</h1>
      <p>Có thể đóng trang này.</p>`,
  })
}

/** A broken request: said plainly, with the protocol's own code for whoever is building the portal. */
export function errorPage(code: string, detail: string): string {
  return page({
    title: 'Không thực hiện được yêu cầu',
    band: BAND,
    body: html`<h1>Không thực hiện được yêu cầu</h1>
      <p>Hãy quay lại cổng dịch vụ và đăng nhập lại từ đầu.</p>
      <p class="hint">Mã lỗi cho người lập trình: <code>${code}</code>${detail === '' ? null : html` (${detail})`}</p>`,
  })
}
