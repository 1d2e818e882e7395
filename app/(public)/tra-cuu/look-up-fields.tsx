import { FormText } from '@/components/forms/form-field'

/** Code and factor. No label or hint says whose numbers a wrong guess came near to. */
export function LookUpFields() {
  return (
    <>
      <FormText
        name="code"
        label="Mã hồ sơ"
        hint={
          <>
            {/* On lines of their own, so that nothing moves when the fonts arrive. */}
            Ghi trên Giấy tiếp nhận. Ví dụ
            <br />
            <code>H61.123-261123-0001</code>
          </>
        }
        width="code"
        figures
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
      />
      <FormText
        name="factor"
        label="4 số cuối"
        hint="Của số điện thoại đã ghi khi nộp, hoặc của số định danh người nộp"
        width="four"
        figures
        inputMode="numeric"
        autoComplete="off"
        // A number pasted from a message brings blanks along; the server counts the digits.
        maxLength={12}
      />
    </>
  )
}
