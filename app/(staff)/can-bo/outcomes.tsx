'use client'

import { useEffect, useRef } from 'react'
import { useFormState } from '@/components/forms/action-form'
import { Notice } from '@/components/ui/notice'
import { dossierHref } from './addresses'
import { outcomesIn } from './ticks'

/**
 * What became of each dossier that was ticked; `done` begins the sentence that counts them ("Đã ký duyệt"). It takes the focus, since the button
 * stands below the list and this above it.
 */
export function Outcomes({ done }: { done: string }) {
  const { values } = useFormState()
  const box = useRef<HTMLDivElement>(null)
  const outcomes = outcomesIn(values)
  const isAnswer = outcomes.length > 0
  useEffect(() => {
    if (isAnswer) box.current?.focus()
  }, [isAnswer, values])
  if (!isAnswer) return null
  const [succeeded, failed] = [outcomes.filter(({ isDone }) => isDone), outcomes.filter(({ isDone }) => !isDone)]
  return (
    <div className="outcomes" tabIndex={-1} ref={box}>
      <Notice live tone={failed.length === 0 ? 'info' : 'soon'}>
        <p>
          <strong>
            {done} {succeeded.length} trên {outcomes.length} hồ sơ được chọn.
          </strong>
        </p>
        <ul>
          {[...failed, ...succeeded].map(({ code, sentence }) => (
            <li key={code}>
              <a href={dossierHref(code, null)}>{code}</a>: {sentence}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
