import { hasBlank } from '@/lib/procedures/blank-forms'
import { FORM_AT_THE_DESK } from '@/lib/procedures/words'
import { blankAddress } from './addresses'

type Paper = { key: string; name: string; formName: string | null }

/** Where to get a form that has to be filled in on paper: as a blank from here, or at the desk. Nothing for papers that are no form. */
export function GetForm({ procedure, paper: { key, name, formName } }: { procedure: string; paper: Paper }) {
  if (formName === null) return null
  if (!hasBlank(procedure, key)) return <> {FORM_AT_THE_DESK}</>
  return (
    <>
      {' '}
      <a href={blankAddress(procedure)}>
        In mẫu để điền<span className="vh">: {name}</span>
      </a>
      , hoặc xin miễn phí tại quầy.
    </>
  )
}
