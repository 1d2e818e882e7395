import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { DueChip } from '@/components/dossiers/due-chip'
import { ExplainedDeadline } from '@/components/dossiers/explained-deadline'
import { RateTile, TodayCounts } from '@/components/dossiers/figure-tile'
import { QueueTable, type QueueItem } from '@/components/dossiers/queue-table'
import { StepChoices } from '@/components/dossiers/step-choices'
import { TaskList } from '@/components/dossiers/task-list'
import { Timeline } from '@/components/dossiers/timeline'
import { Tag } from '@/components/ui/tag'
import { dayStrip } from '@/lib/deadlines/day-strip'
import { explainAtLength } from '@/lib/deadlines/explanation'
import type { DueStanding } from '@/lib/deadlines/standing'
import { percent } from '@/lib/platform/money'
import { askDeadline, local, SEED_CALENDAR } from '@/tests/support/calendar'

const html = (element: ReactElement) => renderToStaticMarkup(element)
const words = (page: string) =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const shape = (page: string) => /<path d="([^"]*)"/.exec(page)?.[1]

describe('the due chip', () => {
  const standings: [DueStanding, string][] = [
    [{ kind: 'left', workingDays: 2 }, 'còn 2 ngày làm việc'],
    [{ kind: 'today' }, 'đến hạn hôm nay'],
    [{ kind: 'late', workingDays: 1 }, 'quá hạn 1 ngày'],
    [{ kind: 'waiting', for: 'applicant' }, 'đang chờ công dân'],
    [{ kind: 'waiting', for: 'withdrawal' }, 'chờ xác nhận rút'],
    [{ kind: 'done', when: 'early' }, 'xong trước hạn'],
  ]

  test.each(standings)('says %o in words', (standing, sentence) => {
    expect(words(html(<DueChip standing={standing} />))).toBe(sentence)
  })

  test('has its own shape for each kind, so that it reads without colour', () => {
    const shapes = new Map(standings.map(([standing]) => [standing.kind, shape(html(<DueChip standing={standing} />))]))
    expect(new Set(shapes.values()).size).toBe(shapes.size)
    expect([...shapes.values()]).not.toContain(undefined)
  })

  test('is amber for all that is due today, an answer within hours too, with its hours inside', () => {
    const of = (isToday: boolean, officeMinutes: number) => html(<DueChip standing={{ kind: 'minutes_left', officeMinutes, isToday }} />)
    for (const page of [html(<DueChip standing={{ kind: 'today' }} />), of(true, 460), of(false, 90)]) expect(page).toContain('due--today')
    expect(of(false, 460)).not.toContain('due--today')
    expect(words(of(true, 460))).toBe('còn 7 giờ 40 phút')
  })

  test('keeps its shape from screen readers, which have the words', () => {
    expect(html(<DueChip standing={{ kind: 'today' }} />)).toContain('aria-hidden="true"')
  })

  test('does not praise a result that came late', () => {
    expect(html(<DueChip standing={{ kind: 'done', when: 'late' }} />)).toContain('due--done-late')
    expect(html(<DueChip standing={{ kind: 'done', when: 'on_the_day' }} />)).not.toContain('due--done-late')
  })
})

test('each family of tags has a look of its own, and only the two that mean done share a shape', () => {
  const families = ['new', 'work', 'wait', 'ready', 'done', 'closed'] as const
  const pages = families.map((family) => html(<Tag family={family}>Nhãn</Tag>))
  expect(new Set(pages).size).toBe(families.length)
  expect(new Set(pages.map(shape)).size).toBe(families.length - 1)
})

