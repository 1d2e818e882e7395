import { expect, test } from 'vitest'
import { errorForLog, maskPersonalNumbers } from '@/lib/platform/log'

test('an error in the log names what was wrong and not what was being written', () => {
  const error = Object.assign(
    new Error('Invalid `create()` invocation:\n{ data: { fullName: "Trần Văn Mẫu", phone: "0900000123" } }\n\nArgument `code` is missing.'),
    { code: 'P2012' },
  )
  const logged = JSON.stringify(errorForLog(error))
  expect(logged).toContain('Argument `code` is missing.')
  expect(logged).toContain('P2012')
  for (const secret of ['Trần Văn Mẫu', '0900000123']) expect(logged).not.toContain(secret)
})

test('twelve digits in a row never reach the log', () => {
  expect(maskPersonalNumbers('số 086194000012 và 0900000123')).toBe('số ············ và 0900000123')
  for (const spelled of ['086 194 000 012', '086.194.000.012', '086%20194%20000%20012', '086+194+000+012'])
    expect(maskPersonalNumbers(`q=${spelled}&x=1`)).toBe('q=············&x=1')
  expect(maskPersonalNumbers('{"time":"2026-11-24T08:15:00.123Z","port":3000}')).toBe('{"time":"2026-11-24T08:15:00.123Z","port":3000}')
})
