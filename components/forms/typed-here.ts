/**
 * What was typed into a form and not sent, as this tab of the browser keeps it (`sessionStorage`): one entry for each form and person. `boxes`: under
 * a box's name what the page had in it and what was typed instead. `sent`: a button was pressed since, so it may have arrived.
 */
type Typed = { boxes: Readonly<Record<string, readonly [had: string, typed: string]>>; sent: boolean }

/** An entry's place: the page's path, which names what the form is about, and who fills it. */
type Place = { path: string; by: string }

const PREFIX = 'da-nhap:'

const keyOf = ({ path, by }: Place): string => `${PREFIX}${by}:${path}`

const placeOf = (key: string): Place => {
  const [by = '', path = ''] = key.slice(PREFIX.length).split(':')
  return { by, path }
}

/** A browser may keep nothing at all, or have no room left: a reload then costs what was typed, as without script, and no more. */
function attempt<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage)
  } catch {
    return null
  }
}

const read = (storage: Storage, key: string) => JSON.parse(storage.getItem(key) ?? 'null') as Typed | null

export const readTyped = (place: Place): Typed | null => attempt((storage) => read(storage, keyOf(place)))

/** Keeps what was typed; nothing typed leaves no entry. */
export const keepTyped = (place: Place, typed: Typed): unknown =>
  attempt((storage) => {
    if (Object.keys(typed.boxes).length === 0) storage.removeItem(keyOf(place))
    else storage.setItem(keyOf(place), JSON.stringify(typed))
  })

/** Forgets the entries that `which` names. */
export const forgetTyped = (which: (place: Place, typed: Typed) => boolean): unknown =>
  attempt((storage) => {
    for (const key of Object.keys(storage).filter((name) => name.startsWith(PREFIX))) {
      const typed = read(storage, key)
      if (typed === null || which(placeOf(key), typed)) storage.removeItem(key)
    }
  })

type Boxes = Readonly<Record<string, string>>

/** What stands in the boxes of a form now; files cannot be kept. A tick that is not there is an empty box, and so is a name that is not given. */
const boxesIn = (form: HTMLFormElement): Boxes =>
  Object.fromEntries([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** What stood in the boxes when the page came, whatever was typed since. */
export function boxesOfPage(form: HTMLFormElement): Boxes {
  const page = form.cloneNode(true)
  if (!(page instanceof HTMLFormElement)) return {}
  page.reset()
  return boxesIn(page)
}

/** The server keeps texts in NFC and without outer blanks. */
const same = (one = '', other = ''): boolean => one.normalize().trim() === other.normalize().trim()

/** The boxes that differ from those of the page. */
export function typedInto(form: HTMLFormElement, page: Boxes): Typed['boxes'] {
  const now = boxesIn(form)
  const names = Object.keys({ ...page, ...now }).filter((name) => !same(page[name], now[name]))
  return Object.fromEntries(names.map((name) => [name, [page[name] ?? '', now[name] ?? '']]))
}

/**
 * Puts back what was typed, box by box, and answers whether a box got something back. What the server has newer stays: a box in which the page has
 * something else than when it was typed into, or already what was typed.
 */
export function putBack(form: HTMLFormElement, page: Boxes, { boxes }: Typed): boolean {
  const lost = Object.entries(boxes).filter(([name, [had, typed]]) => same(page[name], had) && !same(page[name], typed))
  return lost.filter(([name, [, typed]]) => fill(form, name, typed)).length > 0
}

function fill(form: HTMLFormElement, name: string, text: string): boolean {
  let isFilled = false
  for (const box of form.elements) {
    const isText = box instanceof HTMLTextAreaElement || box instanceof HTMLSelectElement
    if (!(isText || box instanceof HTMLInputElement) || box.name !== name) continue
    if (box instanceof HTMLInputElement && ['checkbox', 'radio'].includes(box.type)) box.checked = box.value === text
    else box.value = text
    isFilled = true
  }
  return isFilled
}
