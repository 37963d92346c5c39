// Reads JSON with the place of every value, so that single values can be exchanged and the rest of the text stays as it is.
// A parse and a print would lose numbers beyond 2^53, which Google's qualifiers are.

export interface Place {
  readonly start: number
  readonly end: number
}

export type Located = Place &
  (
    | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Located> }
    | { readonly kind: 'array'; readonly elements: readonly Located[] }
    | { readonly kind: 'string'; readonly value: string }
    /** A number, true, false or null. */
    | { readonly kind: 'literal'; readonly text: string }
  )

/** One text for another at a place. */
export interface Edit extends Place {
  readonly text: string
}

/** The located value of a JSON text. Throws where JSON.parse would. */
export function locate(text: string): Located {
  JSON.parse(text)
  return value(text, blanks(text, 0))
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}

const blank = new Set([0x20, 0x09, 0x0d, 0x0a])

function blanks(text: string, at: number): number {
  let here = at
  while (blank.has(text.charCodeAt(here))) here++
  return here
}

// The text has passed JSON.parse, so what follows may trust its grammar.
function value(text: string, start: number): Located {
  switch (text[start]) {
    case '{':
      return object(text, start)
    case '[':
      return array(text, start)
    case '"':
      return string(text, start)
    default: {
      let end = start
      while (!',]} \t\r\n'.includes(text[end] ?? ' ')) end++
      return { kind: 'literal', text: text.slice(start, end), start, end }
    }
  }
}

function string(text: string, start: number): Located & { kind: 'string' } {
  let end = text.indexOf('"', start + 1)
  // Most strings hold no escape: what stands there is the value.
  const plain = text.slice(start + 1, end)
  if (!plain.includes('\\')) return { kind: 'string', value: plain, start, end: end + 1 }
  end = start + 1
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  end++
  return { kind: 'string', value: JSON.parse(text.slice(start, end)) as string, start, end }
}

function object(text: string, start: number): Located {
  const members = new Map<string, Located>()
  let at = blanks(text, start + 1)
  while (text[at] !== '}') {
    const name = string(text, at)
    const colon = blanks(text, name.end)
    const member = value(text, blanks(text, colon + 1))
    members.set(name.value, member)
    at = next(text, member.end)
  }
  return { kind: 'object', members, start, end: at + 1 }
}

function array(text: string, start: number): Located {
  const elements: Located[] = []
  let at = blanks(text, start + 1)
  while (text[at] !== ']') {
    const element = value(text, at)
    elements.push(element)
    at = next(text, element.end)
  }
  return { kind: 'array', elements, start, end: at + 1 }
}

/** Past the comma, or at the closing bracket. */
function next(text: string, end: number): number {
  const at = blanks(text, end)
  return text[at] === ',' ? blanks(text, at + 1) : at
}
