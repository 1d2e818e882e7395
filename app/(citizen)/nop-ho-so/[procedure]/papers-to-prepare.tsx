import { GetForm } from '@/app/(public)/thu-tuc/get-form'
import type { Procedure } from '@/lib/procedures/store'
import { paperFormWords, PRESENTED_WORDS } from '@/lib/procedures/words'
import { sentenceCase } from '@/lib/text/dates'

type Component = Procedure['components'][number]

/** What to photograph or scan before beginning; what only applies in some cases says in which, what is only looked up is not asked for. */
export function PapersToPrepare({
  components,
  online,
  procedure,
}: {
  components: readonly Component[]
  online: boolean
  procedure: string
}) {
  const filed = components.filter(({ requirement }) => requirement !== 'PRESENTED')
  const presented = components.filter(({ requirement }) => requirement === 'PRESENTED')
  return (
    <>
      {filed.length === 0 ? (
        <p>Không phải nộp giấy tờ nào.</p>
      ) : (
        <ul className="rows">
          {filed.map((component) => (
            <li key={component.key}>
              <strong>{component.name}</strong>
              {caseOf(component, online) === null ? null : (
                <span className="note">
                  {caseOf(component, online)}
                  <GetForm procedure={procedure} paper={component} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {presented.length === 0 ? null : (
        <p className="note">
          Không phải nộp: {presented.map(({ name }) => name).join('; ')}. {sentenceCase(PRESENTED_WORDS)}.
        </p>
      )}
    </>
  )
}

function caseOf(component: Component, online: boolean): string | null {
  const { requirement, note, formName } = component
  const form = online ? paperFormWords(component) : formName === null ? null : `${formName}.`
  const words = [note ?? (requirement === 'IF_APPLICABLE' ? 'Chỉ cần nếu thuộc trường hợp.' : ''), form ?? '']
  const said = words.filter((text) => text !== '').join(' ')
  return said === '' ? null : said
}
