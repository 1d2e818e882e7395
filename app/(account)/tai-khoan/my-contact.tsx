import { shown } from '@/app/shown'
import { Facts } from '@/components/ui/facts'
import type { Actor } from '@/lib/access/policy'
import { readMyContact } from '@/lib/people/queries'
import { phoneWords } from '@/lib/people/rules'

/** How the office reaches the citizen, with the way to change it. */
export async function MyContact({ actor }: { actor: Actor }) {
  const { phone, email, address } = await shown(await readMyContact(actor, {}))
  return (
    <section aria-labelledby="lien-he" className="stack">
      <div className="h-act">
        <h2 id="lien-he">Liên hệ</h2>
        <a href="/tai-khoan/lien-he">
          Sửa<span className="vh"> liên hệ</span>
        </a>
      </div>
      <Facts
        facts={[
          { term: 'Điện thoại', value: phone === null ? 'Chưa có' : <span className="figures">{phoneWords(phone)}</span> },
          { term: 'Thư điện tử', value: email ?? 'Chưa có' },
          { term: 'Nơi ở hiện nay', value: address === '' ? 'Chưa có' : address },
        ]}
      />
    </section>
  )
}
