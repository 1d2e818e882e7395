import { describe, expect, test } from 'vitest'
import { refused } from '@/lib/platform/refusal'
import { problemOf, unexpectedProblem } from '@/lib/text/problem'

describe('a refusal of the public API', () => {
  test('is a problem with type, title, status and what to do next', async () => {
    const answer = problemOf(refused('not_found'))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
    expect(await answer.json()).toEqual({
      type: 'urn:mot-cua:problem:not-found',
      title: 'Không tìm thấy',
      status: 404,
      detail: 'Không tìm thấy. Kiểm tra lại địa chỉ hoặc mã đã nhập.',
    })
  })

  test('names each field that needs another answer', async () => {
    const answer = problemOf(refused('invalid_input', {}, { value: 'Thời hạn là số nguyên từ 1 đến 1.000' }))
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'value', detail: 'Thời hạn là số nguyên từ 1 đến 1.000' }] })
  })

  test('says when to come back to a busy office, and after too many tries', () => {
    expect(problemOf(refused('busy')).headers.get('retry-after')).toBe('60')
    expect(problemOf(refused('busy')).status).toBe(503)
    const tries = problemOf(refused('too_many_tries', { tries: 5, until: '10:40', seconds: 125 }))
    expect([tries.status, tries.headers.get('retry-after')]).toEqual([429, '125'])
    expect(problemOf(refused('not_found')).headers.get('retry-after')).toBeNull()
  })

  test('a wrong factor looks like a dossier that does not exist', () => {
    expect(problemOf(refused('factor_wrong')).status).toBe(problemOf(refused('not_found')).status)
  })

  test('a bug tells nothing about itself', async () => {
    const answer = unexpectedProblem()
    expect(answer.status).toBe(500)
    expect(Object.keys((await answer.json()) as object).toSorted()).toEqual(['detail', 'status', 'title', 'type'])
  })
})
