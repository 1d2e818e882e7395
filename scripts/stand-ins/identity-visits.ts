import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import type { Accounts } from './citizens'
import { readBody } from './control'
import { errorPage, loggedOutPage, loginPage } from './identity-pages'
import { pageHeaders } from './page'

type Context = Parameters<Parameters<Provider['use']>[0]>[0]

/** What a visit needs to know: who has an account, how the server behaves just now, and which portals it serves. */
interface Visit {
  accounts: Accounts
  mode: string
  publicUrls: readonly string[]
}

/** Where a portal at `publicUrl` may send people after signing them out. */
export const afterLogout = (publicUrl: string): string[] => [publicUrl, `${publicUrl}/`]

/** Shows one of the pages of this server. */
export function showPage(ctx: Pick<Context, 'set' | 'body'>, body: string, publicUrls: readonly string[]): void {
  ctx.set(pageHeaders(publicUrls))
  ctx.body = body
}

/** The page where one chooses whom to play, and its form. */
export async function showLogin(provider: Provider, ctx: Context, visit: Visit): Promise<void> {
  try {
    await answerLogin(provider, ctx, visit)
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error
    ctx.status = 400
    showPage(ctx, errorPage('session_not_found', ''), visit.publicUrls)
  }
}

async function answerLogin(provider: Provider, ctx: Context, { accounts, mode, publicUrls }: Visit): Promise<void> {
  const finish = async (result: Parameters<Provider['interactionResult']>[2]): Promise<void> => {
    const target = await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false })
    ctx.status = 303
    ctx.redirect(target)
  }
  const ask = (problem: { typed: string; sentence: string } | null): void =>
    showPage(ctx, loginPage({ action: ctx.path, citizens: accounts.all(), problem }), publicUrls)

  const { session } = await provider.interactionDetails(ctx.req, ctx.res)
  if (mode.startsWith('error=')) return finish({ error: mode.slice('error='.length), error_description: 'switched on by a test' })
  if (ctx.method !== 'POST') return ask(null)

  const form = new URLSearchParams(await readBody(ctx.req))
  if (form.has('cancel')) return finish({ error: 'access_denied', error_description: 'the person went back' })
  const typed = (form.get('personalNumber') ?? '').replace(/\s/g, '')
  const citizen = form.has('sub') ? accounts.bySub(form.get('sub') ?? '') : accounts.byPersonalNumber(typed)
  if (!citizen) {
    ctx.status = 422
    return ask({ typed, sentence: sentenceFor(typed) })
  }
  await finish({ login: { accountId: citizen.sub, remember: false } })
  if (session?.accountId !== citizen.sub) await forgetPerson(provider, session?.uid)
}

// When another person signs in, the provider would first sign the earlier one out through an English page with a script.
async function forgetPerson(provider: Provider, uid: string | undefined): Promise<void> {
  const session = uid === undefined ? undefined : await provider.Session.findByUid(uid)
  if (!session) return
  session.accountId = undefined
  session.authorizations = undefined
  await session.persist()
}

/** Signs out someone who is not signed in here (any more), again without the provider's page with a script. True = answered. */
export async function endNothing(provider: Provider, ctx: Context, publicUrls: readonly string[]): Promise<boolean> {
  const session = await provider.Session.get(provider.createContext(ctx.req, ctx.res))
  if (session.accountId) return false
  const wanted = String(ctx.query.post_logout_redirect_uri ?? '')
  if (publicUrls.flatMap(afterLogout).includes(wanted)) ctx.redirect(wanted)
  else showPage(ctx, loggedOutPage(), publicUrls)
  return true
}

function sentenceFor(typed: string): string {
  if (typed === '') return 'Nhập số định danh, hoặc chọn một người trong danh sách.'
  if (!/^\d{12}$/.test(typed)) return 'Số định danh có 12 chữ số. Hãy xem lại số vừa nhập.'
  return 'Dữ liệu mẫu không có người mang số này. Hãy chọn một người trong danh sách.'
}
