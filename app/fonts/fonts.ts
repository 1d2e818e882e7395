import localFont from 'next/font/local'

/** Be Vietnam Pro cut down to Vietnamese and common foreign letters: 42 KB for four weights. It keeps no combining marks, so text must be NFC. */
export const textFont = localFont({
  src: [
    { path: './text-400.woff2', weight: '400' },
    { path: './text-500.woff2', weight: '500' },
    { path: './text-600.woff2', weight: '600' },
    { path: './text-700.woff2', weight: '700' },
  ],
  variable: '--font-text',
  display: 'swap',
})

/** Its ten digits on one width, for codes and columns: the face has no tabular figures of its own. 1.5 KB a weight, fetched when used. */
export const digitsFont = localFont({
  src: [
    { path: './figures-400.woff2', weight: '400' },
    { path: './figures-500.woff2', weight: '500' },
    { path: './figures-600.woff2', weight: '600' },
    { path: './figures-700.woff2', weight: '700' },
  ],
  variable: '--font-digits',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+30-39' }],
})
