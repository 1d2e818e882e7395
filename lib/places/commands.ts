import { command } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { keepChange, lockOffice } from './changes'
import { CommuneFacts } from './schema'
import { TOLD } from './store'

/**
 * Saves what the commune says of itself; pages and papers issued from now on take it from there, papers issued before keep what they say.
 * Refusals: `invalid_input` for a host or an agency code that another commune has, a code that dossiers carry, or a province that is none.
 */
export const saveCommune = command({
  name: 'places.save_commune',
  input: CommuneFacts,
  allow: (actor) => may(actor, 'commune.manage'),
  run: async (writing, facts) => {
    const { db, actor } = writing
    const { communeId: id } = actor
    await lockOffice(writing)
    const others = await db.commune.findMany({
      where: { id: { not: id } },
      select: { host: true, agencyCode: true },
    })
    const no = (field: string, sentence: string) => new Refusal('invalid_input', {}, { [field]: sentence })
    if (facts.provinceCode !== null && !(await db.province.findUnique({ where: { code: facts.provinceCode }, select: { code: true } })))
      throw no('provinceCode', 'Chọn tỉnh hoặc thành phố')
    if (others.some(({ host }) => host === facts.host))
      throw no('host', facts.host === null ? 'Bản cài đặt có nhiều xã, nên xã này cần tên miền riêng' : 'Xã khác đang dùng tên miền này')
    if (others.some(({ agencyCode }) => agencyCode === facts.agencyCode)) throw no('agencyCode', 'Xã khác đang dùng mã này')
    const before = await db.commune.findUniqueOrThrow({ where: { id }, select: TOLD })
    const { agencyCode } = before
    // A dossier's code begins with it, and people find their dossier's commune by it.
    if (agencyCode !== facts.agencyCode && (await db.dossier.findFirst({ where: { communeId: id }, select: { id: true } })))
      throw no('agencyCode', `Đã có hồ sơ mang mã ${agencyCode}, nên mã này không đổi được`)
    await db.commune.update({ where: { id }, data: facts, select: { id: true } })
    await keepChange(writing, { topic: 'COMMUNE', subject: String(id), before, after: facts })
    return { id }
  },
  about: (_input, _subject, { id }) => ({ kind: 'commune', id: String(id) }),
})
