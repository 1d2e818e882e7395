'use client'

import { useFormState } from './action-form'

/** The box of one row of a list; what was ticked stays so after a refusal. `label` says what is ticked, for the row itself is its label to the eye. */
export function RowTick({ name, value, label }: { name: string; value: string; label: string }) {
  const isTicked = useFormState().values[name] !== undefined
  return (
    <span className="choice">
      {/* The key makes React build it anew: after a form action it resets a box to its very first default. */}
      <input key={String(isTicked)} type="checkbox" id={name} name={name} value={value} defaultChecked={isTicked} aria-label={label} />
    </span>
  )
}
