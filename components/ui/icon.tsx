const PATHS = {
  search:
    'M6.75 1.5a5.25 5.25 0 1 0 3.2 9.41l3.57 3.57 1.06-1.06-3.57-3.57A5.25 5.25 0 0 0 6.75 1.5Zm0 1.5a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5Z',
  ring: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 2a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
  dot: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
  pause: 'M3.5 3h3.25v10H3.5V3Zm5.75 0h3.25v10H9.25V3Z',
  tick: 'm6.2 13-4.7-4.7 1.4-1.4 3.3 3.3 6.9-6.9 1.4 1.4L6.2 13Z',
  bar: 'M2.5 7h11v2h-11V7Z',
  clock: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.5a5 5 0 1 1 0 10A5 5 0 0 1 8 3Zm-.75 1.5v4l2.9 1.75.75-1.25-2.15-1.3V4.5h-1.5Z',
  half: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.5v10A5 5 0 0 1 8 3Z',
  warning: 'M8 1 .75 14.25h14.5L8 1Zm-.75 4.75h1.5v4.5h-1.5v-4.5Zm0 5.5h1.5v1.5h-1.5v-1.5Z',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm-.8 3h1.6v1.6H7.2V4.5Zm0 2.6h1.6v4.4H7.2V7.1Z',
  forward: 'm8.6 2.6 5.4 5.4-5.4 5.4-1.3-1.3L10.5 9H2V7h8.5L7.3 3.9l1.3-1.3Z',
  back: 'M7.4 2.6 2 8l5.4 5.4 1.3-1.3L5.5 9H14V7H5.5l3.2-3.1-1.3-1.3Z',
} as const

export type IconName = keyof typeof PATHS

/** A 16 px shape beside words. It is hidden from screen readers, so it never stands alone. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The mark: one door standing ajar. The national emblem is not ours to use. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="#fff" d="M3 3h26v26H3z" />
      <path fill="#143763" d="M10 29V14a6 6 0 0 1 12 0v15z" />
      <path fill="#ffd54a" d="M16 29 22 14v15z" />
    </svg>
  )
}
