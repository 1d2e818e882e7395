import { query } from '@/lib/access/gate'
import { asCitizen, filingCitizen } from '@/lib/access/policy'
import { localDateOf } from '@/lib/platform/local-date'
import { addressWords, maskPersonalNumber } from '@/lib/people/rules'
import { answersSchema, copiesAsked, prefilled, summary } from '@/lib/procedures/answers'
import { fieldsOf, FOR_WHOM, type FormDefinition, KEYS } from '@/lib/procedures/e-form'
import { conditionalFees, feesDue, isInForce } from '@/lib/procedures/rules'
import { markOf } from './draft-marks'
import { draftKeptUntil, missingParts } from './draft-rules'
import { type DraftData, OfDraft, StartDraft } from './draft-schema'
import { type Draft, type DraftSetting, findDraft, hasContact, loadSetting } from './drafts'

/** The draft that the citizen has already begun for a procedure, or null. */
export const findMyDraft = query({
  name: 'draft.find_mine',
  input: StartDraft,
  allow: (actor) => filingCitizen(actor),
  run: async ({ db, actor }, { procedure }) => {
    const { communeId, citizenId } = asCitizen(actor)
    const draft = await db.draft.findUnique({
      where: { communeId_citizenId_procedureCode: { communeId, citizenId, procedureCode: procedure } },
      select: { id: true, updatedAt: true },
    })
    return draft && { id: draft.id, savedAt: draft.updatedAt }
  },
})

/**
 * A draft as its pages show it: what was typed, what the account knows (the personal number masked), the files, the fees as they stand,
 * and everything that is missing. Refusals: `already_filed` with the code, `not_found`, `identity_level_too_low`.
 */
export const readDraft = query({
  name: 'draft.read',
  input: OfDraft,
  subject: (reading, { draftId }) => findDraft(reading, draftId),
  allow: (actor) => filingCitizen(actor),
  run: async ({ db, now }, _input, draft) => {
    const setting = await loadSetting(db, draft)
    const { procedure, form, account, facts } = setting
    const ward = account.wardCode
      ? await db.ward.findUnique({ where: { code: account.wardCode }, select: { name: true, province: { select: { name: true } } } })
      : null
    const on = localDateOf(now)
    const answers = answersSchema(form.definition).safeParse(draft.data.typed ?? {})
    const quantity = answers.success ? copiesAsked(answers.data) : 1
    return {
      id: draft.id,
      procedure,
      form: form.definition,
      data: draft.data,
      marks: {
        applicant: markOf(draft, 'applicant'),
        content: markOf(draft, 'content'),
        return: markOf(draft, 'return'),
        whole: markOf(draft, 'whole'),
      },
      typed: typedOf(draft, setting),
      said: answers.success ? summary(form.definition, answers.data) : [],
      files: draft.documents.map(({ id, position, fileName, mediaType, size, pages }) => ({
        id,
        position,
        fileName,
        mediaType,
        size,
        pages,
      })),
      account: {
        fullName: account.fullName,
        birthDate: account.birthDate,
        maskedNumber: maskPersonalNumber(account.personalNumber),
        phone: account.phone,
        email: account.email,
        provinceCode: account.provinceCode,
        wardCode: account.wardCode,
        addressDetail: account.addressDetail,
        address: addressWords(account.addressDetail, ward?.name, ward?.province.name),
        hasContact: hasContact(account),
      },
      fees: feesDue({ rules: procedure.fees, channel: 'ONLINE', on, quantity, conditions: [] }),
      possibleFees: conditionalFees({ rules: procedure.fees, channel: 'ONLINE', on, quantity }),
      missing: missingParts(facts),
      savedAt: draft.updatedAt,
      keptUntil: draftKeptUntil(localDateOf(draft.updatedAt)),
      /** The law has changed since the draft was begun: it has to be moved to the new version before it can be sent. */
      outdated: !isInForce(procedure, on),
    }
  },
})

export type DraftPage = Extract<Awaited<ReturnType<typeof readDraft>>, { ok: true }>['value']

/** Whom it is for, as far as the page before was told already; it can still be changed here, for a child is filed for by oneself. */
function forWhomOf({ filedBy, principal }: DraftData, form: FormDefinition): Record<string, string> {
  if (filedBy === null || !fieldsOf(form).some(({ key }) => key === KEYS.forWhom)) return {}
  if (filedBy === 'self') return { [KEYS.forWhom]: FOR_WHOM.me }
  return { [KEYS.forWhom]: FOR_WHOM.other, [KEYS.otherName]: principal?.fullName ?? '' }
}

/** What the content page starts with: what was typed, else what is known already. */
function typedOf({ data }: Draft, { procedure, form, account }: DraftSetting) {
  if (data.typed) return data.typed
  const known = {
    requester_full_name: account.fullName,
    requester_personal_number: account.personalNumber,
    requester_phone: account.phone,
    requester_email: account.email,
  }
  return { ...prefilled(form.definition, { procedureName: procedure.name, account: known }), ...forWhomOf(data, form.definition) }
}
