import type { KeptFile } from '@/components/forms/file-field'
import { sizeInWords } from '@/lib/documents/words'

type Document = { id: string; fileName: string; mediaType: string; size: number; pages: number | null }

/** "2 trang", "1 ảnh"; of a Word document nobody knows the pages before it is printed. */
const contentWords = ({ mediaType, pages }: Document): string | null =>
  mediaType.startsWith('image/') ? '1 ảnh' : pages === null ? null : `${pages} trang`

/** Whose a dossier is, where that is not the commune of this site (`home`). */
export const elsewhere = (communeId: number, home: number): number | undefined => (communeId === home ? undefined : communeId)

const ofCommune = (communeId: number | undefined): string => (communeId === undefined ? '' : `?xa=${communeId}`)

/** The address of a stored file and of an official paper. `communeId`: whose it is, where that is not the commune of the site. */
export const fileHref = (id: string, communeId?: number): string => `/api/files/${id}${ofCommune(communeId)}`
export const paperHref = (id: string, communeId?: number): string => `/api/papers/${id}${ofCommune(communeId)}`

/** A stored file as the components draw it. */
export const keptFile = (document: Document, communeId?: number): KeptFile => ({
  id: document.id,
  name: document.fileName,
  content: contentWords(document),
  size: sizeInWords(document.size),
  href: fileHref(document.id, communeId),
})
