import { z } from 'zod'

/** The only reader of the process environment. Each variable is explained in `.env.example`. */
const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  AUTH_SECRET: z.string().min(32),
  PERSONAL_NUMBER_KEY: z.string().min(32),
  VNEID_ISSUER: z.url().default('http://localhost:4100'),
  VNEID_CLIENT_ID: z.string().default('mot-cua'),
  VNEID_CLIENT_SECRET: z.string().default('stand-in-secret-of-the-demo'),
  SMTP_URL: z.string().default('smtp://localhost:4125'),
  MAIL_FROM: z.string().default('Một Cửa <mot-cua@vidu.example>'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  NODE_ENV: z.string().default('development'),
  /** How many reverse proxies of ours stand in front of the web process. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
})

export type Env = z.infer<typeof Environment>

let parsed: Env | undefined

/** The environment, parsed once. Throws with the names of the missing variables. */
export function env(): Env {
  parsed ??= read()
  return parsed
}

function read(): Env {
  const known = Environment.parse(process.env)
  // next-auth learns its own address from this variable and from nowhere else; without it, it would trust the Host header or assume :3000.
  process.env.NEXTAUTH_URL = known.PUBLIC_URL
  return known
}
