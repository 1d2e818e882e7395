import type { Metadata } from 'next'
import { openMyDossier } from '@/app/(citizen)/open-my-dossier'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { FollowedDossier } from '@/components/dossiers/followed-dossier'
import { Main, Phone } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { requireActor } from '@/lib/identity/session'
import { Filed, Papers, Result } from './filed'

type Address = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { code, procedureVersion } = await openMyDossier((await params).code)
  return { title: `${procedureVersion.name}, hồ sơ ${code}` }
}

export default async function MyDossierPage({ params }: Address) {
  const dossier = await openMyDossier((await params).code)
  const { communeId } = await requireActor()
  const { commune } = dossier
  return (
    <Main
      asideLabel="Nơi giải quyết"
      aside={
        <section>
          <h2>Cần hỏi</h2>
          <p>
            Trung tâm Phục vụ hành chính công {commune.name}, {commune.address}. Gọi <Phone number={commune.phone} /> trong giờ làm việc,
            đọc mã hồ sơ.
          </p>
        </section>
      }
    >
      <BackLink href="/ho-so">Về Hồ sơ của tôi</BackLink>
      <p className="kicker">
        Hồ sơ <DossierCode code={dossier.code} />
      </p>
      <h1>{dossier.procedureVersion.name}</h1>
      <Result dossier={dossier} home={communeId} />
      <FollowedDossier followed={dossier.followed} />
      <Papers dossier={dossier} home={communeId} />
      <Filed dossier={dossier} home={communeId} />
    </Main>
  )
}
