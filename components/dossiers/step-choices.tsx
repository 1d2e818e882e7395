import { FieldError } from '@/components/ui/field'

/**
 * One step that the rules allow here. `consequence` says what it does: to the clock, which paper comes out, who decides next.
 * `blocked` says what is missing before it can be taken; the step stays in the list, so that nobody has to guess that it exists.
 */
export type StepChoice = { step: string; label: string; consequence: string; blocked?: string | null }

/** The steps of a dossier as one radio group named `step`. The page of the chosen step then asks for its reason or file. */
export function StepChoices(props: { steps: readonly StepChoice[]; chosen?: string | undefined; error?: string | null | undefined }) {
  const { steps, chosen, error } = props
  return (
    <fieldset className="moves" aria-describedby={error ? 'step-error' : undefined}>
      <legend className="vh">Chọn một bước</legend>
      <FieldError name="step" error={error} />
      {steps.map(({ step, label, consequence, blocked }, index) => {
        const id = index === 0 ? 'step' : `step-${index + 1}`
        const off = blocked !== undefined && blocked !== null
        return (
          <div key={step} className={off ? 'choice is-off' : 'choice'}>
            <input type="radio" name="step" id={id} value={step} defaultChecked={step === chosen} />
            <label htmlFor={id}>
              {label} <span className="hint">{off ? blocked : consequence}</span>
            </label>
          </div>
        )
      })}
    </fieldset>
  )
}
