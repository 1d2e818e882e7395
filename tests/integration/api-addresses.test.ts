import { expect, test } from 'vitest'
import * as nowhere from '@/app/api/[...path]/route'
import * as procedure from '@/app/api/v1/procedures/[code]/route'
import * as procedures from '@/app/api/v1/procedures/route'

test('an address of the API that leads nowhere says so as the API says everything', async () => {
  for (const answer of [nowhere.GET(), nowhere.POST(), nowhere.PUT(), nowhere.PATCH(), nowhere.DELETE()]) {
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  }
})

test('a method that an address of the API does not know is told which it knows', () => {
  for (const route of [procedures, procedure])
    for (const answer of [route.POST(), route.PUT(), route.PATCH(), route.DELETE()]) {
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET')
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
})
