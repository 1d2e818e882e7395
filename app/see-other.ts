/**
 * Sends the browser on with a GET (303), also after a POST: to a path of the site that it is on, which may be that of any commune, or to an
 * address elsewhere. Letters that no header takes are encoded: part of the target may be what somebody typed.
 */
export const seeOther = (target: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, {
    status: 303,
    headers: { ...headers, location: target.replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text)) },
  })