describe('an explained deadline', () => {
  const deadline = askDeadline('2026-11-20 08:15', 3, 'WORKING_DAY')
  const now = local('2026-11-23 09:40')
  const strip = dayStrip(deadline, { now, calendar: SEED_CALENDAR })
  const reasons = explainAtLength(deadline, { now, calendar: SEED_CALENDAR })
  const page = html(
    <ExplainedDeadline
      at={{ iso: '2026-11-26T17:00:00+07:00', text: '17:00 thứ Năm 26/11/2026' }}
      standing={{ kind: 'left', workingDays: 2 }}
      strip={strip}
      reasons={reasons}
    />,
  )
  const [hidden, read] = page.split('<div class="why">')

  test('hides the strip of days from screen readers', () => {
    expect(hidden).toMatch(/<ol class="days" aria-hidden="true">/)
    expect(read).not.toContain('aria-hidden')
  })

  test('tells every day of the strip in the list as well', () => {
    const days = [...(hidden ?? '').matchAll(/<b>(\d+)<\/b>/g)].map((match) => match[1])
    expect(days).toEqual(['20', '21', '22', '23', '24', '25', '26'])
    for (const day of days) expect(words(read ?? '')).toMatch(new RegExp(`\\b${day}\\b`))
  })

  test('marks today and the due day with its hour', () => {
    expect(page).toMatch(/<li class="count now">.*?<b>23<\/b>/)
    expect(page).toMatch(/<li class="count end">.*?<b>26<\/b>.*?17:00/)
  })

  test('without cells is the list alone', () => {
    const long = askDeadline('2026-11-20 08:15', 60, 'WORKING_DAY')
    const strip = dayStrip(long, { now, calendar: SEED_CALENDAR })
    const reasons = explainAtLength(long, { now, calendar: SEED_CALENDAR })
    const page = html(
      <ExplainedDeadline at={{ iso: '2027-02-26T17:00:00+07:00', text: '17:00' }} standing={null} strip={strip} reasons={reasons} />,
    )
    expect(page).not.toContain('class="days')
    expect(page).toContain('class="why"')
  })
})

describe('a queue', () => {
  const item: QueueItem = {
    code: 'H61.123-261120-0005',
    href: '/can-bo/ho-so/H61.123-261120-0005',
    due: { kind: 'today' },
    when: '10:00',
    person: 'Trần Văn Mẫu',
    procedure: 'Đăng ký khai sinh',
    stage: { family: 'new', label: 'Mới nộp' },
    next: 'Tiếp nhận',
    nextHref: '/can-bo/ho-so/H61.123-261120-0005/tiep-nhan',
  }

  test('names the dossier in the link of its next step', () => {
    const page = html(<QueueTable caption="Việc của tôi" prefix="H61.123" items={[item]} />)
    expect(words(/<a class="step".*?<\/a>/.exec(page)?.[0] ?? '')).toBe('Tiếp nhận hồ sơ H61.123-261120-0005')
  })

  test('opens the dossier by its code and by Enter, the next step by its name', () => {
    const page = html(<QueueTable caption="Việc của tôi" prefix="H61.123" items={[item]} />)
    expect(page).toContain(`<tr role="row" data-href="${item.href}">`)
    expect(page).toContain(`<a href="${item.href}"><code>`)
    expect(page).toContain(`<a class="step" href="${item.nextHref}">`)
  })

  test('says that there is nothing to do, and still opens', () => {
    const page = html(<QueueTable caption="Việc của tôi" prefix="H61.123" items={[{ ...item, next: null, nextHref: null }]} />)
    expect(page).toMatch(/<a class="step step--idle" href="\/can-bo\/ho-so\/H61.123-261120-0005">Chưa có việc/)
  })

  test('keeps the roles of a table, which the blocks on a phone would drop', () => {
    const page = html(<QueueTable caption="Việc của tôi" prefix="H61.123" items={[item]} />)
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']) expect(page).toContain(`role="${role}"`)
  })
})

test('a short code shows its end and says it whole', () => {
  const page = html(<DossierCode code="H61.123-261120-0005" short />)
  expect(page).toBe('<code><span class="vh">H61.123-</span>261120-<b>0005</b></code>')
  expect(html(<DossierCode code="H61.123-261120-0005" />)).toBe('<code>H61.123-261120-<b>0005</b></code>')
})

