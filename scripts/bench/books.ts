import { db } from '@/lib/platform/db'

/** The filling copies rows without their books: what is given out next has to come after all that is there. */
export async function raiseBooks(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO number_book AS b ("communeId", kind, period, last)
    SELECT "communeId", 'CODE', split_part(code, '-', 2), max(split_part(code, '-', 3)::int) FROM dossier GROUP BY 1, 3
    UNION ALL SELECT "communeId", 'REGISTER ' || "fieldCode", "registerYear"::text, max("registerNumber")
      FROM dossier WHERE "registerYear" IS NOT NULL GROUP BY 1, 2, 3
    UNION ALL SELECT "communeId", kind::text, year::text, max(number) FROM paper GROUP BY 1, 2, 3
    ON CONFLICT ("communeId", kind, period) DO UPDATE SET last = greatest(b.last, EXCLUDED.last)`
}
