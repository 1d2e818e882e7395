import { aDossier, type BuiltDossier, type DossierBuilder } from './builders/dossier'
import type { SeedPerson } from './builders/person'
import { procedureOf, type SeedProcedure, staffNamed, type World } from './builders/world'

type Casting = {
  procedures: readonly SeedProcedure[]
  someone: (n: number) => { person: SeedPerson; citizenId: string | null }
  /** The office's time so many working minutes before now. */
  at: (left: number) => Date
  /** In the morning so many working days before today. */
  daysAgo: (days: number) => Date
}

/** Liên thông khai sinh, thường trú, thẻ BHYT: Công an xã has a part of it. */
const JOINT = '2.000986'

const POLICE = { departmentCode: 'CONG_AN', id: null }

/** Dossiers off the ordinary way: with another agency, in time and late, with the registrar, waiting for a payment, asked to stop, stopped. */
export function demoPaths(world: World, { procedures, someone, at, daysAgo }: Casting): BuiltDossier[] {
  const theirs = procedures.filter(({ departmentCode }) => departmentCode === 'VAN_PHONG')
  const numbered = procedures.filter(({ steps }) => steps.some(({ kind }) => kind === 'ISSUE'))
  const pham = staffNamed(world, 'thidiem.pham')
  const begun = (from: readonly SeedProcedure[], n: number): DossierBuilder => {
    const procedure = from[n % from.length]
    if (!procedure) throw new Error('No procedure of the demonstration goes this way')
    return aDossier(world, { procedure, ...someone(n), channel: 'ONLINE', submittedAt: at(238 - n), paid: true }, n)
      .step('receive', at(200 - n))
      .step('forward', at(190 - n))
  }
  const inHand = (n: number) => begun(theirs, n).step('take', at(150), { by: pham })
  const signed = (n: number) =>
    begun(numbered, n)
      .step('take', at(150))
      .resultAttached(at(80))
      .step('propose', at(75))
      .step('approve', at(30 - n))
  // Three working days were given and six have gone: the agency is late, and the dossier is not yet.
  const late = aDossier(
    world,
    { procedure: procedureOf(world, JOINT), ...someone(19), channel: 'ONLINE', submittedAt: daysAgo(8), paid: true },
    19,
  )
    .step('receive', daysAgo(7))
    .step('forward', daysAgo(7))
    .step('take', daysAgo(6), { by: pham })
    .step('ask_agency', daysAgo(6), { to: POLICE, note: 'Đăng ký thường trú cho trẻ.' })
  return [
    inHand(11).step('ask_agency', at(90), { to: POLICE, note: 'Xác minh nơi thường trú của người được đề nghị.' }),
    inHand(12)
      .step('ask_agency', at(140), { to: POLICE, note: 'Xác minh tình trạng cư trú.' })
      .step('agency_answer', at(60), { note: 'Công văn trả lời: đang thường trú tại xã từ năm 2015.' }),
    inHand(13).step('ask_for_payment', at(70), { note: 'Thông báo số 45/TB ngày trong tuần của cơ quan thuế.' }),
    inHand(14).step('ask_to_withdraw', at(40), { note: 'Đã làm thủ tục này ở nơi khác.' }),
    inHand(15).step('stop', at(25), { note: 'Người nộp không thuộc trường hợp được giải quyết theo quy định.' }),
    signed(1),
    signed(2),
    signed(3),
    late,
  ].map((builder) => builder.built())
}