describe('the steps of a dossier', () => {
  const steps = [
    { step: 'propose', label: 'Trình ký duyệt', consequence: 'Thời hạn vẫn chạy.', blocked: 'Chưa có dự thảo kết quả.' },
    { step: 'send_back', label: 'Trả lại Một cửa', consequence: 'Phải ghi lý do.', blocked: null },
  ]

  test('stand with their consequences, and a blocked one with what is missing', () => {
    const page = words(html(<StepChoices steps={steps} />))
    expect(page).toContain('Trả lại Một cửa Phải ghi lý do.')
    expect(page).toContain('Trình ký duyệt Chưa có dự thảo kết quả.')
    expect(page).not.toContain('Thời hạn vẫn chạy.')
  })

  test('are never disabled, and none is chosen in advance', () => {
    expect(html(<StepChoices steps={steps} />)).not.toMatch(/disabled|checked/)
  })
})

test('a timeline marks where the dossier is for screen readers', () => {
  const page = html(
    <Timeline
      stops={[
        { standing: 'past', what: 'Đã gửi' },
        { standing: 'here', what: 'Đang giải quyết' },
        { standing: 'next', what: 'Trả kết quả' },
      ]}
    />,
  )
  expect(page.match(/aria-current="step"/g)).toHaveLength(1)
  expect(page).toMatch(/aria-current="step"><span class="what">Đang giải quyết/)
})

test('a part that cannot start yet is no link and says after what', () => {
  const page = html(<TaskList tasks={[{ key: 'send', label: 'Kiểm tra và gửi', after: 'Sau hai phần trên' }]} />)
  expect(page).not.toContain('<a ')
  expect(page).toContain('Sau hai phần trên')
})

describe('a figure', () => {
  const tile = { name: 'Nộp trực tuyến', definition: 'Nộp qua trang này.', exceptions: 'Không có hồ sơ nộp cách khác' }

  test('says what was divided by what', () => {
    const page = words(html(<RateTile {...tile} rate={{ numerator: 995, denominator: 1032, of: 'hồ sơ tiếp nhận' }} />))
    expect(page).toContain('96,41%')
    expect(page).toContain('995 trên 1.032 hồ sơ tiếp nhận')
  })

  test('opens both of its numbers', () => {
    const page = html(
      <RateTile {...tile} lists={{ numerator: '/dat', denominator: '/ca' }} rate={{ numerator: 995, denominator: 1032, of: 'hồ sơ' }} />,
    )
    expect(page).toContain('<a href="/dat">995</a> trên <a href="/ca">1.032 hồ sơ</a>')
  })

  test('has no percentage when there is nothing to divide by', () => {
    const page = words(html(<RateTile {...tile} rate={{ numerator: 0, denominator: 0, of: 'hồ sơ' }} />))
    expect(page).toContain('chưa có hồ sơ')
    expect(page).not.toContain('%')
  })

  test('rounds half up to two decimals, which it keeps, and neither to a whole nor to nothing', () => {
    expect(percent(99_999, 100_000)).toBe('99,99%')
    expect(percent(1, 100_000)).toBe('0,01%')
    expect(percent(1032, 1032)).toBe('100%')
    expect(percent(0, 1032)).toBe('0%')
    expect(percent(29, 100)).toBe('29,00%')
    expect(percent(909, 1000)).toBe('90,90%')
    expect(percent(2, 3)).toBe('66,67%')
    expect(percent(1, 3)).toBe('33,33%')
    expect(percent(13_335, 100_000)).toBe('13,34%')
  })

  test('is red only when something is overdue', () => {
    const late = { key: 'late', label: 'Quá hạn', href: '/lanh-dao/qua-han', note: '', definition: '', late: true }
    expect(html(<TodayCounts counts={[{ ...late, count: 2 }]} />)).toContain('is-late')
    expect(html(<TodayCounts counts={[{ ...late, count: 0 }]} />)).not.toContain('is-late')
  })
})
