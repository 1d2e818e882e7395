import { expect, test } from '@playwright/test'
import { ask, asForm, formOn } from '../support/access-matrix-http'
import { BASE, openPortal, type Portal } from '../support/access-matrix-portal'
import type { Visitor } from '../support/access-matrix-routes'

// What programs send over HTTP that no page would: never the page for bugs.

let portal: Portal
test.beforeAll(async () => {
  portal = await openPortal()
})
test.afterAll(() => portal.close())

const origin = new URL(BASE).origin
const NUL = '\u0000'
const YEAR_0 = '0000-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000'

test('an address that makes no sense is answered in words', async () => {
  const { documentId, paperId } = portal.sample
  const statuses: Record<string, number> = {}
  const asked: [Visitor, string][] = [
    ['owner', `/api/files/${documentId}?xa=99999999999`],
    ['owner', `/api/papers/${paperId}?xa=99999999999`],
    ['clerk', '/can-bo/hang-doi?ke=mine&linh-vuc=%00'],
    ['clerk', `/can-bo/hang-doi?ke=mine&sau=open_${YEAR_0}`],
    ['leader', '/lanh-dao?don-vi=%00'],
    ['leader', '/lanh-dao/hom-nay/qua-han?don-vi=%00'],
    ['leader', `/lanh-dao/hom-nay/qua-han?sau=${YEAR_0}`],
    ['leader', `/lanh-dao/so-lieu/tiep-nhan?tu=2024-01-01&den=2024-12-31&sau=${YEAR_0}`],
    ['leader', '/lanh-dao/so-lieu/tiep-nhan?tu=2024-01-01&den=2024-12-31&linh-vuc=%00'],
    ['owner', `/ho-so?dang=${YEAR_0}`],
    ['owner', `/ho-so?xong=${YEAR_0}`],
    ['visitor', '/api/v1/stats?from=2024-01-01&to=2024-12-31%00'],
  ]
  for (const [who, path] of asked)
    statuses[path] = (await ask(new URL(path, BASE), { headers: { cookie: await portal.cookieOf(who) } })).status
  expect(Object.entries(statuses).filter(([, status]) => status >= 500)).toEqual([])
})

test('a form with odd letters in its boxes is answered in words', async () => {
  const { procedure, draftId, work } = portal.sample
  const draft = `/nop-ho-so/${procedure}/${draftId}`
  const sent: [Visitor, string, string, [string, string][]][] = [
    ['visitor', '/dang-nhap/can-bo', 'name="password"', [['userName', `a${NUL}b`]]],
    [
      'owner',
      `${draft}/noi-dung`,
      'name="draft"',
      [
        ['then', 'later'],
        ['request', `a${NUL}b`],
      ],
    ],
    [
      'owner',
      `${draft}/nguoi-nop`,
      'name="filedBy"',
      [
        ['then', 'later'],
        ['provinceCode', `8${NUL}`],
        ['wardCode', NUL],
      ],
    ],
    ['owner', `${draft}/kiem-tra`, 'name="requestId"', [['requestId', 'x']]],
    ['clerk', `/can-bo/ho-so/${work.received}/chuyen-phong`, 'name="step"', [['version', '99999999999']]],
  ]
  for (const [who, page, mark, typed] of sent) {
    const cookie = await portal.cookieOf(who)
    const shown = formOn((await ask(new URL(page, BASE), { headers: { cookie } })).text, mark)
    const { type, content } = asForm([...shown.filter(([name]) => !typed.some(([other]) => other === name)), ...typed])
    const answer = await ask(new URL(page, BASE), { method: 'POST', headers: { cookie, origin, 'content-type': type }, body: content })
    expect(answer.status, page).toBeLessThan(500)
  }
})

test('a body that is no form is answered in words', async () => {
  const { draftId, code } = portal.sample
  const cookie = await portal.cookieOf('owner')
  const paths = ['/dang-nhap/vneid', '/can-bo/tim', `/api/uploads?draft=${draftId}`, `/api/v1/dossiers/${code}/status`, '/dang-nhap/can-bo']
  const bodies = [
    ['text/plain', 'x'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=a', 'x'],
    ['application/json', '{'],
    ['application/x-www-form-urlencoded', '%'],
  ] as const
  for (const path of [...paths, '/tra-cuu', '/'])
    for (const [type, body] of bodies) {
      const answer = await ask(new URL(path, BASE), { method: 'POST', headers: { cookie, origin, 'content-type': type }, body })
      expect(answer.status, `${path} ${type}`).toBeLessThan(500)
    }
})
