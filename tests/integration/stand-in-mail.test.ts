import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type MailStandIn, startMail } from '@/scripts/stand-ins/mail-server'
import { control } from '@/tests/support/control'
import { findMails, waitForMail } from '@/tests/support/mail'

const dataDir = mkdtempSync(path.join(tmpdir(), 'stand-ins-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the mail server that delivers nothing', () => {
  let standIn: MailStandIn
  const options = { smtpPort: 0, httpPort: 0, host: 'localhost', dataDir, controlOpen: true }

  beforeAll(async () => {
    standIn = await startMail(options)
  })
  afterEach(() => control(standIn.inbox, { mode: 'ok' }))
  afterAll(() => standIn.close())

  const HTML = '<h1>Hồ sơ đã được tiếp nhận</h1><p>Ông/Bà <b>Nguyễn Thị Minh Họa</b></p><script>document.title = "x"</script>'

  async function send(to: string, subject = 'Đã tiếp nhận hồ sơ H61.123-261123-0001'): Promise<void> {
    const transport = nodemailer.createTransport({ host: 'localhost', port: standIn.smtpPort, secure: false })
    const mail = { from: '"Một Cửa xã Tân Hoà" <mot-cua@vidu.example>', to, subject, text: 'Hồ sơ đã được tiếp nhận.', html: HTML }
    await transport.sendMail({ ...mail, attachments: [{ filename: 'Giấy tiếp nhận.pdf', content: '%PDF-1.7' }] })
  }

  it('keeps a mail with its Vietnamese subject, its HTML and its file', async () => {
    await send('Hoa@vidu.example')
    const mail = await waitForMail({ to: 'hoa@vidu.example', subject: 'tiếp nhận hồ sơ', inbox: standIn.inbox })
    expect(mail.subject).toBe('Đã tiếp nhận hồ sơ H61.123-261123-0001')
    expect(mail.from).toContain('Một Cửa xã Tân Hoà')
    expect(mail.html).toBe(HTML)
    expect(mail.text.trim()).toBe('Hồ sơ đã được tiếp nhận.')
    expect(mail.attachments).toMatchObject([{ filename: 'Giấy tiếp nhận.pdf', bytes: 8 }])
  })

  it('shows the mail in a frame that runs nothing', async () => {
    await send('khung@vidu.example')
    const { id } = await waitForMail({ to: 'khung@vidu.example', inbox: standIn.inbox })
    const answer = await fetch(`${standIn.inbox}/thu/${id}`)
    const page = await answer.text()
    expect(page).toContain('srcdoc="&lt;base target=&quot;_blank&quot;&gt;&lt;h1&gt;Hồ sơ đã được tiếp nhận')
    expect(page).not.toMatch(/<script|sandbox="[^"]*allow-scripts/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await (await fetch(`${standIn.inbox}/thu/${id}.eml`)).text()).toContain('Subject: =?UTF-8?')
  })

  it('lists the mails of one person, and says when there are none', async () => {
    await send('mot@vidu.example', 'Thư của một người')
    const found = await (await fetch(`${standIn.inbox}/?to=mot@vidu.example`)).text()
    expect(found).toContain('Thư của một người')
    expect(found).not.toContain('khung@vidu.example')
    expect(await (await fetch(`${standIn.inbox}/?to=khong-ai@vidu.example`)).text()).toContain('Chưa có thư nào gửi tới')
    expect((await fetch(`${standIn.inbox}/thu/00000000-0000-0000-0000-000000000000`)).status).toBe(404)
  })

  it('still has the mails after a restart', async () => {
    await send('con@vidu.example')
    await standIn.close()
    standIn = await startMail(options)
    expect(await findMails({ to: 'con@vidu.example', inbox: standIn.inbox })).toHaveLength(1)
  })

  it('refuses for good, refuses for now, or is not there, and then keeps nothing', async () => {
    await control(standIn.inbox, { mode: 'reject-550' })
    await expect(send('khong@vidu.example')).rejects.toMatchObject({ responseCode: 550 })
    await control(standIn.inbox, { mode: 'temp-451' })
    await expect(send('khong@vidu.example')).rejects.toMatchObject({ responseCode: 451 })
    await control(standIn.inbox, { mode: 'down' })
    await expect(send('khong@vidu.example')).rejects.toThrow(/clos|ECONN/)
    expect(await findMails({ to: 'khong@vidu.example', inbox: standIn.inbox })).toHaveLength(0)
  })

  it('acknowledges late when it is slow', async () => {
    await control(standIn.inbox, { mode: 'slow', ms: 300 })
    const begun = Date.now()
    await send('cham@vidu.example')
    expect(Date.now() - begun).toBeGreaterThanOrEqual(290)
  })
})
