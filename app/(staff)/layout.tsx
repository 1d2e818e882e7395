export { generateMetadata } from '../(public)/layout'
export { StaffFrame as default } from '../staff-frame'
