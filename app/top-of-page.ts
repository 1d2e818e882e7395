import { headers } from 'next/headers'
import { CONTENT_ID } from '@/components/layout/skip-link'

/**
 * An address that a form's action leads on to. Without script a browser keeps the fragment of the form's page over a redirect that names none,
 * and a form that came back stands at `#loi` or at the box that the summary led to; so the redirect names the beginning of the content.
 */
export async function topOf(href: string): Promise<string> {
  const hasScript = (await headers()).has('next-action')
  return hasScript || href.includes('#') ? href : `${href}#${CONTENT_ID}`
}
