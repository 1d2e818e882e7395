/** The roles that were ticked. */
export const rolesIn = (form: FormData): string[] => form.getAll('roles').filter((role) => typeof role === 'string')
