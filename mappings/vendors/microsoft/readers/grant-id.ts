// The ID of a delegated grant contains the IDs that it connects: client, resource and, for a grant of one user,
// principal. Each is a GUID in .NET byte order. The whole is in base64url.
import { idOf } from './values.ts'

export interface GrantId {
  readonly client?: string
  readonly resource?: string
  readonly principal?: string
}

const alphabet = /^[A-Za-z0-9_-]+$/
const tenantWideLength = 43
const principalLength = 64

const dotNetOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const

function guidAt(bytes: Buffer, offset: number): string | undefined {
  const hex = dotNetOrder.map((i) => (bytes[offset + i] ?? 0).toString(16).padStart(2, '0')).join('')
  return idOf([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'))
}

export function decodeGrantId(id: string): GrantId | undefined {
  if ((id.length !== tenantWideLength && id.length !== principalLength) || !alphabet.test(id)) return undefined
  const bytes = Buffer.from(id, 'base64url')
  const client = guidAt(bytes, 0)
  const resource = guidAt(bytes, 16)
  const principal = id.length === principalLength ? guidAt(bytes, 32) : undefined
  return { ...(client && { client }), ...(resource && { resource }), ...(principal && { principal }) }
}
