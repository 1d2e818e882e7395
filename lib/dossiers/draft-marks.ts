import { canonicalJson, sha256 } from '@/lib/platform/digest'
import type { DraftData } from './draft-schema'

// A draft is one person's, but she may have it open in two windows. A form says by a mark what it was drawn from, so that an older window
// neither overwrites what the newer one has kept nor sends what it never showed.

type Shown = { data: DraftData; documents: readonly { id: string }[] }

const SHOWN = {
  applicant: ({ data: { filedBy, principal, contact } }: Shown) => ({ filedBy, principal, contact }),
  content: ({ data: { typed } }: Shown) => typed,
  return: ({ data: { returnMethod, returnAddress } }: Shown) => ({ returnMethod, returnAddress }),
  /** What the check page shows: all that will be sent. */
  whole: ({ data: { refusedFiles: _told, ...said }, documents }: Shown) => ({ said, files: documents.map(({ id }) => id).toSorted() }),
}

/** A short text that changes with what one page of a draft shows, and with nothing else. */
export const markOf = (shown: Shown, page: keyof typeof SHOWN): string => sha256(canonicalJson(SHOWN[page](shown))).slice(0, 16)
