/** Name of the box of a paper that is shown only now. */
export const presentedBox = (position: number): string => `seen-${position}`

const SEEN = /^seen-(\d{1,4})$/

/** The posted form as the command takes it. What belongs to another way of handing over than the chosen one is dropped. */
export function handOverIn(fields: Readonly<Record<string, string>>) {
  const { code, version, method, isApplicant, receiverName, trackingNumber, note } = fields
  const rest = { code, version, method, note }
  if (method === 'POST') return { ...rest, trackingNumber }
  if (method !== 'COUNTER') return rest
  return { ...rest, isApplicant, receiverName, presented: Object.keys(fields).flatMap((name) => SEEN.exec(name)?.[1] ?? []) }
}
