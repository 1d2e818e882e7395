import { describe, expect, it } from 'vitest'
import { reasonKindOf, wholeReason } from '@/lib/dossiers/reason-rules'

describe('a reason', () => {
  it('is what was chosen, what was written, or both', () => {
    expect(wholeReason({ listed: 'Không thuộc thẩm quyền', reason: 'Nộp tại xã bên.' })).toBe('Không thuộc thẩm quyền. Nộp tại xã bên.')
    expect(wholeReason({ listed: '', reason: ' Lý do khác ' })).toBe('Lý do khác')
    expect(wholeReason({ listed: 'Không thuộc thẩm quyền' })).toBe('Không thuộc thẩm quyền')
    expect(wholeReason({})).toBe('')
  })

  it('is offered for the steps that refuse, stop, give back and apologise', () => {
    expect((['refuse', 'stop', 'send_back', 'give_back', 'extend'] as const).map(reasonKindOf)).toEqual([
      'REFUSAL',
      'STOP',
      'RETURN',
      'RETURN',
      'EXTENSION',
    ])
    expect(reasonKindOf('approve')).toBeNull()
  })
})
