/** Signing in stands in the same frame as the pages for everyone. */
export { default, generateMetadata } from '../(public)/layout'
