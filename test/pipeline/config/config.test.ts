import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Config, type ConfigProblem, loadConfig } from '../../../pipeline/config/config.ts'
import { type Setting, settings } from '../../../pipeline/config/settings.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function loaded(env: Record<string, string>, yaml?: string): Config {
  const outcome = loadConfig({ env, file: yaml === undefined ? undefined : file('consentry.yaml', yaml) })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.config
}

function problems(env: Record<string, string>, yaml?: string): readonly ConfigProblem[] {
  const outcome = loadConfig({ env, file: yaml === undefined ? undefined : file('consentry.yaml', yaml) })
  if (outcome.ok) throw new Error('accepted')
  return outcome.problems
}

test('environment variables can contain all settings, without a settings file', () => {
  const config = loaded({
    KAFKA_BROKERS: 'one:9092, two:9093',
    KAFKA_TOPICS: 'o365,gworkspace-token',
    KAFKA_TLS: 'true',
    KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
    KAFKA_SASL_USER: 'reader',
    KAFKA_SASL_PASSWORD: 'p,ss',
    ES_URL: 'https://es.example.com:9200',
    ES_API_KEY: 'a2V5',
    ES_COMPATIBILITY: '8',
    HEALTH_PORT: '0',
  })
  expect(config.kafka).toMatchObject({
    brokers: ['one:9092', 'two:9093'],
    topics: ['o365', 'gworkspace-token'],
    tls: true,
  })
  expect(config.kafka).toMatchObject({ saslMechanism: 'scram-sha-512', username: 'reader', password: 'p,ss' })
  expect(config.elasticsearch).toMatchObject({
    urls: ['https://es.example.com:9200'],
    apiKey: 'a2V5',
    compatibility: 8,
  })
  expect(config.service.healthPort).toBe(0)
})

test('a variable takes precedence over the settings file, and the file over the default', () => {
  const yaml = 'kafka:\n  group: from-file\n  topics: [a, b]\nelasticsearch:\n  compatibility: 8\n'
  const { kafka, elasticsearch } = loaded({ KAFKA_GROUP: 'from-variable' }, yaml)
  expect(kafka).toMatchObject({
    group: 'from-variable',
    topics: ['a', 'b'],
    deadLetterTopic: 'consentry.dead-letters',
  })
  expect(elasticsearch.compatibility).toBe(8)
})

test('an empty variable is ignored', () => {
  expect(loaded({ ES_URL: '', HEALTH_PORT: '' })).toMatchObject({
    elasticsearch: { urls: ['http://127.0.0.1:9200'] },
    service: { healthPort: 8080 },
  })
})

test.each([
  'CONSENTRY_NAMESPACE',
  'KAFKA_TOPICS',
  'KAFKA_GROUP',
  'KAFKA_DEAD_LETTER_TOPIC',
  'KAFKA_COLLECT_STATE_TOPIC',
])('an empty %s is refused, because it would select the data of the default installation', (variable) => {
  const expected = [{ where: variable, message: 'is empty', hint: expect.stringContaining('unset it for consentry') }]
  expect(problems({ [variable]: '' })).toMatchObject(expected)
})

test('a secret can come from the file of its _FILE variable, without the line end', () => {
  const path = file('password', 'from file \n')
  const { password } = loaded({
    KAFKA_SASL_PASSWORD_FILE: path,
    KAFKA_SASL_USERNAME: 'u',
    KAFKA_SASL_MECHANISM: 'plain',
  }).kafka
  expect(password).toBe('from file ')
})

test('a secret with a line break, a NUL or another character names the form, and not an empty text', () => {
  for (const text of ['abc\ndef', 'abc\0def', 'abc€'])
    expect(problems({ ES_API_KEY_FILE: file('key', text) })).toEqual([
      expect.objectContaining({
        where: 'ES_API_KEY_FILE',
        message: expect.stringMatching(/^must be the encoded form/),
      }),
    ])
})

test('a setting without effect causes a warning', () => {
  const outcome = loadConfig({
    env: {
      KAFKA_CA: file('ca.pem', 'x'),
      KAFKA_SASL_USER: 'u',
      KAFKA_SASL_PASSWORD: 'p',
      KAFKA_OAUTH_TOKEN_URL: 'https://a.example/token',
    },
  })
  expect(outcome.ok && outcome.warnings.map((warning) => warning.where)).toEqual([
    'KAFKA_CA',
    'KAFKA_SASL_USER',
    'KAFKA_OAUTH_TOKEN_URL',
  ])
})

test('one run reports all refused settings, each with its place, the fault and the correction', () => {
  const found = problems({
    HEALTH_PORT: 'http',
    KAFKA_BROKERS: 'broker:99999',
    KAFKA_TLS: 'maybe',
    ES_COMPATIBILITY: '7',
  })
  expect(found.map(({ where, message }) => `${where} ${message}`).sort()).toEqual([
    'ES_COMPATIBILITY must be one of 8, 9; it is "7"',
    'HEALTH_PORT must be a whole number from 0 to 65535; it is "http"',
    'KAFKA_BROKERS must be a list, not empty, each host:port; it is "broker:99999"',
    'KAFKA_TLS must be true or false; it is "maybe"',
  ])
  for (const { hint } of found) expect(hint).not.toBe('')
})

