'use client'

import { useActionState } from 'react'

/** What the look at a personal number came to: the number, or why not. */
export type Revealed = { number: string | null; sentence: string | null }

/**
 * The masked number with a button that shows it whole. The number comes with the answer to that press and is nowhere in the page before;
 * each press is written down, so it is a button and not a link that a browser might load in advance.
 */
export function PersonalNumber(props: { code: string; masked: string; action: (state: Revealed, data: FormData) => Promise<Revealed> }) {
  const [{ number, sentence }, reveal] = useActionState(props.action, { number: null, sentence: null })
  return (
    <form action={reveal} className="reveal-number">
      <input type="hidden" name="code" value={props.code} />
      <span className="figures" role="status">
        {number ?? props.masked}
      </span>{' '}
      {number === null ? (
        <button type="submit" className="as-link">
          Hiện<span className="vh"> số định danh, có ghi nhật ký</span>
        </button>
      ) : null}
      {sentence === null ? null : <span className="note">{sentence}</span>}
    </form>
  )
}
