import { siteAddress } from '@/lib/places/address'

/** The commune of a dossier, as its addresses need it: people look it up and answer it on that commune's own site. */
type Home = { host: string | null }

/** Address of the look-up page for one dossier; what the QR code on the papers says too. */
export const followUrl = (home: Home, code: string): string => `${siteAddress(home)}/tra-cuu?ma=${encodeURIComponent(code)}`

/** Address of the page on which the applicant answers a supplement request. */
export const supplementUrl = (home: Home, code: string): string => `${siteAddress(home)}/ho-so/${encodeURIComponent(code)}/bo-sung`

/** How a paper leads back to its dossier: `qr` for a telephone, `page` as a person types it. */
export const lookUpOf = (home: Home, code: string): { qr: string; page: string } => ({
  qr: followUrl(home, code),
  page: `${siteAddress(home).replace(/^https?:\/\//, '')}/tra-cuu`,
})
