import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from 'vitest'
import { makeTokenProvider } from '../../../pipeline/clients/kafka-token.ts'
import { loadConfig } from '../../../pipeline/config/config.ts'
import { type Answer, listen, send } from '../../support/local-server.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** Starts a token endpoint that records request bodies and gives its answers in order. */
async function endpoint(answers: readonly Answer[]) {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const answered = bodies.push(await text(request))
    send(response, answers[answered - 1] ?? { status: 500, body: {} })
  })
  servers.push(server)
  return { bodies, url: `http://127.0.0.1:${await listen(server)}/token` }
}

const settingsFor = (url: string) => ({
  oauthTokenUrl: url,
  oauthClientId: 'client',
  oauthClientSecret: 's&cret',
  oauthScope: 'https://ns.servicebus.windows.net/.default',
})

it('the token of SASL OAUTHBEARER is requested with client credentials, and renewed a minute before it expires', async () => {
  const { url, bodies } = await endpoint([
    { status: 200, body: { access_token: 'one', expires_in: 3600 } },
    { status: 200, body: { access_token: 'two', expires_in: 3600 } },
  ])
  let now = 0
  const provide = makeTokenProvider(settingsFor(url), () => now)
  expect(await provide()).toEqual({ value: 'one' })
  expect(Object.fromEntries(new URLSearchParams(bodies[0]))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'client',
    client_secret: 's&cret',
    scope: 'https://ns.servicebus.windows.net/.default',
  })
  now = 3_539_999
  expect(await provide()).toEqual({ value: 'one' })
  now = 3_540_000
  expect(await provide()).toEqual({ value: 'two' })
})

it('a refusal of a SASL OAUTHBEARER token is a settings error, and a request to a busy endpoint is repeated', async () => {
  const { url } = await endpoint([
    { status: 401, body: { error: 'invalid_client', error_description: 's&cret is wrong' } },
    { status: 503, body: {} },
    { status: 200, body: { access_token: 'three' } },
  ])
  const provide = makeTokenProvider(settingsFor(url))
  const refusal: Error = await provide().then(
    () => new Error('accepted'),
    (error) => error,
  )
  expect(refusal).toMatchObject({ code: 'kafka_auth', retryable: false })
  expect(refusal.message).toMatch(/401: invalid_client; check the KAFKA_OAUTH_\* settings/)
  expect(refusal.message).not.toContain('s&cret')
  await expect(provide()).rejects.toMatchObject({ code: 'kafka_auth', retryable: true })
  expect(await provide()).toEqual({ value: 'three' })
})

it('the token of SASL OAUTHBEARER needs an endpoint and a client', () => {
  const env = {
    KAFKA_SASL_MECHANISM: 'OAUTHBEARER',
    KAFKA_OAUTH_TOKEN_URL: 'https://login.microsoftonline.com/TENANT/oauth2/v2.0/token',
    KAFKA_OAUTH_CLIENT_ID: 'client',
  }
  const incomplete = loadConfig({ env })
  expect(incomplete.ok || incomplete.problems.map(({ where }) => where)).toEqual(['KAFKA_SASL_MECHANISM'])
  const complete = loadConfig({ env: { ...env, KAFKA_OAUTH_CLIENT_SECRET: 'only-for-tests' } })
  expect(complete.ok && complete.config.kafka.saslMechanism).toBe('oauthbearer')
})
