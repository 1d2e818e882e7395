import { fold } from './fold'

type Shape = { joint: '-' | '_'; longest: number; otherwise: string }

/**
 * A key that is made from a name and can be read: its letters without accents and its figures, joined by `joint`; `otherwise` where the name has
 * none. With a number behind it where `isTaken`.
 */
export function freeKey(name: string, { joint, longest, otherwise }: Shape, isTaken: (key: string) => boolean): string {
  const words = fold(name).split(/[^a-z0-9]+/)
  const cut = words
    .filter((word) => word !== '')
    .join(joint)
    .slice(0, longest)
  const plain = (cut.endsWith(joint) ? cut.slice(0, -1) : cut) || otherwise
  let key = plain
  for (let turn = 2; isTaken(key); turn += 1) key = `${plain}${joint}${turn}`
  return key
}
