import { z } from 'zod'

/** A whole number as a box carries it, from `least` to `most`; `sentence` says what to do about anything else. */
export const WholeText = (sentence: string, { least, most }: { least: number; most: number }) =>
  z
    .string(sentence)
    .trim()
    .regex(/^\d{1,10}$/, sentence)
    .transform(Number)
    .refine((count) => count >= least && count <= most, sentence)
