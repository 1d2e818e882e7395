import type { LocalDate } from '@/lib/platform/local-date'

/** The official forms, by code name: their numbers change with the circular in force, the papers do not. */
export const PAPER_KINDS = ['RECEIPT', 'SUPPLEMENT', 'REFUSAL', 'APOLOGY', 'STOP', 'CONTROL', 'REGISTER'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** What the office keeps for itself: it names officers, and is not handed to the applicant. */
export const INTERNAL: readonly PaperKind[] = ['CONTROL', 'REGISTER']

/** Forms in force from a day on; a paper without a number did not exist under that circular. */
type FormEdition = {
  circular: string
  /** First local day, `YYYY-MM-DD`; null: from the beginning. */
  from: string | null
  /** True while the text in force was not at hand, so that the date may have to be moved. */
  unverified: boolean
  numbers: Record<PaperKind, string | null>
}

/** Circular 03/2025 is dated 15/09/2025; some provinces still used the older forms in December 2025. Newest first. */
const FORM_EDITIONS: readonly FormEdition[] = [
  {
    circular: '03/2025/TT-VPCP',
    from: '2025-09-15',
    unverified: true,
    numbers: { RECEIPT: '01', SUPPLEMENT: '02', REFUSAL: '03', APOLOGY: '04', STOP: '05', CONTROL: '06', REGISTER: '07' },
  },
  {
    circular: '01/2018/TT-VPCP',
    from: null,
    unverified: false,
    numbers: { RECEIPT: '01', SUPPLEMENT: '02', REFUSAL: '03', APOLOGY: '04', STOP: null, CONTROL: '05', REGISTER: '06' },
  },
]

/** Editions whose first day was not seen in the text itself. */
export const unverifiedEditions = (): readonly FormEdition[] => FORM_EDITIONS.filter(({ unverified }) => unverified)

/** The edition in force on a day. */
export function formEditionOn(date: LocalDate): FormEdition {
  const edition = FORM_EDITIONS.find(({ from }) => from === null || from <= date)
  if (edition === undefined) throw new Error('the last edition must have no first day')
  return edition
}

/** How the numbers of a book are written: "0412/TTPVHCC" has four digits and what follows the slash as its sign. */
export type NumberFormat = { sign: string; digits: number }

const usual = (sign: string): NumberFormat => ({ sign, digits: 4 })

/**
 * How papers are numbered until the office writes them otherwise. No two kinds share a sign, since each counts by itself. Circular 03/2025 was not
 * seen for STOP: "TBD" (thông báo dừng) is ours.
 */
export const USUAL_FORMATS: Record<PaperKind, NumberFormat> = {
  RECEIPT: usual('TTPVHCC'),
  SUPPLEMENT: usual('PBS'),
  REFUSAL: usual('PTC'),
  APOLOGY: usual('PXL'),
  STOP: usual('TBD'),
  CONTROL: usual('PKS'),
  REGISTER: usual('STD'),
}

/** "0412/TTPVHCC". */
export const writtenNumber = (number: number, { sign, digits }: NumberFormat): string => `${String(number).padStart(digits, '0')}/${sign}`

/** The number of a paper as it was printed. `printed`: as kept with it; null: from before numbers could be written otherwise. */
export const paperNumber = ({ kind, number, printed }: { kind: PaperKind; number: number; printed: string | null }): string =>
  printed ?? writtenNumber(number, USUAL_FORMATS[kind])

/** How much air a sheet has. A tighter one is tried only where it needs fewer pages. */
export type Density = 'roomy' | 'compact' | 'tight'
type Layout = { file: string; densities: readonly Density[] }

const AIRY: readonly Density[] = ['roomy', 'compact']

/**
 * The layouts that can be rendered, by version. A version in use is never changed: what was issued must be renderable as it was. Version 2 of the
 * receipt may be set tight, which brings one with a principal and several papers back to one page; that of the refusal keeps the lines of the reason.
 */
const TEMPLATES = {
  RECEIPT: { 1: { file: 'receipt.typ', densities: AIRY }, 2: { file: 'receipt.typ', densities: [...AIRY, 'tight'] } },
  SUPPLEMENT: { 1: { file: 'slip.typ', densities: AIRY } },
  REFUSAL: { 1: { file: 'slip.typ', densities: AIRY }, 2: { file: 'slip.typ', densities: AIRY } },
  STOP: { 1: { file: 'slip.typ', densities: AIRY } },
  APOLOGY: { 1: { file: 'slip.typ', densities: AIRY } },
  CONTROL: { 1: { file: 'control.typ', densities: AIRY } },
} as const satisfies Partial<Record<PaperKind, Record<number, Layout>>>
export type RenderableKind = keyof typeof TEMPLATES

/** Whether a layout for this paper exists yet. */
export const isRenderable = (kind: PaperKind): kind is RenderableKind => Object.hasOwn(TEMPLATES, kind)

/**
 * The papers on a roll of 80 mm, as printers at a counter take it: the same facts and fields, made when it is asked for and never kept. What is no
 * paper of the counter is not there.
 */
const ROLLS: Readonly<Partial<Record<RenderableKind, Readonly<Record<number, string>>>>> = {
  RECEIPT: { 1: 'receipt-roll.typ', 2: 'receipt-roll.typ' },
  SUPPLEMENT: { 1: 'slip-roll.typ' },
  REFUSAL: { 1: 'slip-roll.typ', 2: 'slip-roll.typ' },
  STOP: { 1: 'slip-roll.typ' },
  APOLOGY: { 1: 'slip-roll.typ' },
}

/** The template of a paper's roll by the version of the paper, or null for a paper without one and for a version that never was. */
export const rollTemplate = (kind: RenderableKind, version: number): string | null => ROLLS[kind]?.[version] ?? null

/** The layout of a paper issued now. */
export const CURRENT_TEMPLATE: Record<RenderableKind, number> = { RECEIPT: 2, SUPPLEMENT: 1, REFUSAL: 2, STOP: 1, APOLOGY: 1, CONTROL: 1 }

/** The template's file and how tight it may be set, or null for a version that never was. */
export function layoutOf(kind: RenderableKind, version: number): Layout | null {
  const versions: Readonly<Record<number, Layout>> = TEMPLATES[kind]
  return versions[version] ?? null
}

export type Payment = 'paid_online' | 'paid_cash' | 'paid_transfer' | 'due'

/** Whose paper it is, as stands above it: the agency over the office, the office, and the place before the date. */
export type Letterhead = { parentAgency: string; unit: string; place: string }

/** The letterhead of a commune's office. */
export const letterheadOf = (commune: { parentAgency: string; centreName: string; placeName: string }): Letterhead => ({
  parentAgency: commune.parentAgency,
  unit: commune.centreName,
  place: commune.placeName,
})
