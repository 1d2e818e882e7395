import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { shown } from '@/app/shown'
import { Main } from '@/components/layout/citizen-page'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import type { Actor } from '@/lib/access/policy'
import { findMyDossiers } from '@/lib/dossiers/my-queries'
import { requireCitizen } from '@/lib/identity/session'
import { readProcedure } from '@/lib/procedures/queries'
import { sentenceOf } from '@/lib/text/refusals'
import { DoneDossiers, Drafts, OpenDossiers } from './my-lists'

export const metadata: Metadata = { title: 'Hồ sơ của tôi' }

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MyDossiersPage({ searchParams }: Address) {
  const actor = await requireCitizen('/ho-so')
  const asked = await searchParams
  const { drafts, open, nextOpen, done, nextDone } = await shown(await findMyDossiers(actor, { open: asked.dang, done: asked.xong }))
  const acts = open.filter(({ mustAct }) => mustAct)
  const waits = open.filter(({ mustAct }) => !mustAct)
  const deleted = await deletedName(actor, asked['da-xoa'])
  const isFirst = asked.dang === undefined && asked.xong === undefined
  if (!isFirst && open.length === 0 && done.length === 0) redirect('/ho-so')
  const isEmpty = drafts.length === 0 && open.length === 0 && done.length === 0
  return (
    <Main>
      <h1>Hồ sơ của tôi</h1>
      <p className="quiet">
        {actor.fullName}, đăng nhập bằng VNeID mức {actor.level}. <a href="/tai-khoan">Liên hệ và tài khoản</a>
      </p>
      {deleted === null ? null : (
        <Notice live>
          <p>Đã xóa bản nháp {deleted}.</p>
        </Notice>
      )}
      {actor.level >= 2 ? null : (
        <Notice tone="soon">
          <p>
            <strong>Mức 1 chưa xem được hồ sơ.</strong> {sentenceOf({ code: 'identity_level_too_low', detail: {} })}
          </p>
        </Notice>
      )}
      {isEmpty && actor.level >= 2 ? <Nothing /> : null}
      {acts.length === 0 ? null : (
        <>
          <h2>Việc Ông/Bà cần làm</h2>
          <OpenDossiers rows={acts} home={actor.communeId} mustAct />
        </>
      )}
      {waits.length === 0 ? null : (
        <>
          <h2>Đang giải quyết</h2>
          <OpenDossiers rows={waits} home={actor.communeId} />
        </>
      )}
      <More shown={open.length} first={asked.dang} next={nextOpen} name="dang" what="hồ sơ đang giải quyết" />
      {drafts.length === 0 || !isFirst ? null : (
        <>
          <h2>Bản nháp</h2>
          <Drafts rows={drafts} />
        </>
      )}
      {done.length === 0 ? null : (
        <>
          <h2>Đã xong</h2>
          <DoneDossiers rows={done} home={actor.communeId} />
        </>
      )}
      <More shown={done.length} first={asked.xong} next={nextDone} name="xong" what="hồ sơ đã xong" />
    </Main>
  )
}

/** Which draft was just deleted, by the name of its procedure; null where the address says nothing that we know. */
async function deletedName(actor: Actor, code: string | string[] | undefined): Promise<string | null> {
  if (typeof code !== 'string') return null
  const procedure = await readProcedure(actor, { code })
  return procedure.ok ? procedure.value.name : null
}

function Nothing() {
  return (
    <EmptyState title="Chưa có hồ sơ nào.">
      <p>Hồ sơ nộp trực tuyến, nộp tại quầy và bản nháp của Ông/Bà sẽ hiện ở đây.</p>
      <Buttons>
        <ButtonLink href="/">Tìm thủ tục</ButtonLink>
      </Buttons>
    </EmptyState>
  )
}

/** Further pages of one of the two lists; nothing where everything is shown. */
function More(props: { shown: number; first: string | string[] | undefined; next: string | null; name: string; what: string }) {
  const { first, next, name, what } = props
  if (first === undefined && next === null) return null
  return (
    <Pagination
      summary={`${props.shown} ${what}`}
      first={first === undefined ? null : '/ho-so'}
      next={next === null ? null : `/ho-so?${name}=${encodeURIComponent(next)}`}
    />
  )
}
