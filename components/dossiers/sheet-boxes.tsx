import { FormText, FormTick } from '@/components/forms/form-field'
import { countBox, SHEETS, type SheetKind, shownBox } from '@/lib/dossiers/sheets'

const SHEET_WORDS: Record<SheetKind, string> = { originals: 'Bản chính', certified: 'Chứng thực', copies: 'Bản sao' }

/** How many sheets of one paper the counter keeps, by kind, or that it was only shown. */
export function SheetBoxes({ position, name }: { position: number; name: string }) {
  return (
    <>
      <div className="sheets">
        {SHEETS.map((kind) => (
          <FormText
            key={kind}
            name={countBox(kind, position)}
            label={
              <>
                {SHEET_WORDS[kind]}
                <span className="vh"> của {name}</span>
              </>
            }
            width="four"
            figures
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
          />
        ))}
      </div>
      <FormTick name={shownBox(position)} legend={name} choice={{ value: 'yes', label: 'Chỉ xuất trình: đã đối chiếu, trả lại ngay' }} />
    </>
  )
}
