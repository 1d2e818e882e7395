import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DossierCode as Code } from '@/components/dossiers/dossier-code'
import { FollowedDossier } from '@/components/dossiers/followed-dossier'
import { Sorry } from '@/components/dossiers/sorry'
import { Main } from '@/components/layout/citizen-page'
import { type LookedUp, readLookedUp } from '@/lib/dossiers/look-up-queries'
import { DossierCode } from '@/lib/dossiers/schema'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { shown } from '../../../shown'
import { againAddress, LOOK_UP } from '../addresses'
import { keptGrant } from '../grant'
import { BesideFollowed } from './beside-followed'

type Params = { params: Promise<{ code: string }> }

/** What the address says, as a code; anything else is no dossier's address. */
async function codeOf({ params }: Params): Promise<string> {
  const { code } = await params
  const read = DossierCode.safeParse(code)
  return read.success ? read.data : redirect(LOOK_UP)
}

export async function generateMetadata(params: Params): Promise<Metadata> {
  return { title: `Hồ sơ ${await codeOf(params)}`, robots: { index: false } }
}

/** Without a key, with one that is over and with one of another dossier the form asks again; nobody learns whether the code exists. */
async function lookedUp(code: string): Promise<LookedUp> {
  const grant = await keptGrant()
  if (grant === null) redirect(againAddress(code))
  const found = await readLookedUp(await requireActor(), { code, grant })
  if (!found.ok && found.code !== 'busy') redirect(againAddress(code))
  return shown(found)
}

/** A dossier as anyone with its code and factor may follow it: no name, no number, no paper. */
export default async function FollowPage(params: Params) {
  const code = await codeOf(params)
  const [{ procedure, commune, followed, apology }, site] = await Promise.all([lookedUp(code), currentSite()])
  return (
    <Main aside={<BesideFollowed code={code} phone={commune.phone} />} asideLabel="Tra cứu và trợ giúp">
      <p className="kicker">
        {procedure.name}
        {commune.name === site.name ? null : `, nộp tại ${commune.name}`}
      </p>
      <h1 className="code-h">
        Hồ sơ <Code code={code} />
      </h1>
      <FollowedDossier followed={followed}>{apology === null ? null : <Sorry apology={apology} commune={commune} />}</FollowedDossier>
    </Main>
  )
}
