import type { NextRequest } from 'next/server'
import { seeOther } from '@/app/see-other'
import { STEPS } from '@/lib/dossiers/rules'
import { dossierHref, listIn, stepHref } from '../../../addresses'

/** Sends the choice of a step on to its page. It says nothing about the dossier: that page asks the gate. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const list = listIn(asked)
  const step = STEPS.find((one) => one === asked.step)
  return seeOther(step ? stepHref(code, step, list) : dossierHref(code, list))
}
