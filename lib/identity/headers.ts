/**
 * The content security policy of one page. Scripts run only with the page's nonce, or when loaded by one that has it; the nonce does not cover
 * `style=` attributes, which charts set on every mark. Forms lead to the identity server too: the posts that sign in and out are redirected there.
 * Development needs eval, injected styles and a socket for hot reload.
 */
export function contentSecurityPolicy(page: { nonce: string; identityServer: string; development: boolean }): string {
  const { nonce, identityServer, development } = page
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `form-action 'self' ${identityServer}`,
  ].join('; ')
}

const ALWAYS: readonly [string, string][] = [
  // Not `no-referrer`: Chromium then sends `Origin: null` with every form, and no write would be ours.
  ['Referrer-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
]

/**
 * The usual headers. Strict transport only where the site is https: said over http it would be ignored, and a test at home must not be locked out.
 */
export const securityHeaders = (publicUrl: string): readonly (readonly [string, string])[] =>
  publicUrl.startsWith('https:') ? [...ALWAYS, ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']] : ALWAYS
