/** A piece of HTML that is safe to put into a page. Only `html` makes one, so a plain string is always escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | readonly Html[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes text for element content and quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** Template tag: escapes every value that is not itself `Html`. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((whole, literal, index) => whole + literal + render(parts[index] ?? null), ''))
}

function render(part: Part): string {
  if (part === null) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return part.map((piece) => piece.text).join('')
}

// System fonts and colours of their own: nobody should take a stand-in for the portal, let alone for VNeID.
const CSS = `
*{box-sizing:border-box}
body{margin:0;color:#131c2b;background:#fff;font:1.0625rem/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere}
.band{background:#fff0cf;border-bottom:4px solid #b97a10;color:#7a4a00}
.band,.foot,main{padding:1rem max(1rem,calc((100% - 44rem)/2))}
.band b{display:block;font-size:1.125rem;line-height:1.5}
main{padding-block:1.5rem 3rem}
h1{font-size:1.75rem;line-height:1.4;margin:0 0 .75rem}
h2{font-size:1.25rem;line-height:1.5;margin:2rem 0 .5rem}
p{margin:0 0 1rem}
a{color:#1d4c8c;text-underline-offset:.15em}
a,button,input,summary{outline-offset:2px}
:focus-visible{outline:3px solid #131c2b;box-shadow:0 0 0 6px #ffd54a}
label{display:block;font-weight:600}
.hint,.foot,.when{color:#3d4a5c;font-size:.9375rem;line-height:1.6}
.hint{display:block}
.error{display:block;margin:.25rem 0;border-left:5px solid #b0241c;color:#b0241c;font-weight:600;padding-left:.75rem}
input[type=text],input[type=email]{width:100%;max-width:20rem;min-height:2.75rem;padding:.25rem .75rem;margin:.5rem 0 1rem;border:2px solid #76828f;border-radius:4px;font:inherit;color:inherit;background:#fff}
button{min-height:2.75rem;padding:.5rem 1rem;border:2px solid #1d4c8c;border-radius:4px;background:#1d4c8c;color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:hover{background:#143763}
button.plain{background:#fff;color:#1d4c8c}
button.plain:hover{background:#e9f0f8}
ul.list{list-style:none;margin:0;padding:0;border-top:1px solid #d6dde5}
ul.list li{border-bottom:1px solid #d6dde5}
ul.list button,ul.list a{display:block;width:100%;padding:.75rem .25rem;text-align:left;border:0;border-radius:0;background:none;color:#1d4c8c;font-weight:600;text-decoration:none}
ul.list button:hover,ul.list a:hover{background:#e9f0f8;text-decoration:underline}
ul.list span{display:block;color:#3d4a5c;font-weight:400}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0 0 1.5rem}
dt{color:#3d4a5c}dd{margin:0}
iframe{width:100%;height:32rem;border:1px solid #76828f;border-radius:4px;background:#fff;resize:vertical}
pre{white-space:pre-wrap;font:inherit;margin:0;padding:1rem;background:#f5f7f9;border-radius:4px}
@media (max-width:30rem){main button{width:100%}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
`

/** A whole page in Vietnamese without script; `band` says in its first words that this is a stand-in. */
export function page({ title, band, body }: { title: string; band: { name: string; note: string }; body: Html }): string {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${band.name}</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(CSS)}
        </style>
      </head>
      <body>
        <header class="band"><b>${band.name}</b>${band.note}</header>
        <main>${body}</main>
      </body>
    </html> `.text
}

/** Headers of every page of a stand-in. `formTargets` are the origins that a form's answer may redirect to. */
export function pageHeaders(formTargets: readonly string[] = []): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      'img-src data:',
      "frame-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      ["form-action 'self'", ...formTargets].join(' '),
    ].join('; '),
  }
}
