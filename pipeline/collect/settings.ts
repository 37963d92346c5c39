// The settings that `collect` reads from the environment, the only source of secrets. No output shows the secrets.
import { type KeyObject, X509Certificate } from 'node:crypto'
import { isLoopback } from '../../mappings/kernel/ip-network.ts'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { quoted, unquote } from '../config/quotes.ts'
import { unreadableFile } from '../config/unreadable-file.ts'
import { registerSecret } from '../errors/redact.ts'
import { UsageError } from '../errors/usage-error.ts'
import { privateKeyOf } from './jwt.ts'
import { type Cloud, clouds } from './microsoft/clouds.ts'

export type Environment = Readonly<Record<string, string | undefined>>

type MicrosoftCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly key: KeyObject; readonly thumbprint: string }
  /** The token of a workload identity. Its platform renews the token in the file. */
  | { readonly kind: 'federated'; readonly file: string }

export interface MicrosoftSettings {
  readonly tenant: string
  readonly clientId: string
  readonly credential: MicrosoftCredential
  readonly endpoints: Cloud
}

export interface GoogleSettings {
  readonly email: string
  readonly key: KeyObject
  readonly keyId: string
  /** The administrator that the service account acts for. */
  readonly admin: string
  readonly customer: string
  readonly url: string
  readonly alertsUrl: string
  readonly tokenUrl: string
}

export interface CollectSettings {
  readonly microsoft?: MicrosoftSettings
  readonly google?: GoogleSettings
}

/** Reads everything that is set. Throws a UsageError that lists every fault. */
export function readSettings(env: Environment): CollectSettings {
  const faults: string[] = []
  const given = (name: string): string | undefined => {
    const value = env[name]?.trim() ?? ''
    const text = unquote(value)
    const fault = `${name} ${quoted.message}: ${quoted.hint}`
    if (text !== value && !faults.includes(fault)) faults.push(fault)
    return text || undefined
  }
  const microsoft = isAnySet(given, 'AZURE_TENANT_ID', 'AZURE_CLIENT_ID') ? readMicrosoft(given, faults) : undefined
  const google = isAnySet(given, 'GOOGLE_APPLICATION_CREDENTIALS', 'GOOGLE_ADMIN_EMAIL')
    ? readGoogle(given, faults)
    : undefined
  if (faults.length > 0) throw new UsageError(faults.join('\n'))
  if (microsoft === undefined && google === undefined)
    throw new UsageError(
      'no credentials: set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET for Microsoft, or GOOGLE_APPLICATION_CREDENTIALS and GOOGLE_ADMIN_EMAIL for Google; `consentry collect --help` lists all variables',
    )
  return { ...(microsoft !== undefined && { microsoft }), ...(google !== undefined && { google }) }
}

type Given = (name: string) => string | undefined

const isAnySet = (given: Given, ...names: string[]): boolean => names.some((name) => given(name) !== undefined)

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function readMicrosoft(given: Given, faults: string[]): MicrosoftSettings | undefined {
  const before = faults.length
  const id = (name: string, where: string): string => {
    const value = given(name)
    if (value === undefined) faults.push(`${name} is not set: ${where}`)
    else if (!guid.test(value))
      faults.push(`${name} is not an ID such as 11111111-2222-3333-4444-555555555555: ${where}`)
    return value ?? ''
  }
  const tenant = id('AZURE_TENANT_ID', 'copy the tenant ID from the overview of Entra ID')
  const clientId = id('AZURE_CLIENT_ID', 'copy the application (client) ID from the registration of the application')
  const credential = readCredential(given, faults)
  const name = given('MICROSOFT_CLOUD') ?? 'global'
  const cloud = clouds[name]
  if (cloud === undefined) faults.push(`MICROSOFT_CLOUD=${name} is unknown: use ${Object.keys(clouds).join(', ')}`)
  const management = address(given, 'MICROSOFT_MANAGEMENT_URL', faults) ?? cloud?.management
  const login = address(given, 'AZURE_AUTHORITY_HOST', faults) ?? cloud?.login
  const graph = address(given, 'MICROSOFT_GRAPH_URL', faults) ?? cloud?.graph
  if (faults.length > before || credential === undefined || login === undefined || graph === undefined) return undefined
  const endpoints = { login, graph, ...(management !== undefined && { management }) }
  return { tenant: tenant.toLowerCase(), clientId, credential, endpoints }
}

