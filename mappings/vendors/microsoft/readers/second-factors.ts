// Changes of MFA methods in records of `Update user`. A record also appears when the authenticator only renews its token or its
// version: the methods and devices of both sides are compared.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import type { Changes } from './changes.ts'
import { textOf } from './values.ts'

const passkey = 'fido'

const memberOf = (entry: JsonObject, name: string): string | undefined => {
  const found = Object.keys(entry).find((key) => key.toLowerCase() === name)
  return found === undefined ? undefined : textOf(entry[found])
}

/** Properties with a list of methods, and what identifies a method in them. */
const properties: readonly (readonly [name: string, identify: (entry: JsonObject) => string | undefined])[] = [
  ['StrongAuthenticationMethod', (entry) => memberOf(entry, 'methodtype')],
  ['StrongAuthenticationPhoneAppDetail', (entry) => memberOf(entry, 'id') ?? memberOf(entry, 'devicename')],
  [
    'StrongAuthenticationUserDetails',
    (entry) =>
      ['phonenumber', 'alternativephonenumber', 'voiceonlyphonenumber']
        .map((name) => memberOf(entry, name)?.replace(/[^\d+]/g, '') ?? '')
        .join(' '),
  ],
  [
    'SearchableDeviceKey',
    (entry) => (memberOf(entry, 'usage')?.toLowerCase() === passkey ? memberOf(entry, 'keyidentifier') : undefined),
  ],
]

const identified = (list: readonly Json[], identify: (entry: JsonObject) => string | undefined): Set<string> =>
  new Set(
    list.flatMap((entry) => {
      const id = isObject(entry) ? identify(entry)?.trim() : undefined
      return id === undefined || id === '' ? [] : [id]
    }),
  )

/** Whether an MFA method was added, removed or replaced. */
export function changesSecondFactor(changes: Changes): boolean {
  return properties.some(([name, identify]) => {
    if (!changes.has(name)) return false
    const before = identified(changes.beforeList(name), identify)
    const after = identified(changes.afterList(name), identify)
    return before.size !== after.size || [...after].some((id) => !before.has(id))
  })
}
