'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { EMPTY_FORM } from '@/lib/platform/form'
import { signInStaffAction } from './actions'

/** Name and password; the name stays over a refusal, the password never comes back. */
export function StaffSignInForm({ path, children }: { path: string | null; children: ReactNode }) {
  return (
    <ActionForm action={signInStaffAction} start={EMPTY_FORM}>
      <h1>Cán bộ đăng nhập</h1>
      {children}
      {path === null ? null : <input type="hidden" name="tiep" value={path} />}
      <FormText name="userName" label="Tên đăng nhập" width="half" autoComplete="username" autoCapitalize="none" spellCheck={false} />
      <FormText name="password" label="Mật khẩu" type="password" width="half" autoComplete="current-password" />
      <div className="btns">
        <SubmitButton>Đăng nhập</SubmitButton>
      </div>
    </ActionForm>
  )
}
