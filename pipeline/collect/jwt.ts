// A signed JSON Web Token: how a client proves its key to the token endpoints of both vendors.
import { constants, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { parsedJson } from '../../mappings/kernel/json.ts'

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export interface JwtParts {
  readonly header: { readonly alg: 'RS256' | 'PS256'; readonly [name: string]: string }
  readonly claims: Readonly<Record<string, string | number>>
}

export function signedJwt({ header, claims }: JwtParts, key: KeyObject): string {
  const text = `${encoded({ typ: 'JWT', ...header })}.${encoded(claims)}`
  const padding =
    header.alg === 'PS256'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {}
  return `${text}.${sign('sha256', Buffer.from(text), { key, ...padding }).toString('base64url')}`
}

/** Returns the key of a PEM text; undefined if the text contains no unencrypted key. */
export function privateKeyOf(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem)
  } catch {
    return undefined
  }
}

/** Returns the unverified claims of a token, to look up permissions in a token that its issuer sent to this client. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const claims = parsedJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return typeof claims === 'object' && claims !== null ? { ...claims } : {}
}
