import { DefaultButton } from '@/components/forms/default-button'
import { SubmitButton } from '@/components/forms/submit-button'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Button, Buttons } from '@/components/ui/button'
import { backPath, type DraftPlace, stepHref, stepNumber, type StepPath, STEPS } from './steps'

type StepProps = { place: DraftPlace; path: StepPath; procedure: string; question?: string }

/** Back, where one is, and what this screen asks. `procedure` is its name; `question` asks where the title would only repeat the first label. */
export function StepHead({ place, path, procedure, question }: StepProps) {
  const number = stepNumber(path)
  return (
    <>
      <BackLink href={stepHref(place, backPath(path))}>{`Quay lại bước ${number - 1}`}</BackLink>
      <p className="kicker">
        {procedure} · Bước {number} trên {STEPS.length}
      </p>
      <h1>{question ?? STEPS[number - 1]?.title}</h1>
    </>
  )
}

/** Which draft the form around belongs to, and by its mark what it was drawn from; Enter goes on, whatever lesser buttons stand between the boxes. */
export function DraftForm({ place, seen }: { place: DraftPlace; seen: string }) {
  return (
    <>
      <DefaultButton name="then" value="next" />
      <input type="hidden" name="procedure" value={place.procedure} />
      <input type="hidden" name="draft" value={place.draft} />
      <input type="hidden" name="seen" value={seen} />
    </>
  )
}

/** On to the next screen, or out with everything kept. */
export function StepEnd() {
  return (
    <Buttons>
      <SubmitButton>Tiếp tục</SubmitButton>
      <Button look="plain" name="then" value="later">
        Lưu lại, làm sau
      </Button>
    </Buttons>
  )
}