test('a refused setting in the settings file is reported with file and path', () => {
  expect(problems({}, 'batch:\n  records: many\n')[0]).toMatchObject({
    where: `${join(folder, 'consentry.yaml')}: batch.records`,
    message: 'must be a whole number from 1 to 100000; it is "many"',
  })
})

test('a settings file with an empty section, a list or broken YAML is refused', () => {
  expect(problems({}, 'kafka:\n')[0]?.message).toBe('must be a mapping of settings')
  expect(problems({}, '- a\n')[0]?.message).toBe('is not a YAML mapping')
  expect(problems({}, 'kafka: {password: hunter2\n')[0]?.message).toMatch(/^is not YAML at line/)
  expect(problems({}, 'namespace: !!js/function "x"\n')[0]?.message).toMatch(/^is not YAML at line 1/)
  expect(loadConfig({ env: {}, file: join(folder, 'absent.yaml') })).toMatchObject({
    ok: false,
    problems: [{ message: 'cannot be read (ENOENT)' }],
  })
})

test('settings that contradict each other are refused', () => {
  expect(problems({ KAFKA_SASL_MECHANISM: 'plain' })[0]?.where).toBe('KAFKA_SASL_MECHANISM')
  expect(problems({ ES_API_KEY: 'k', ES_USERNAME: 'u', ES_PASSWORD: 'p' })[0]?.where).toBe('ES_API_KEY')
  expect(problems({ ES_USERNAME: 'u' })[0]?.where).toBe('ES_USERNAME')
  expect(problems({ ES_PASSWORD: 'p' })[0]).toMatchObject({ where: 'ES_PASSWORD', message: 'requires ES_USERNAME' })
  expect(problems({ KAFKA_TOPICS: 'x,y,x' })[0]?.where).toBe('KAFKA_TOPICS')
  expect(problems({ KAFKA_TOPICS: 'x', KAFKA_DEAD_LETTER_TOPIC: 'x' })[0]?.where).toBe('KAFKA_DEAD_LETTER_TOPIC')
  expect(problems({ ES_PASSWORD: 'p', ES_PASSWORD_FILE: file('p', 'q') })[0]?.where).toBe('ES_PASSWORD_FILE')
  expect(problems({ ES_RETRY_BASE_MS: '5000', ES_RETRY_CAP_MS: '10' })[0]?.where).toBe('ES_RETRY_BASE_MS')
  expect(problems({ CONSENTRY_NAMESPACE: '..' })[0]?.where).toBe('CONSENTRY_NAMESPACE')
  expect(problems({ ES_API_KEY_FILE: '/dev/zero' })[0]?.message).toContain('no regular file')
  expect(problems({ KAFKA_TLS_CA: join(folder, 'absent.pem') })[0]?.message).toBe(
    'names a file that cannot be read (ENOENT)',
  )
})

test('a contradiction names the variable or the place in the file that the user set', () => {
  expect(problems({ KAFKA_SASL_USER: 'u', KAFKA_TLS_CERT: file('cert.pem', 'x') })[0]).toMatchObject({
    where: 'KAFKA_TLS_CERT',
    message: 'requires KAFKA_TLS_KEY',
  })
  const place = `${join(folder, 'consentry.yaml')}: `
  expect(problems({}, 'kafka: {saslMechanism: plain}\n')[0]).toMatchObject({
    where: `${place}kafka.saslMechanism`,
    hint: 'set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD',
  })
  const retries = 'elasticsearch: {retryBaseMs: 5000, retryCapMs: 10, apiKey: key, username: u, password: p}\n'
  expect(problems({}, retries).map(({ where, message }) => [where, message])).toEqual([
    [`${place}elasticsearch.retryBaseMs`, `is above ${place}elasticsearch.retryCapMs`],
    [`${place}elasticsearch.apiKey`, `is set together with ${place}elasticsearch.username`],
  ])
})

test.each([
  ['HEALTH_STALE_SECONDS', '2m', 'must be a whole number of seconds from 1 to 86400; it is "2m"'],
  ['BATCH_BYTES', '4MB', 'must be a whole number of bytes from 1024 to 134217728; it is "4MB"'],
  ['ES_RETRY_BASE_MS', '0', 'must be a whole number of milliseconds from 1 to 60000; it is 0'],
  ['FINDINGS_VOLUME_ITEMS', 'all', 'must be a whole number from 1 to 1000000000; it is "all"'],
  ['KAFKA_TOPICS', 'raw,a b', expect.stringMatching(/; it is "a b"$/)],
  ['CONSENTRY_NAMESPACE', ' ', expect.stringMatching(/not empty: [^;]*$/)],
])('the refused value of %s=%s has one message, with the value and the unit', (variable, value, message) => {
  expect(problems({ [variable]: value })).toEqual([{ where: variable, message, hint: expect.any(String) }])
})

