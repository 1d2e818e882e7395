import { z } from 'zod'
import { FILE_LIMIT, MEDIA_TYPES, PAGE_LIMIT, displayName } from './rules'

/** A file as the commands take it: arrived, inspected and lying in the storage under `id`. */
export const StoredFile = z.object({
  id: z.uuid(),
  fileName: z.string().min(1).transform(displayName),
  mediaType: z.enum(MEDIA_TYPES),
  /** Bytes. */
  size: z.int().min(1).max(FILE_LIMIT),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pages: z.int().min(1).max(PAGE_LIMIT).nullable(),
})
export type StoredFile = z.infer<typeof StoredFile>
