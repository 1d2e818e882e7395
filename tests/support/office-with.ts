import { afterAll } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { type Office, openOffice } from './office'

/** The office of a test file with these of its officers, each by login name; closed after the file's last test. */
export async function officeWith<Name extends string>(
  officers: Readonly<Record<Name, string>>,
): Promise<{ office: Office } & Record<Name, StaffActor>> {
  const office = await openOffice()
  afterAll(() => office.close())
  const found = {} as Record<Name, StaffActor>
  for (const name of Object.keys(officers) as Name[]) found[name] = await office.staff(officers[name])
  return { office, ...found }
}
