// The text of KeyDescription: a list of `[KeyIdentifier=…,KeyType=…,KeyUsage=…,DisplayName=…]`.
import type { Json } from '../../../kernel/json.ts'
import { idOf, textOf } from './values.ts'

export interface Key {
  readonly id: string
  readonly kind: 'secret' | 'certificate' | 'key'
  readonly name?: string
}

const identifier = /KeyIdentifier=([0-9a-f-]{36})/i
const keyType = /KeyType=([A-Za-z0-9]{1,40})/
const displayName = 'DisplayName='
const lineEnd = /\r?\n/
const listPunctuation = /",?$/

function kindOf(type: string | undefined): Key['kind'] {
  switch (type?.toLowerCase()) {
    case 'password':
      return 'secret'
    case 'asymmetricx509cert':
    case 'x509certandpassword':
      return 'certificate'
    default:
      return 'key'
  }
}

function parseKey(text: string): Key | undefined {
  // The name may contain commas, equals signs and brackets, and may be cut. It is the whole rest of the text.
  const at = text.indexOf(displayName)
  const head = at === -1 ? text : text.slice(0, at)
  const id = idOf(identifier.exec(head)?.[1])
  if (id === undefined) return undefined
  const end = text.lastIndexOf(']')
  const name = at === -1 ? undefined : text.slice(at + displayName.length, end > at ? end : text.length).trim()
  return { id, kind: kindOf(keyType.exec(head)?.[1]), ...(name && { name }) }
}

export function parseKeys(list: readonly Json[]): Key[] {
  return list.flatMap((entry) => {
    // The service does not escape names: a name with a quote makes the list invalid JSON, with one key per line.
    const lines = textOf(entry)?.split(lineEnd) ?? []
    return lines.flatMap((line) => parseKey(line.trim().replace(listPunctuation, '')) ?? [])
  })
}
