/**
 * The id of the error summary. A redirect to a page that says what is wrong names it: a redirect without a fragment of its own inherits that
 * of the page before, and a browser that goes to a fragment leaves `autofocus` alone.
 */
export const ERRORS_ID = 'loi'