test('an error about refused settings contains no secret', () => {
  const secret = 'correct-horse'
  const yaml = `kafka: {password: {x: ${secret}}, username: [${secret}]}\nelasticsearch: {apiKey: [${secret}], urls: ["https://u:${secret}@h:1"]}\n`
  const said = [
    problems({}, yaml),
    problems({}, `kafka: {password: ${secret}\n}}}`),
    problems({ ES_URL: `https://elastic:${secret}@host:9200` }),
    problems({ ES_PASSWORD: secret, ES_API_KEY: secret }),
    problems({ ES_API_KEY: `${secret} ${secret}` }),
    problems({ ES_URL: `es:9200?key=${secret}` }),
    problems({ KAFKA_BROKERS: `u:${secret}@broker` }),
  ]
  expect(JSON.stringify(said)).not.toContain(secret)
  expect(said.every((list) => list.length > 0)).toBe(true)
})

test.each([
  ['ES_URL', 'http://127.0.0.1:9200?api_key=correct-horse'],
  ['ES_URL', 'https://es.example.com, https://es.example.com/path?api_key=correct-horse'],
  ['ES_URL', 'https://es.example.com#correct-horse'],
  ['KAFKA_OAUTH_TOKEN_URL', 'https://a.example/token#correct-horse'],
])('%s=%s is refused without its secret, because the service logs addresses', (where, url) => {
  const found = problems({ [where]: url })
  expect(found).toMatchObject([{ where, message: expect.stringMatching(/without .*a fragment/) }])
  expect(JSON.stringify(found)).not.toContain('correct-horse')
})

test('a token endpoint may have a query, which no output shows', () => {
  const url = 'https://login.example/token?p=policy'
  expect(loaded({ KAFKA_OAUTH_TOKEN_URL: url }).kafka.oauthTokenUrl).toBe(url)
})

test.each([
  ['KAFKA_GROUP', '"consentry"'],
  ['KAFKA_SASL_USERNAME', "'reader'"],
  ['ES_PASSWORD', '"correct-horse"'],
  ['ES_API_KEY', '"Y29ycmVjdC1ob3JzZQ=="'],
  ['CONSENTRY_TAGS', '"one,two"'],
  ['HEALTH_PORT', '"8080"'],
])('%s=%s is refused once, because of its quotation marks', (where, value) => {
  const found = problems({ [where]: value })
  expect(found).toMatchObject([{ where, message: 'begins and ends with a quotation mark' }])
  expect(JSON.stringify(found)).not.toMatch(/correct-horse|Y29y/)
})

test('a secret in quotation marks is also refused from a file, and accepted from the settings file', () => {
  const [found] = problems({ KAFKA_SASL_PASSWORD_FILE: file('quoted', '"correct-horse"\n') })
  expect(found?.where).toBe('KAFKA_SASL_PASSWORD_FILE')
  expect(loaded({}, `kafka: { password: '"correct-horse"' }\n`).kafka.password).toBe('"correct-horse"')
  expect(loaded({ KAFKA_SASL_PASSWORD: `"se'cret` }).kafka.password).toBe(`"se'cret`)
})

test.each(['/run/secrets/key', './key', 'two words', 'id:key', 'C:\\key', '-----BEGIN'])(
  'the text %s is refused as an API key',
  (key) => {
    expect(problems({ ES_API_KEY: key })).toMatchObject([
      { where: 'ES_API_KEY', message: expect.stringContaining('not a path') },
    ])
  },
)

test.each(['KAFKA_TLS_KEY', 'ES_CA', 'CONSENTRY_ENVIRONMENT', 'ES_API_KEY_FILE'])(
  'the content of a file in %s stays out of the message, which asks for a path',
  (variable) => {
    for (const value of ['-----BEGIN KEY-----correct-horse', 'correct-horse: 1\nx: 2', '{"x":"correct-horse"}']) {
      const found = problems({ [variable]: value })
      expect(found[0]).toMatchObject({ where: variable, hint: 'the value must be a path' })
      expect(JSON.stringify(found)).not.toContain('correct-horse')
    }
    expect(JSON.stringify(problems({ [variable]: 'correct-horse'.repeat(20) }))).not.toContain('correct-horse')
  },
)

test('the table of settings contains each variable once', () => {
  const variables = Object.values(settings as Readonly<Record<string, Setting>>).flatMap(({ env }) => env)
  expect(new Set(variables).size).toBe(variables.length)
})

test('a misspelled setting of the file has its line, and the setting that is meant', () => {
  const path = file('misspelled.yaml', 'kafka:\n  broker: [a]\nnamespase: x\n')
  const outcome = loadConfig({ env: {}, file: path })
  expect(outcome.ok ? [] : outcome.problems.map(({ where, hint }) => [where, hint])).toEqual([
    [`${path}:3:12: namespase`, 'did you mean "namespace"?'],
    [`${path}:2:11: kafka.broker`, 'did you mean "kafka.brokers"?'],
  ])
})
