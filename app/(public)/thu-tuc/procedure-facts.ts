import type { Fact } from '@/components/ui/facts'
import { limitWords } from '@/lib/text/limits'
import type { Procedure } from '@/lib/procedures/store'
import { beyondNetwork, feeParts, feeTerm, WHERE_TO_FILE } from '@/lib/procedures/words'

/** What people ask first: how long, how much, where, and what they get. */
export function procedureFacts({ limit, limitNote, feeSentence, fees, onlineLevel, bring, result }: Procedure): Fact[] {
  const fee = feeParts(feeSentence)
  const visit = beyondNetwork({ onlineLevel, bring })
  return [
    { term: 'Thời hạn', value: limitWords(limit), strong: true, ...(limitNote === null ? {} : { note: limitNote }) },
    { term: feeTerm(fees), value: fee.amount, strong: true, ...(fee.note === null ? {} : { note: fee.note }) },
    { term: 'Nơi nộp', value: WHERE_TO_FILE[onlineLevel], ...(visit === null ? {} : { note: visit }) },
    { term: 'Kết quả', value: result },
  ]
}
