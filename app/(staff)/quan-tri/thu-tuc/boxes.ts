import type { LocalDate } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import type { Content, DraftFee, DraftPaper, DraftStep } from '@/lib/procedures/versions/content'
import type { Part } from '@/lib/procedures/versions/rules'
import { dayBoxes } from '../typed-day'

// What stands in the boxes of each page of a version before anything is typed.

export type Boxes = Record<string, string>

const tick = (name: string, is: boolean): Boxes => (is ? { [name]: 'yes' } : {})

const OF_PART: Record<Part, (content: Content, earliest: LocalDate) => Boxes> = {
  names: ({ name, shortName, lead, result }) => ({ name, shortName, lead, result }),
  limit: ({ limit, limitNote, onlineLevel, bring, departmentCode, interAgency }) => ({
    ...{ value: limit.unit === 'SAME_DAY' ? '' : String(limit.value), unit: limit.unit, limitNote: limitNote ?? '' },
    ...{ onlineLevel, bring: bring ?? '', departmentCode, ...tick('interAgency', interAgency) },
  }),
  papers: () => ({}),
  fees: ({ feeSentence, feeShort }) => ({ feeSentence, feeShort }),
  way: () => ({}),
  basis: ({ legalBasis, verified }) => ({ texts: legalBasis.map(({ title }) => title).join('\n'), ...tick('verified', verified) }),
  day: ({ firstDay }, earliest) => dayBoxes('firstDay', firstDay ?? earliest),
}

export const boxesOfPart = (part: Part, content: Content, earliest: LocalDate): Boxes => OF_PART[part](content, earliest)

export const boxesOfFee = (fee: DraftFee | null): Boxes =>
  fee === null
    ? { kind: 'CHARGE', per: 'CASE', channel: 'ANY' }
    : {
        ...{ name: fee.name, kind: fee.kind, amount: formatNumber(fee.amount), per: fee.per, channel: fee.channel },
        ...{ condition: fee.condition ?? '', source: fee.source ?? '', ...tick('verified', !fee.unverified) },
        ...{ ...dayBoxes('from', fee.from), ...dayBoxes('to', fee.to) },
      }

export const boxesOfPaper = (paper: DraftPaper | null): Boxes =>
  paper === null
    ? { requirement: 'ALWAYS', originals: '1', copies: '0' }
    : {
        ...{ name: paper.name, requirement: paper.requirement, question: paper.question ?? '', note: paper.note ?? '' },
        ...{ originals: String(paper.originals), copies: String(paper.copies), formName: paper.formName ?? '' },
      }

export const boxesOfStep = (step: DraftStep | null): Boxes =>
  step === null
    ? { kind: 'REVIEW', role: 'specialist', departmentCode: '' }
    : {
        ...{ kind: step.kind, name: step.name, role: step.role ?? '', departmentCode: step.departmentCode ?? '' },
        minutes: String(Math.round((step.minutes / 60) * 100) / 100).replace('.', ','),
      }
