import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { channelWords } from '@/lib/dossiers/words'
import { Channel } from '@/prisma/generated/enums'
import { type List, QUEUE } from '../addresses'

/** Narrows the shelf at hand; a plain form, so that a narrowed list has an address that can be kept. */
export function Filters({ list, fields }: { list: List; fields: readonly { code: string; name: string }[] }) {
  return (
    <form className="filters" action={QUEUE} method="get">
      <input type="hidden" name="ke" value={list.shelf} />
      <SelectField
        name="linh-vuc"
        label="Lĩnh vực"
        value={list.field}
        options={[{ value: '', label: 'Tất cả lĩnh vực' }, ...fields.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <SelectField
        name="kenh"
        label="Kênh nộp"
        value={list.channel}
        options={[{ value: '', label: 'Tất cả kênh' }, ...Object.values(Channel).map((value) => ({ value, label: channelWords(value) }))]}
      />
      <Button look="plain">Lọc</Button>
    </form>
  )
}
