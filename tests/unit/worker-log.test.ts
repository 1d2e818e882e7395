import { expect, test } from 'vitest'
import { workerLine } from '@/lib/jobs/log-line'

test('a job that failed is logged by its name and code, and never with what it was about', () => {
  const error = Object.assign(new Error('550 mailbox of minh.hoa@vidu.example unavailable'), { code: 'EENVELOPE' })
  const job = { id: '7', task_identifier: 'send_notification', attempts: 2, payload: { to: 'minh.hoa@vidu.example' } }
  const line = workerLine(`Failed task 7 (send_notification) with error '${error.message}'`, { job, error })
  expect(line).toEqual({ job: 'send_notification', id: '7', turn: '2', code: 'EENVELOPE', type: 'Error' })
})

test('what else happens to the worker keeps its sentence, without the error that it quotes', () => {
  expect(workerLine('Worker exited', undefined)).toEqual({ worker: 'Worker exited' })
  expect(workerLine('Error occurred during fetch: 0900000123', { error: new Error('0900000123') })).toEqual({
    worker: 'Error occurred during fetch',
  })
})
