import { headers } from 'next/headers'

/**
 * The requests whose form was refused. Without JavaScript the page is drawn in the same request, after the action has run, and its title is
 * made before the form is: Next gives both the same headers object, and nothing else of a request that action and page share may be
 * written. With JavaScript the action's request draws no page, and `ErrorSummary` puts the word before the title.
 */
const refused = new WeakMap<object, string | null>()

/**
 * Remembers, as long as this request lasts, that its form comes back with something to correct, and the sentence about all of it. For server
 * actions.
 */
export async function noteRefusal(sentence: string | null = null): Promise<void> {
  refused.set(await headers(), sentence)
}

/** What this request's form was refused with, for a page that no longer shows the form; null when it was not. */
export const readRefusal = async (): Promise<string | null> => refused.get(await headers()) ?? null

/** "Lỗi: " before the title of a page that comes back with something to correct (WCAG 2.2, 3.3.1), else nothing. */
export const titlePrefix = async (): Promise<'' | 'Lỗi: '> => (refused.has(await headers()) ? 'Lỗi: ' : '')

/** The title of a page whose address may say what is wrong; where the request has said it already, the word stands only once. */
export const titleWith = async (title: string, isWrong: boolean): Promise<string> =>
  isWrong && (await titlePrefix()) === '' ? `Lỗi: ${title}` : title
