// UserType of the unified audit log: the kind of account that acted. In directory records an administrator is Regular, and
// an application that acts is System.
import { words } from '../../../fields/field.ts'
import { toLong } from '../../../lib/convert.ts'

/** Names by number. */
export const userTypes: readonly string[] = words(`
  Regular Reserved Admin DcAdmin System Application ServicePrincipal CustomPolicy SystemPolicy PartnerTechnician Guest
`)

/** Returns the name of a type. The record contains a number or a name, in any case. */
export function userTypeName(value: unknown): string | undefined {
  const number = toLong(value)
  if (number !== undefined) return userTypes[number]
  if (typeof value !== 'string') return undefined
  const folded = value.trim().toLowerCase()
  return userTypes.find((name) => name.toLowerCase() === folded)
}
