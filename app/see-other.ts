/**
 * Sends the browser on with a GET (303), also after a POST: to a path of the site that it is on, which may be that of any commune, or to an
 * address elsewhere.
 */
export const seeOther = (target: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { ...headers, location: target } })