function readCredential(given: Given, faults: string[]): MicrosoftCredential | undefined {
  const names = [
    ...['AZURE_CLIENT_SECRET', 'AZURE_CLIENT_SECRET_FILE'],
    ...['AZURE_CLIENT_CERTIFICATE_PATH', 'AZURE_FEDERATED_TOKEN_FILE'],
  ]
  const set = names.filter((name) => given(name) !== undefined)
  const [name] = set
  if (name === undefined || set.length > 1) {
    const found = set.length > 1 ? `${set.join(' and ')} are set` : 'no credential for Microsoft'
    faults.push(`${found}: set one of ${names.join(', ')}`)
    return undefined
  }
  const value = given(name) as string
  if (name === 'AZURE_CLIENT_SECRET') return secretOf(value)
  const text = readText(name, value, faults)
  if (text === undefined) return undefined
  if (name === 'AZURE_CLIENT_SECRET_FILE') return secretOf(text.trim())
  if (name === 'AZURE_FEDERATED_TOKEN_FILE') return { kind: 'federated', file: value }
  const key = privateKeyOf(text)
  const thumbprint = thumbprintOf(text)
  if (key !== undefined && thumbprint !== undefined) return { kind: 'certificate', key, thumbprint }
  const lacks = key === undefined ? 'private key without a password' : 'certificate'
  faults.push(`${name}: ${value} contains no ${lacks}: write both into one PEM file`)
  return undefined
}

function secretOf(secret: string): MicrosoftCredential {
  registerSecret(secret)
  return { kind: 'secret', secret }
}

function thumbprintOf(pem: string): string | undefined {
  try {
    return Buffer.from(new X509Certificate(pem).fingerprint256.replaceAll(':', ''), 'hex').toString('base64url')
  } catch {
    return undefined
  }
}

function readText(name: string, path: string, faults: string[]): string | undefined {
  try {
    return readNamedText(path)
  } catch (error) {
    const { message, hint } = unreadableFile(path, error, /_(?:SECRET|TOKEN)_FILE$/.test(name))
    faults.push(`${name} ${message}: ${hint}`)
    return undefined
  }
}

/** Reads a server address. Allows HTTP only for this machine: a token would be readable on the network. */
function address(given: Given, name: string, faults: string[]): string | undefined {
  const value = given(name)
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isLocal = url !== undefined && isLoopback(url.hostname)
  const isSafe = url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))
  if (!isSafe || url.username !== '')
    faults.push(`${name} is not an HTTPS address: use an address such as https://graph.microsoft.us`)
  // Requests add their own path, which contains the API version.
  else if (/[^/]/.test(url.pathname + url.search + url.hash))
    faults.push(`${name} has a path: use only the address, ${url.origin}`)
  else return url.origin
  return undefined
}

function readGoogle(given: Given, faults: string[]): GoogleSettings | undefined {
  const before = faults.length
  const admin = given('GOOGLE_ADMIN_EMAIL')
  if (admin === undefined || !admin.includes('@'))
    faults.push(
      'GOOGLE_ADMIN_EMAIL is not an email address: use the address of an administrator with the privilege Reports',
    )
  const url = address(given, 'GOOGLE_ADMIN_URL', faults) ?? 'https://admin.googleapis.com'
  const alertsUrl = address(given, 'GOOGLE_ALERTS_URL', faults) ?? 'https://alertcenter.googleapis.com'
  const withoutToken: Given = (name) => given(name)?.replace(/\/token$/, '')
  const tokenUrl = `${address(withoutToken, 'GOOGLE_TOKEN_URL', faults) ?? 'https://oauth2.googleapis.com'}/token`
  const customer = given('GOOGLE_CUSTOMER_ID') ?? 'my_customer'
  if (!/^(?:my_customer|C\w+)$/.test(customer))
    faults.push(
      'GOOGLE_CUSTOMER_ID is not a customer ID: use the ID in the Admin console (Account settings), such as C03az79cb',
    )
  const path = given('GOOGLE_APPLICATION_CREDENTIALS')
  if (path === undefined) {
    faults.push('GOOGLE_APPLICATION_CREDENTIALS is not set: name the JSON file with the key of the service account')
    return undefined
  }
  const text = readText('GOOGLE_APPLICATION_CREDENTIALS', path, faults)
  const account = text === undefined ? undefined : serviceAccountOf(text)
  if (text !== undefined && account === undefined)
    faults.push(
      `GOOGLE_APPLICATION_CREDENTIALS: ${path} is not a service account key: create a key of type JSON in the Google Cloud console`,
    )
  if (faults.length > before || account === undefined || admin === undefined) return undefined
  return { ...account, admin, customer, url, alertsUrl, tokenUrl }
}

function serviceAccountOf(text: string): Pick<GoogleSettings, 'email' | 'key' | 'keyId'> | undefined {
  try {
    const { client_email: email, private_key: pem, private_key_id: keyId } = JSON.parse(text) as Record<string, unknown>
    const key = privateKeyOf(String(pem))
    if (typeof email !== 'string' || typeof keyId !== 'string' || key === undefined) return undefined
    registerSecret(String(pem))
    return { email, key, keyId }
  } catch {
    return undefined
  }
}
