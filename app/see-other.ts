import { NextResponse } from 'next/server'
import { env } from '@/lib/platform/env'

/** Sends the browser on with a GET (303), also after a POST, to a path of our own or an absolute address. */
export const seeOther = (target: string | URL): Response => NextResponse.redirect(new URL(target, env().PUBLIC_URL), 303)
