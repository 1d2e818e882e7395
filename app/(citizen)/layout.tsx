/** Pages of a person signed in stand in the same frame as those for everyone. */
export { default, generateMetadata } from '../(public)/layout'
