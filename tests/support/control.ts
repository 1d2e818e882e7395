/** Switches the behaviour of a stand-in whose control is open (`STAND_IN_CONTROL=1`); throws when it does not know the command. */
export async function control(where: string, command: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`${where}/_control`, { method: 'POST', body: JSON.stringify(command) })
  if (!answer.ok) throw new Error(`The stand-in answered ${answer.status}: ${await answer.text()}`)
}
