/** The addresses of the list of procedures, as they stand in the browser's bar. */
export type ListAddress = { q?: string; field?: string | null; cursor?: string | null }

/** `/thu-tuc?q=…&linh-vuc=…&tiep=…`; what is empty is left out. */
export function listAddress({ q = '', field = null, cursor = null }: ListAddress): string {
  const parameters = new URLSearchParams()
  if (q !== '') parameters.set('q', q)
  if (field !== null) parameters.set('linh-vuc', field)
  if (cursor !== null) parameters.set('tiep', cursor)
  return parameters.size === 0 ? '/thu-tuc' : `/thu-tuc?${parameters.toString()}`
}

export const fieldAddress = (field: string): string => listAddress({ field })

/** The sheet of one procedure, and the sheets of a whole field for the posting board. */
export const sheetAddress = (code: string): string => `/thu-tuc/${code}/to-in`
/** The form of a procedure as a blank, where its boxes are known. */
export const blankAddress = (code: string): string => `/thu-tuc/${code}/to-khai`
export const postingAddress = (field: string): string => `/niem-yet/${field}`
