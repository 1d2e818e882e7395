/** An answer for people that comes from outside of any page: one sentence, without the site's frame, because nothing may be loaded for it. */

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)

const STYLE = 'body{font:18px/1.6 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:24px 16px;color:#131c2b}a{color:#1d4c8c}'

/**
 * A whole page with `title` as its h1 and one sentence that says what to do next. `nonce` lets its few lines of style through; `again`: the address
 * to try anew.
 */
export function plainPage(
  status: number,
  { title, sentence, nonce, again }: { title: string; sentence: string; nonce: string; again?: string | undefined },
): Response {
  const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} – Một Cửa</title><style nonce="${escaped(nonce)}">${STYLE}</style></head><body><main><h1>${escaped(title)}</h1><p>${escaped(sentence)}</p>${again === undefined ? '' : `<p><a href="${escaped(again)}">Thử lại</a></p>`}<p><a href="/">Về trang Thủ tục</a></p></main></body></html>`
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}
