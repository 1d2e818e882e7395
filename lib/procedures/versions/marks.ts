import { canonicalJson, sha256 } from '@/lib/platform/digest'
import type { Content } from './content'
import type { Part } from './rules'

// Two administrators may write one version. A form says by a mark what it was drawn from, so that neither overwrites unseen what the other has
// kept, and nobody publishes what stood on no page.

const SHOWN: Record<Part | 'whole', (content: Content) => unknown> = {
  names: ({ name, shortName, lead, result }) => ({ name, shortName, lead, result }),
  limit: ({ limit, limitNote, onlineLevel, bring, departmentCode, interAgency }) => ({
    ...{ limit, limitNote, onlineLevel },
    ...{ bring, departmentCode, interAgency },
  }),
  papers: ({ papers }) => papers,
  fees: ({ feeSentence, feeShort, fees }) => ({ feeSentence, feeShort, fees }),
  way: ({ way }) => way,
  basis: ({ legalBasis, verified }) => ({ legalBasis, verified }),
  day: ({ firstDay }) => firstDay,
  whole: (content) => content,
}

/** A short text that changes with what one page of a version shows, and with nothing else. */
export const markOf = (content: Content, page: Part | 'whole'): string => sha256(canonicalJson(SHOWN[page](content))).slice(0, 16)
