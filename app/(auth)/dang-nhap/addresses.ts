import type { SignInFailure } from '@/lib/identity/words'

/** The sign-in page with what went wrong; `path` is where the person wanted to go. */
export const failedSignIn = (failure: SignInFailure, path: string | null): string =>
  `/dang-nhap?${String(new URLSearchParams({ loi: failure, ...(path === null ? {} : { tiep: path }) }))}`
