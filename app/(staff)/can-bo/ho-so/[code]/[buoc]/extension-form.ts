import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { wholeReason } from '@/lib/dossiers/reason-rules'
import { localDateOf } from '@/lib/platform/local-date'

/** The posted form as the command takes it: the new day from its three boxes. */
export function extensionIn(fields: Readonly<Record<string, string>>) {
  const part = (name: string) => (fields[`newDay.${name}`] ?? '').trim()
  const newDay = `${part('year')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`
  return { code: fields.code, version: fields.version, reason: wholeReason(fields), newDay }
}

/** What the draft proposes stands in the boxes already: one press sends it. */
export function extensionBefore(draft: StaffDossier['extension']): Record<string, string> {
  if (draft === null) return {}
  const [year = '', month = '', day = ''] = localDateOf(draft.newDueAt).split('-')
  return { reason: draft.reason, 'newDay.day': day, 'newDay.month': month, 'newDay.year': year }
}
