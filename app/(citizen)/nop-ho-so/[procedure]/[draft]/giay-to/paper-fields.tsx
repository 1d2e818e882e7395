import { GetForm } from '@/app/(public)/thu-tuc/get-form'
import { keptFile } from '@/components/dossiers/file-words'
import { FileField, FileLine, Files, type FileStanding } from '@/components/forms/file-field'
import { RemoveFile } from '@/components/forms/remove-file'
import { Reveal } from '@/components/forms/reveal'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/choice'
import { applies, appliesBox, fileBox, followsFromWhoFiles } from '@/lib/dossiers/draft-rules'
import type { Procedure } from '@/lib/procedures/store'
import { paperFormWords, PRESENTED_WORDS } from '@/lib/procedures/words'
import { sentenceCase } from '@/lib/text/dates'
import type { OpenDraft } from '../open-draft'

type Component = Procedure['components'][number]
type Props = { draft: OpenDraft; errors: Readonly<Record<string, string>> }

/** One place for each component that may have to be filed: a file input, or yes/no first and the input with "Có". */
export function PaperFields({ draft, errors }: Props) {
  const filed = draft.procedure.components.filter(({ requirement }) => requirement !== 'PRESENTED')
  if (filed.length === 0) return <p>Thủ tục này không phải nộp giấy tờ nào.</p>
  return (
    <Files>
      {filed.map((component) => (
        <Paper key={component.key} component={component} draft={draft} errors={errors} />
      ))}
    </Files>
  )
}

function Paper({ component, draft, errors }: Props & { component: Component }) {
  if (component.requirement === 'ALWAYS') return <Upload component={component} draft={draft} errors={errors} />
  if (!followsFromWhoFiles(component)) return <AskedPaper component={component} draft={draft} errors={errors} />
  if (applies(component, draft.data)) return <Upload component={component} draft={draft} errors={errors} />
  const reason = draft.data.filedBy === 'self' ? 'Ông/Bà tự nộp hồ sơ của mình' : 'chỉ hỏi khi Ông/Bà nộp thay theo ủy quyền'
  return <FileField name={fileBox(component.position)} label={component.name} standing={{ kind: 'not-needed', reason }} />
}

function AskedPaper({ component, draft, errors }: Props & { component: Component }) {
  const { position, name, question } = component
  const answer = applies(component, draft.data)
  const box = appliesBox(position)
  return (
    <li>
      <Reveal
        question={
          <RadioGroup
            name={box}
            label={question ?? `Có ${name} không?`}
            error={errors[box]}
            value={answer === null ? undefined : answer ? 'yes' : 'no'}
            choices={[
              { value: 'yes', label: 'Có', opens: true },
              { value: 'no', label: 'Không' },
            ]}
          />
        }
      >
        <Files>
          <Upload component={component} draft={draft} errors={errors} isAsked />
        </Files>
      </Reveal>
    </li>
  )
}

function Upload({ component, draft, errors, isAsked = false }: Props & { component: Component; isAsked?: boolean }) {
  const { position, name, note } = component
  const box = fileBox(position)
  const words = [note ?? '', paperFormWords(component) ?? ''].filter((text) => text !== '').join(' ')
  const hint = isAsked ? (
    <>
      <span className="unhidden">Chỉ tải lên khi trả lời Có. </span>
      {words}
      <GetForm procedure={draft.procedure.code} paper={component} />
    </>
  ) : words === '' ? undefined : (
    <>
      {words}
      <GetForm procedure={draft.procedure.code} paper={component} />
    </>
  )
  return (
    <FileField name={box} label={name} standing={standingOf(draft, position, errors[box])} more {...(hint === undefined ? {} : { hint })}>
      <Button look="plain" name="then" value={`stay-${position}`}>
        Tải tệp lên<span className="vh"> cho {name}</span>
      </Button>
    </FileField>
  )
}

function standingOf(draft: OpenDraft, position: number, error: string | undefined): FileStanding {
  const files = draft.files
    .filter((file) => file.position === position)
    .map((file) => ({ ...keptFile(file), remove: <RemoveFile id={file.id} fileName={file.fileName} /> }))
  if (error !== undefined) return { kind: 'refused', error, files }
  return files.length > 0 ? { kind: 'received', files } : { kind: 'empty' }
}

/** What nobody has to file, with what happens instead. */
export function PresentedPapers({ components }: { components: readonly Component[] }) {
  const presented = components.filter(({ requirement }) => requirement === 'PRESENTED')
  if (presented.length === 0) return null
  return (
    <>
      <h2>Không phải nộp</h2>
      <Files>
        {presented.map(({ key, name, note }) => (
          <FileLine key={key} label={name} standing={{ kind: 'not-needed', reason: note ?? `${sentenceCase(PRESENTED_WORDS)}.` }} />
        ))}
      </Files>
    </>
  )
}
