import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { z } from 'zod'
import { Accounts, Citizen, dayMonthYear } from './citizens'
import { answerControl } from './control'
import { errorPage, loggedOutPage, logoutPage } from './identity-pages'
import { memoryStore } from './identity-store'
import { loadKeys, newSigningKey, spoil, type TokenFault } from './identity-tokens'
import { afterLogout, endNothing, showLogin, showPage } from './identity-visits'
import { close, listen } from './listening'
import { Html } from './page'

const TOKEN_FAULTS = ['bad-signature', 'wrong-nonce', 'wrong-issuer', 'expired-token'] as const satisfies readonly TokenFault[]

const Mode = z.union([z.enum(['ok', 'down', 'slow', 'level-1', 'missing-name', ...TOKEN_FAULTS]), z.string().regex(/^error=[a-z_]+$/)])

/** `ms` is the delay of `slow`; `citizen` opens one more account, which tests need for persons outside the demonstration. */
const Command = z.object({ mode: Mode.default('ok'), ms: z.number().int().min(0).max(600_000).default(3000), citizen: Citizen.optional() })

interface IdentityOptions {
  /** 0 takes any free port. */
  port: number
  host: string
  /** Issuer as the portal sees it; null means `http://localhost:<port>`. */
  issuer: string | null
  clientSecret: string
  /** Origins of the portals that may sign people in here. */
  publicUrls: readonly string[]
  dataDir: string
  citizens: readonly Citizen[]
  controlOpen: boolean
}

export interface IdentityStandIn {
  issuer: string
  close(): Promise<void>
}

export const CLIENT_ID = 'mot-cua'

/** Starts the OpenID Connect server that stands in for VNeID; resolves when it listens. */
export async function startIdentity(options: IdentityOptions): Promise<IdentityStandIn> {
  const server = createServer()
  const port = await listen(server, options)
  const issuer = options.issuer ?? `http://localhost:${port}`
  const state: State = { command: Command.parse({}), accounts: new Accounts(options.citizens) }
  const provider = makeProvider(issuer, options, state)
  const answer = provider.callback()
  server.on('request', (request, response) => {
    handle(request, response, { options, state, answer }).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  return { issuer, close: () => close(server) }
}

interface State {
  command: z.infer<typeof Command>
  accounts: Accounts
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { options, state, answer }: { options: IdentityOptions; state: State; answer: Answer },
): Promise<void> {
  const apply = (command: z.infer<typeof Command>): void => {
    state.command = command
    if (command.citizen) state.accounts.add(command.citizen)
  }
  if (await answerControl(request, response, { open: options.controlOpen, schema: Command, apply })) return
  if (state.command.mode === 'down') {
    request.socket.destroy()
    return
  }
  if (state.command.mode === 'slow') await wait(state.command.ms)
  await answer(request, response)
}

function makeProvider(issuer: string, options: IdentityOptions, state: State): Provider {
  const keys = loadKeys(options.dataDir)
  const provider = new Provider(issuer, configuration(options, state, keys))
  // Behind a proxy that ends TLS the addresses in the discovery document must still say https.
  provider.proxy = issuer.startsWith('https:')
  const stranger = newSigningKey(keys.signing.kid)
  provider.use(async (ctx, next) => {
    const forgotten = ctx.path === '/auth' ? PROTECTION.find((name) => !ctx.query[name]) : undefined
    if (forgotten) {
      ctx.status = 400
      return showPage(ctx, errorPage('invalid_request', `missing ${forgotten}`), options.publicUrls)
    }
    const visit = { accounts: state.accounts, mode: state.command.mode, publicUrls: options.publicUrls }
    if (ctx.path.startsWith('/dang-nhap/')) return showLogin(provider, ctx, visit)
    if (ctx.method === 'GET' && ctx.path === '/session/end' && (await endNothing(provider, ctx, options.publicUrls))) return
    await next()
    const fault = TOKEN_FAULTS.find((name) => name === state.command.mode)
    const issued = z.looseObject({ id_token: z.string() }).safeParse(ctx.body)
    if (ctx.path === '/token' && fault && issued.success) {
      ctx.body = { ...issued.data, id_token: spoil(issued.data.id_token, fault, { own: keys.signing, stranger }) }
    }
  })
  return provider
}

// The protocol leaves both to the client; a portal that forgets one must fail here and not in front of VNeID.
const PROTECTION = ['state', 'nonce'] as const

function configuration(options: IdentityOptions, state: State, keys: ReturnType<typeof loadKeys>): Configuration {
  return {
    adapter: memoryStore(),
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: keys.cookies,
      // Browsers share cookies between the ports of one host, so the names must not meet the portal's.
      names: { session: 'dinh_danh_phien', interaction: 'dinh_danh_buoc', resume: 'dinh_danh_tiep' },
    },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: options.clientSecret,
        redirect_uris: options.publicUrls.map((url) => `${url}/api/auth/callback/vneid`),
        post_logout_redirect_uris: options.publicUrls.flatMap(afterLogout),
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    scopes: ['openid', 'profile'],
    claims: {
      openid: ['sub'],
      profile: ['LoaiTaiKhoan', 'SoDinhDanh', 'HoVaTen', 'NgayThangNamSinh', 'GioiTinh', 'loAs', 'IAL'],
    },
    // VNeID's claims stand in the ID token as well as at the userinfo address.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 1800, Session: 8 * 3600, Grant: 8 * 3600 },
    clientBasedCORS: () => false,
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => showPage(ctx, logoutPage(new Html(form)), options.publicUrls),
        postLogoutSuccessSource: (ctx) => showPage(ctx, loggedOutPage(), options.publicUrls),
      },
    },
    interactions: { url: (_ctx, interaction) => `/dang-nhap/${interaction.uid}` },
    renderError: (ctx, out) => showPage(ctx, errorPage(out.error, out.error_description ?? ''), options.publicUrls),
    findAccount: (_ctx, sub) => {
      const citizen = state.accounts.bySub(sub)
      return citizen && { accountId: sub, claims: async () => ({ sub, ...claimsOf(citizen, state.command.mode) }) }
    },
    loadExistingGrant: grantEverything,
  }
}

// The real server asks for consent once in its app; here the page in front of the list has said what is sent.
async function grantEverything(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = ctx.oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile')
  await grant.save()
  return grant
}

const GENDER_CODES: Record<Citizen['gender'], string> = { Nam: '1', Nữ: '2' }

function claimsOf(citizen: Citizen, mode: string): Record<string, unknown> {
  const level = String(mode === 'level-1' ? 1 : citizen.level)
  return {
    LoaiTaiKhoan: '1',
    SoDinhDanh: citizen.personalNumber,
    ...(mode === 'missing-name' ? {} : { HoVaTen: citizen.fullName }),
    NgayThangNamSinh: dayMonthYear(citizen.birthDate),
    GioiTinh: GENDER_CODES[citizen.gender],
    loAs: level,
    IAL: level,
  }
}
