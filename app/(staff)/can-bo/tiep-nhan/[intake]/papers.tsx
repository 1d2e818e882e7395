import { keptFile } from '@/components/dossiers/file-words'
import { SheetBoxes } from '@/components/dossiers/sheet-boxes'
import { FileField, Files, type FileStanding } from '@/components/forms/file-field'
import { RemoveFile } from '@/components/forms/remove-file'
import { FormRadios, FormTick } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { Button } from '@/components/ui/button'
import type { IntakePage } from '@/lib/counter/queries'
import { appliesBox, fileBox, followsFromWhoFiles } from '@/lib/dossiers/draft-rules'
import { shownBox } from '@/lib/dossiers/sheets'
import { copiesWords, REQUIREMENT_CAPTION } from '@/lib/procedures/words'

type Component = IntakePage['components'][number]

/** What was handed over of each component: sheets kept, a scan, or only shown. */
export function Papers({ components, refused }: { components: readonly Component[]; refused: Readonly<Record<string, string>> }) {
  return (
    <section aria-labelledby="giay-to">
      <h2 id="giay-to">Giấy tờ</h2>
      {components.length === 0 ? (
        <p>Thủ tục này không cần giấy tờ nào.</p>
      ) : (
        <p className="note">Ghi số bản giữ lại, quét hoặc chụp nếu số hóa, đánh dấu nếu chỉ xem rồi trả ngay.</p>
      )}
      {components.map((component) => (
        <Paper key={component.position} component={component} error={refused[String(component.position)]} />
      ))}
    </section>
  )
}

function Paper({ component, error }: { component: Component; error: string | undefined }) {
  const { name, note, requirement, formName } = component
  const isAsked = requirement === 'IF_APPLICABLE' && !followsFromWhoFiles(component)
  return (
    <div className={followsFromWhoFiles(component) ? 'to-take to-take--authority' : 'to-take'}>
      <div>
        <h3>{name}</h3>
        <p className="note">
          {requirement === 'PRESENTED' ? '' : `Cần ${copiesWords(component).toLocaleLowerCase('vi')} · `}
          {followsFromWhoFiles(component) ? 'Cần khi nộp thay theo ủy quyền' : REQUIREMENT_CAPTION[requirement]}
          {note === null ? '' : ` · ${note}`}
          {formName === null ? '' : ` · ${formName}`}
        </p>
      </div>
      <div>
        {requirement === 'PRESENTED' ? <Presented component={component} /> : null}
        {isAsked ? (
          <Reveal question={<Applies component={component} />}>
            <Taken component={component} error={error} />
          </Reveal>
        ) : null}
        {requirement !== 'PRESENTED' && !isAsked ? <Taken component={component} error={error} /> : null}
      </div>
    </div>
  )
}

const Applies = ({ component: { position, name, question } }: { component: Component }) => (
  <FormRadios
    name={appliesBox(position)}
    label={question ?? `Có ${name} không?`}
    choices={[
      { value: 'yes', label: 'Có', opens: true },
      { value: 'no', label: 'Không' },
    ]}
  />
)

const Presented = ({ component: { position, name } }: { component: Component }) => (
  <FormTick
    name={shownBox(position)}
    legend={name}
    choice={{ value: 'yes', label: 'Đã xuất trình', hint: 'Để trống thì ghi là chưa xuất trình.' }}
  />
)

function Taken({ component, error }: { component: Component; error: string | undefined }) {
  const { position, name } = component
  const of = <span className="vh"> của {name}</span>
  return (
    <>
      <SheetBoxes position={position} name={name} />
      <Files>
        <FileField name={fileBox(position)} label={<>Tệp quét hoặc ảnh chụp{of}</>} standing={standingOf(component, error)} more camera>
          <Button look="plain" name="then" value={`stay-${position}`}>
            Tải tệp lên<span className="vh"> cho {name}</span>
          </Button>
        </FileField>
      </Files>
    </>
  )
}

function standingOf({ files }: Component, error: string | undefined): FileStanding {
  const kept = files.map((file) => ({ ...keptFile(file), remove: <RemoveFile id={file.id} fileName={file.fileName} /> }))
  if (error !== undefined) return { kind: 'refused', error, files: kept }
  return kept.length > 0 ? { kind: 'received', files: kept } : { kind: 'empty' }
}
