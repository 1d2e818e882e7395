import { aDossier, type BuiltDossier, type DossierBuilder } from './builders/dossier'
import type { SeedPerson } from './builders/person'
import { type SeedProcedure, staffNamed, type World } from './builders/world'

/** The department whose head and specialists the demonstration's accounts are. */
const DEPARTMENT = 'VAN_PHONG'
const HEAD = 'nguyenmau.ngo'
const [PHAM, DO] = ['thidiem.pham', 'thunghiem.do']

type Casting = {
  procedures: readonly SeedProcedure[]
  someone: (n: number) => { person: SeedPerson; citizenId: string | null }
  /** The office's time so many working minutes before now. */
  at: (left: number) => Date
}

/** Work of one department on its way between people: waiting for one, assigned, passed on, given back, in the hands of the head. */
export function demoPassedOn(world: World, { procedures, someone, at }: Casting): BuiltDossier[] {
  const theirs = procedures.filter(({ departmentCode }) => departmentCode === DEPARTMENT)
  const [head, pham, colleague] = [HEAD, PHAM, DO].map((userName) => staffNamed(world, userName))
  const way = (n: number, go: (builder: DossierBuilder) => DossierBuilder): BuiltDossier => {
    const procedure = theirs[n % theirs.length]
    if (!procedure) throw new Error(`${DEPARTMENT} resolves nothing`)
    const begun = aDossier(world, { procedure, ...someone(n), channel: 'ONLINE', submittedAt: at(230 - n), paid: true }, n)
    return go(begun.step('receive', at(190 - n)).step('forward', at(180 - n))).built()
  }
  return [
    way(1, (builder) => builder),
    way(2, (builder) => builder),
    way(7, (builder) => builder),
    way(8, (builder) => builder.step('assign', at(90), { to: pham, note: 'Người nộp cần kết quả trong tuần, giải quyết trước.' })),
    way(4, (builder) =>
      builder.step('take', at(120), { by: colleague }).step('pass_on', at(70), { to: pham, note: 'Nghỉ phép từ ngày mai.' }),
    ),
    way(5, (builder) =>
      builder
        .step('take', at(110), { by: pham })
        .step('give_back', at(40), { note: 'Đang giữ nhiều hồ sơ gần hạn, đề nghị giao người khác.' }),
    ),
    way(10, (builder) => builder.step('take', at(65), { by: head })),
  ]
}
