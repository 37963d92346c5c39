// The access token for SASL OAUTHBEARER, from a token endpoint with client credentials (RFC 6749, 4.4). kafkajs
// requests a token for each connection, and again before the broker ends the session.
import { currentSecret } from '../config/secret-files.ts'
import type { Config } from '../config/settings.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { registerSecret } from '../errors/redact.ts'

type OauthSettings = Pick<Config['kafka'], 'oauthTokenUrl' | 'oauthClientId' | 'oauthClientSecret' | 'oauthScope'>

const timeoutMs = 10_000
/** Time before the expiry at which a token is replaced. */
const marginMs = 60_000

interface Token {
  readonly value: string
  readonly until: number
}

function refused(message: string, retryable: boolean): DependencyError {
  return new DependencyError('kafka_auth', message, { retryable, todo: 'check the KAFKA_OAUTH_* settings' })
}

async function request(settings: OauthSettings, now: () => number): Promise<Token> {
  const { oauthTokenUrl: url = '', oauthClientId = '', oauthClientSecret = '', oauthScope } = settings
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: oauthClientId,
    client_secret: currentSecret('kafka.oauthClientSecret', oauthClientSecret),
    ...(oauthScope !== undefined && { scope: oauthScope }),
  })
  let answer: Response
  try {
    answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
  } catch {
    throw refused(`the token endpoint ${new URL(url).host} does not answer`, true)
  }
  const member = ((await answer.json().catch(() => undefined)) ?? {}) as Record<string, unknown>
  const { access_token: value, expires_in: seconds, error } = member
  if (!answer.ok || typeof value !== 'string') {
    const reason = typeof error === 'string' ? `: ${error}` : ''
    const isBusy = answer.status === 429 || answer.status >= 500
    throw refused(`the token endpoint ${new URL(url).host} answers ${answer.status}${reason}`, isBusy)
  }
  registerSecret(value)
  return { value, until: now() + (Number(seconds) > 0 ? Number(seconds) * 1000 : 0) - marginMs }
}

/** One provider for all connections of a client: they share a token while it is valid. */
export function makeTokenProvider(settings: OauthSettings, now: () => number = Date.now) {
  let token: Promise<Token> | undefined
  return async (): Promise<{ value: string }> => {
    const held = await token?.catch(() => undefined)
    if (held === undefined || now() >= held.until) token = request(settings, now)
    const { value } = await (token as Promise<Token>)
    return { value }
  }
}
