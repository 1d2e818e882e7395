import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { unverifiedEditions } from '@/lib/papers/rules'
import { LegalBasis } from '@/lib/procedures/schema'
import { inForceOn, notOverOn } from '@/lib/procedures/store'
import { UNVERIFIED_RULES } from './words'

/** Everything that this installation counts or says by, while nobody has held it against the text in force, with where it was taken from. */
export const findUnverified = query({
  name: 'dossier.find_unverified',
  input: z.object({}),
  allow: (actor) => may(actor, 'installation.manage'),
  run: async ({ db, actor: { communeId }, now }) => {
    const { supplementDays, supplementSource } = await db.commune.findUniqueOrThrow({
      where: { id: communeId },
      select: { supplementDays: true, supplementSource: true },
    })
    // What has ended only holds for dossiers that were filed under it.
    const holds = notOverOn(localDateOf(now))
    const [fees, versions, days, reasons] = await Promise.all([
      db.feeRule.findMany({
        where: { unverified: true, ...holds, version: holds },
        orderBy: [{ versionId: 'asc' }, { code: 'asc' }],
        select: { name: true, amount: true, condition: true, source: true, version: { select: { procedureCode: true, shortName: true } } },
      }),
      db.procedureVersion.findMany({
        where: { verified: false, ...holds },
        orderBy: [{ procedureCode: 'asc' }, { validFrom: 'asc' }],
        select: { id: true, procedureCode: true, shortName: true, limitValue: true, limitUnit: true, legalBasis: true },
      }),
      db.calendarDay.findMany({ where: { OR: [{ provisional: true }, { legalRef: null }] }, orderBy: { date: 'asc' } }),
      db.listedReason.findMany({
        where: { communeId, unverified: true, ...inForceOn(localDateOf(now)) },
        orderBy: [{ kind: 'asc' }, { position: 'asc' }],
        select: { code: true, kind: true, text: true },
      }),
    ])
    return {
      rules: [
        ...UNVERIFIED_RULES,
        ...(supplementSource === null
          ? [
              {
                rule: `Chờ người nộp bổ sung ${supplementDays} ngày rồi xem lại; hồ sơ không tự đóng`,
                source: 'Chưa có văn bản nêu thời hạn',
              },
            ]
          : []),
      ],
      reasons,
      editions: unverifiedEditions().map(({ circular, from }) => ({ circular, from })),
      fees,
      versions: versions.map(({ legalBasis, ...version }) => ({
        ...version,
        basis: LegalBasis.parse(legalBasis).map(({ title }) => title),
      })),
      days: days.map(({ date, name, provisional, legalRef }) => ({ date: localDateOfColumn(date), name, provisional, legalRef })),
    }
  },
})
