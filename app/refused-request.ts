import { headers } from 'next/headers'

/**
 * The requests whose form was refused. Without JavaScript the page is drawn in the same request, after the action has run, and its title is
 * made before the form is: Next gives both the same headers object, and nothing else of a request that action and page share may be
 * written. With JavaScript the action's request draws no page, and `ErrorSummary` puts the word before the title.
 */
const refused = new WeakSet<object>()

/** Remembers, as long as this request lasts, that its form comes back with something to correct. For server actions. */
export async function noteRefusal(): Promise<void> {
  refused.add(await headers())
}

/** "Lỗi: " before the title of a page that comes back with something to correct (WCAG 2.2, 3.3.1), else nothing. */
export const titlePrefix = async (): Promise<'' | 'Lỗi: '> => (refused.has(await headers()) ? 'Lỗi: ' : '')

/** The title of a page whose address may say what is wrong; where the request has said it already, the word stands only once. */
export const titleWith = async (title: string, isWrong: boolean): Promise<string> =>
  isWrong && (await titlePrefix()) === '' ? `Lỗi: ${title}` : title
