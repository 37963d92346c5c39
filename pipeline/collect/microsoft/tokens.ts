// Tokens of an application in Entra ID, one source for each API.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials
import { randomUUID } from 'node:crypto'
import { readNamedText } from '../../../mappings/kernel/named-file.ts'
import { signedJwt } from '../jwt.ts'
import type { MicrosoftSettings } from '../settings.ts'
import { makeTokenSource, type TokenOptions, type TokenSource } from '../token-source.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const assertionSeconds = 300

/** Hints for Microsoft's error codes. */
const hints: readonly (readonly [code: string, hint: string])[] = [
  ['AADSTS7000215', 'set AZURE_CLIENT_SECRET to the value of the secret, not to its ID'],
  ['AADSTS7000222', 'the secret has expired: create another one and set AZURE_CLIENT_SECRET'],
  ['AADSTS700016', 'the tenant does not have this application: check AZURE_TENANT_ID and AZURE_CLIENT_ID'],
  ['AADSTS700027', 'upload the certificate of AZURE_CLIENT_CERTIFICATE_PATH to the registration of the application'],
  ['AADSTS90002', 'there is no such tenant: check AZURE_TENANT_ID and MICROSOFT_CLOUD'],
  ['AADSTS7000112', 'the application is disabled in this tenant: enable it'],
  ['AADSTS500011', 'the tenant does not know this API: check MICROSOFT_CLOUD'],
]

function hintOf(_error: string, description: string): string {
  const known = hints.find(([code]) => description.includes(code))
  return known?.[1] ?? 'check AZURE_TENANT_ID, AZURE_CLIENT_ID and the credential'
}

async function proofOf(
  { clientId, credential }: MicrosoftSettings,
  url: string,
  now: number,
): Promise<Record<string, string>> {
  switch (credential.kind) {
    case 'secret':
      return { client_secret: credential.secret }
    case 'federated':
      return {
        client_assertion_type: assertionType,
        client_assertion: readNamedText(credential.file).trim(),
      }
    case 'certificate': {
      const seconds = Math.floor(now / 1000)
      const claims = { aud: url, iss: clientId, sub: clientId, jti: randomUUID(), nbf: seconds }
      return {
        client_assertion_type: assertionType,
        client_assertion: signedJwt(
          {
            header: { alg: 'PS256', 'x5t#S256': credential.thumbprint },
            claims: { ...claims, exp: seconds + assertionSeconds },
          },
          credential.key,
        ),
      }
    }
  }
}

export function microsoftTokens(settings: MicrosoftSettings, resource: string, options: TokenOptions): TokenSource {
  const url = `${settings.endpoints.login}/${settings.tenant}/oauth2/v2.0/token`
  const form = async () => ({
    grant_type: 'client_credentials',
    client_id: settings.clientId,
    scope: `${resource}/.default`,
    ...(await proofOf(settings, url, options.runtime.now())),
  })
  return makeTokenSource({ url, form, hintOf, name: 'Microsoft', setting: 'AZURE_AUTHORITY_HOST' }, options)
}
