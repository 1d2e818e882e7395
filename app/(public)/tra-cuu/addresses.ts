export const LOOK_UP = '/tra-cuu'

/** The dossier itself; it opens only with a grant. */
export const followAddress = (code: string): string => `${LOOK_UP}/${code}`

/** The form with the code filled in, for someone whose grant is missing or over. The code may stand in an address, the factor never. */
export const againAddress = (code: string): string => `${LOOK_UP}?ma=${encodeURIComponent(code)}&mo-lai=1`
