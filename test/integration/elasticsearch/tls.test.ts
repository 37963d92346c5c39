// The client side of TLS: the test's own proxy in front of a server, with certificates made for the run.
import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type ElasticsearchSettings,
  makeClient,
  toDependencyError,
  whereIs,
} from '../../../pipeline/clients/elasticsearch.ts'
import { makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import { makeEvent } from '../../pipeline/sink/events.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { listen } from '../../support/local-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Makes a certificate authority and its certificate for 127.0.0.1. Returns undefined if openssl is missing. */
function makeCertificates(folder: string): { ca: string; fingerprint: string; key: Buffer; chain: string } | undefined {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  try {
    openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test CA', '-days', '2')
    openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=127.0.0.1')
    writeFileSync(join(folder, 'server.ext'), 'subjectAltName=IP:127.0.0.1')
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'server.ext', '-days', '2']
    openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.pem')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    console.warn('skipped: openssl is not installed; the TLS tests make their certificates with it.')
    return undefined
  }
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  return {
    ca: join(folder, 'ca.pem'),
    fingerprint: new X509Certificate(text('ca.pem')).fingerprint256,
    key: readFileSync(join(folder, 'server.key')),
    chain: text('server.pem') + text('ca.pem'),
  }
}

const folder = temporaryFolder()
const endpoint = await requireEndpoint('ES_URL')
const certificates = endpoint === undefined ? undefined : makeCertificates(folder)

describe.skipIf(certificates === undefined)('TLS', async () => {
  const target = new URL(endpoint?.address ?? 'http://127.0.0.1')
  const proxy = createServer({ key: certificates?.key, cert: certificates?.chain }, (socket) => {
    const upstream = connect(Number(target.port), target.hostname)
    socket.pipe(upstream).pipe(socket)
    socket.on('error', () => upstream.destroy())
    upstream.on('error', () => socket.destroy())
  })
  const url = `https://127.0.0.1:${await listen(proxy)}`

  afterAll(async () => {
    proxy.close()
    await endpoint?.stop()
  })

  /** The server's version, or the code of the error. */
  async function ask(settings: Partial<ElasticsearchSettings>): Promise<string> {
    const client = await makeClient({ urls: [url], compatibility: 9, ...settings })
    try {
      return (await client.info({}, { maxRetries: 0 })).version.number
    } catch (error) {
      return toDependencyError(error, whereIs(client)).code
    } finally {
      await client.close()
    }
  }

  const ca = certificates?.ca ?? ''
  const fingerprint = certificates?.fingerprint ?? ''
  const otherFingerprint = fingerprint.replace(/^../, (pair) => (pair === '00' ? 'FF' : '00'))

  it.each<[string, Partial<ElasticsearchSettings>]>([
    ['the CA file', { caFile: ca }],
    ['the fingerprint', { caFingerprint: fingerprint }],
    [
      'the fingerprint without colons, in small letters',
      { caFingerprint: fingerprint.replaceAll(':', '').toLowerCase() },
    ],
    ['both', { caFile: ca, caFingerprint: fingerprint }],
  ])('is trusted by %s', async (_, settings) => {
    expect(await ask(settings)).toMatch(/^9\./)
  })

  it.each<[string, Partial<ElasticsearchSettings>]>([
    ['neither CA nor fingerprint', {}],
    ['another fingerprint', { caFingerprint: otherFingerprint }],
    ['the CA file and another fingerprint', { caFile: ca, caFingerprint: otherFingerprint }],
    [
      'the CA file and a host name that is not in the certificate',
      { caFile: ca, urls: [url.replace('127.0.0.1', 'localhost')] },
    ],
  ])('is refused with %s', async (_, settings) => {
    expect(await ask(settings)).toBe('es_tls')
  })

  it('a TLS failure stops the sink at once, because waiting would not correct it', async () => {
    const client = await makeClient({ urls: [url], compatibility: 9 })
    const sink = makeElasticsearchSink({ client, namespace: 'tls', backfill: false })
    await expect(sink.store([makeEvent('a')])).rejects.toMatchObject({ code: 'es_tls', retryable: false })
    await client.close()
  })
})
