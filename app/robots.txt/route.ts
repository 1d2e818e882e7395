/** What a search engine may read: what anyone may read. Pages about one person or one dossier are nothing for it. */
const NOT_FOR_SEARCH = [
  '/api/',
  '/can-bo',
  '/dang-nhap',
  '/dat-mat-khau',
  '/ho-so',
  '/lanh-dao',
  '/nop-ho-so',
  '/quan-tri',
  '/tai-khoan',
  '/tra-cuu/',
]

export const GET = (): Response =>
  new Response(['User-agent: *', ...NOT_FOR_SEARCH.map((path) => `Disallow: ${path}`), ''].join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
