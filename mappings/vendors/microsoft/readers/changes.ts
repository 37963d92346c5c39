// The changed properties of a directory record. Values are plain text, text in JSON quotes, or pretty-printed JSON
// lists, and an empty value has five forms.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { lookedUp } from '../../../kernel/looked-up.ts'
import { changeNames, changesIn } from './name-values.ts'
import { objectsOf, parseJson, textOf } from './values.ts'

interface Sides {
  /** The name as the record writes it. */
  readonly label: string
  before?: Json
  after?: Json
}

/** Returns text without the JSON quotes of Entra's own log. A list of one text counts as this text. */
function unquoted(value: Json | undefined): string | undefined {
  const text = textOf(Array.isArray(value) && value.length === 1 ? value[0] : value)
  if (text === undefined || !text.startsWith('"') || !text.endsWith('"')) return text
  const inner = parseJson(text)
  return typeof inner === 'string' ? textOf(inner) : text
}

/** No service nests lists deeply: a list at depth 20 counts as a value. */
function isNothing(value: Json, depth = 0): boolean {
  if (Array.isArray(value)) return depth < 20 && value.every((member) => isNothing(member, depth + 1))
  return value === null || value === ''
}

function listOf(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value.filter((member) => !isNothing(member))
  const text = unquoted(value)?.trim()
  if (text === undefined || text === 'null') return []
  if (text.startsWith('[') || text.startsWith('{')) {
    const parsed = parseJson(text)
    if (Array.isArray(parsed)) return parsed.filter((member) => !isNothing(member))
    if (isObject(parsed)) return [parsed]
  }
  return text === '[]' ? [] : [text]
}

type ChangeNames = (typeof changeNames)[keyof typeof changeNames]

export class Changes {
  readonly #sides = new Map<string, Sides>()

  constructor(list: Json | undefined, names: ChangeNames = changeNames.audit) {
    const entries = names === changeNames.audit ? changesIn(list) : objectsOf(list)
    for (const entry of entries ?? []) if (isObject(entry)) this.#add(entry, names)
  }

  #add(entry: JsonObject, names: ChangeNames): void {
    const label = textOf(entry[names.name])?.trim()
    if (label === undefined) return
    const name = label.toLowerCase()
    const sides = lookedUp(this.#sides, name, () => ({ label }))
    const before = entry[names.before]
    const after = entry[names.after]
    if (before !== undefined && before !== null && before !== '') sides.before ??= before
    if (after !== undefined && after !== null && after !== '') sides.after ??= after
  }

  /** Names in lower case, sorted. */
  names(): string[] {
    return [...this.#sides.keys()].sort()
  }

  /** A name as the record writes it. */
  label(name: string): string {
    return this.#sides.get(name.toLowerCase())?.label ?? name
  }

  has(name: string): boolean {
    return this.#sides.has(name.toLowerCase())
  }

  /** New value as text; undefined if it is empty. */
  after(name: string): string | undefined {
    return unquoted(this.#sides.get(name.toLowerCase())?.after)
  }

  before(name: string): string | undefined {
    return unquoted(this.#sides.get(name.toLowerCase())?.before)
  }

  /** The new value as text, or the old value if there is no new one. */
  either(name: string): string | undefined {
    return this.after(name) ?? this.before(name)
  }

  /** New value as a list: the members of a JSON list, or the text itself. */
  afterList(name: string): Json[] {
    return listOf(this.#sides.get(name.toLowerCase())?.after)
  }

  beforeList(name: string): Json[] {
    return listOf(this.#sides.get(name.toLowerCase())?.before)
  }

  /** Returns the first text of the new values: `x` for both `["x"]` and `x`. */
  afterText(name: string): string | undefined {
    return this.afterList(name)
      .map(textOf)
      .find((text) => text !== undefined)
  }
}
