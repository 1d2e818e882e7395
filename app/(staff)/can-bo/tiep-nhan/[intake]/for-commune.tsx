import { FormSelect } from '@/components/forms/form-field'
import type { IntakePage } from '@/lib/counter/queries'
import { FOR_COMMUNE } from '@/lib/counter/intake-rules'

/** Which commune decides: this one's own, or another of the province for which the counter only receives. Nothing where there is no other. */
export function ForCommune({ intake: { commune, neighbours } }: { intake: IntakePage }) {
  if (neighbours.length === 0) return null
  return (
    <section aria-labelledby="noi-giai-quyet">
      <h2 id="noi-giai-quyet">Nơi giải quyết</h2>
      <FormSelect
        name={FOR_COMMUNE}
        label="Nộp cho xã, phường"
        hint="Nộp cho nơi khác thì quầy này nhận hồ sơ và trả kết quả, nơi được chọn giải quyết."
        options={[{ value: '', label: `${commune} (nơi này)` }, ...neighbours.map(({ id, name }) => ({ value: String(id), label: name }))]}
      />
    </section>
  )
}
