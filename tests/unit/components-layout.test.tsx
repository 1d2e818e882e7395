import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { CitizenPage, dial, Main } from '@/components/layout/citizen-page'
import { isHere } from '@/components/layout/nav-link'
import { Desk, StaffPage } from '@/components/layout/staff-page'

// The address comes from the router, which only runs inside the application.
vi.mock('next/navigation', () => ({ usePathname: () => '/thu-tuc/1.004873' }))

const office = { name: 'xã Tân Hoà', address: 'Ấp Mẫu, xã Tân Hoà', phone: '0270 000 0123' }

describe('a citizen page', () => {
  const draw = (signedInAs: string | null, demo = true) =>
    renderToStaticMarkup(
      <CitizenPage office={office} signedInAs={signedInAs} demo={demo}>
        <Main>
          <h1>Thủ tục</h1>
        </Main>
      </CitizenPage>,
    )

  test('begins with the way to its content, which exists', () => {
    const page = draw(null)
    expect(page.indexOf('<a class="skip" href="#noi-dung">')).toBe(0)
    expect(page).toContain('id="noi-dung"')
  })

  test('marks the one place that is open', () => {
    expect(draw(null).match(/<a [^>]*aria-current="[^"]*"[^>]*>[^<]*/g)).toEqual([expect.stringMatching(/Thủ tục$/)])
  })

  test('says that a demonstration is one, and nothing of the kind elsewhere', () => {
    expect(draw(null)).toContain('Bản trình diễn.')
    expect(draw(null, false)).not.toContain('Bản trình diễn.')
  })

  test('offers to sign in, or to sign out by a form that a link cannot trigger', () => {
    expect(draw(null)).toContain('href="/dang-nhap"')
    const page = draw('Nguyễn Thị Minh Họa')
    expect(page).not.toContain('href="/dang-nhap"')
    expect(page).toMatch(/<form [^>]*method="post"[^>]*><button type="submit">Thoát<span class="vh"> khỏi tài khoản Nguyễn Thị Minh Họa/s)
  })
})

test('a telephone dials digits only', () => {
  expect(dial('0270 000 0123')).toBe('tel:02700000123')
})

describe('a place of the navigation', () => {
  test('is open at its own address and at those below what belongs to it', () => {
    expect(isHere('/thu-tuc/1.004873', '/', ['/thu-tuc'])).toBe(true)
    expect(isHere('/can-bo/hang-doi', '/can-bo/hang-doi', [])).toBe(true)
  })

  test('is not open because another address begins with the same letters', () => {
    expect(isHere('/ho-so-mau', '/ho-so', ['/ho-so'])).toBe(false)
    expect(isHere('/can-bo/hang-doi', '/can-bo', [])).toBe(false)
    expect(isHere('/tra-cuu', '/', ['/thu-tuc'])).toBe(false)
  })
})

test('each queue of the rail says how many dossiers it counts', () => {
  const page = renderToStaticMarkup(
    <Desk groups={[{ title: 'Việc của tôi', links: [{ href: '/can-bo/hang-doi', label: 'Chờ tiếp nhận', count: 7, current: true }] }]}>
      <h1>Hàng đợi</h1>
    </Desk>,
  )
  expect(page).toMatch(/aria-current="page">Chờ tiếp nhận<span class="num">7<span class="vh"> hồ sơ<\/span>/)
})

test('a search of dossiers is posted, so that no name stands in an address', () => {
  const page = renderToStaticMarkup(
    <StaffPage
      commune="xã Tân Hoà"
      home="/can-bo"
      places={[]}
      who={{ id: 'a', name: 'Lê Thị Ví Dụ', role: 'cán bộ Một cửa' }}
      search="/can-bo/tim"
    >
      <main />
    </StaffPage>,
  )
  expect(page).toMatch(/<form role="search" action="\/can-bo\/tim" method="post">/)
})
