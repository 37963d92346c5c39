// Tokens of a service account that acts for an administrator (domain-wide delegation). Each scope has its own token, so
// a scope that the delegation lacks does not affect the other scopes.
// https://developers.google.com/identity/protocols/oauth2/service-account
import { signedJwt } from '../jwt.ts'
import type { GoogleSettings } from '../settings.ts'
import { makeTokenSource, type TokenOptions, type TokenSource } from '../token-source.ts'
import type { VendorRefusal } from '../vendor-client.ts'

export const scopes = {
  reports: 'https://www.googleapis.com/auth/admin.reports.audit.readonly',
  alerts: 'https://www.googleapis.com/auth/apps.alerts',
  users: 'https://www.googleapis.com/auth/admin.directory.user.readonly',
  tokens: 'https://www.googleapis.com/auth/admin.directory.user.security',
} as const

/** The longest life that Google allows. */
const assertionSeconds = 3600

/** The codes of the token service for a scope that the delegation lacks. */
const withoutScope: ReadonlySet<string> = new Set(['unauthorized_client', 'access_denied'])

export const lacksScope = ({ code, vendorCode }: VendorRefusal): boolean =>
  code === 'vendor_credentials' && withoutScope.has(vendorCode)

export function googleTokens(
  { email, key, keyId, admin, tokenUrl }: GoogleSettings,
  scope: string,
  options: TokenOptions,
): TokenSource {
  const form = () => {
    const iat = Math.floor(options.runtime.now() / 1000)
    const claims = { iss: email, sub: admin, scope, aud: tokenUrl, iat, exp: iat + assertionSeconds }
    return {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: signedJwt({ header: { alg: 'RS256', kid: keyId }, claims }, key),
    }
  }
  const hintOf = (error: string) =>
    withoutScope.has(error)
      ? `add the scope ${scope} for the client ID of the service account in the Admin console (Security > API controls > Domain-wide delegation)`
      : error === 'invalid_grant'
        ? 'check GOOGLE_ADMIN_EMAIL, the key of the service account, and the clock of this machine'
        : 'check GOOGLE_APPLICATION_CREDENTIALS and GOOGLE_ADMIN_EMAIL'
  const setting = 'token_uri in the file of GOOGLE_APPLICATION_CREDENTIALS'
  return makeTokenSource({ url: tokenUrl, form, hintOf, name: 'Google', setting }, options)
}
