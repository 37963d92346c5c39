// Runs every command that takes an address or a credential against a port that refuses connections, and searches all
// output for the secret. Needs no server. A deep run tests all of them; a commit tests some with each secret.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { sampleOf } from '../../support/deep.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const main = join(packageRoot, 'dist', 'pipeline', 'main.js')
const folder = temporaryFolder()

const secret = 'Xq7secretXq7'
const address = `http://elastic:${secret}@127.0.0.1:1`
/** The service waits for its servers without limit. The test ends it this long after it begins to report them. */
const reportingMs = 3000

const base = {
  PATH: process.env.PATH ?? '',
  HOME: folder,
  LOG_LEVEL: 'trace',
  CONSENTRY_DEBUG: '1',
  KAFKA_BROKERS: '127.0.0.1:1',
  ES_URL: 'http://127.0.0.1:1',
  KIBANA_URL: 'http://127.0.0.1:1',
  KIBANA_RETRY_ATTEMPTS: '2',
  ES_RETRY_PATIENCE_SECONDS: '1',
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder, env: { ...base, ...env } })
    let printed = ''
    let timer: NodeJS.Timeout | undefined
    const keep = (chunk: Buffer) => {
      printed += chunk.toString()
      if (args[0] === 'run') timer ??= setTimeout(() => child.kill('SIGKILL'), reportingMs)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('close', () => {
      clearTimeout(timer)
      resolve(printed)
    })
  })
}

const kibana = [['rules', 'diff'], ['rules', 'deploy'], ['rules', 'deploy', '--yes'], ['doctor']]
const elasticsearch = [
  ['setup', '--dry-run'],
  ['setup'],
  ['apps'],
  ['apps', 'show', 'x'],
  ['doctor', '--json'],
  ['run'],
]
const kafka = [['setup'], ['doctor'], ['demo', '--kafka'], ['run']]

// All of them wait for the servers at the same time.
test.concurrent.each<{ name: string; commands: readonly (readonly string[])[]; env: Record<string, string> }>([
  { name: 'a password in KIBANA_URL', commands: kibana, env: { KIBANA_URL: address } },
  { name: 'a password in ES_URL', commands: elasticsearch, env: { ES_URL: address } },
  { name: 'a password in KAFKA_BROKERS', commands: kafka, env: { KAFKA_BROKERS: `u:${secret}@127.0.0.1:1` } },
  {
    name: 'a password in the address of a proxy',
    commands: [['rules', 'diff'], ['apps']],
    env: { HTTP_PROXY: address, NODE_USE_ENV_PROXY: '1' },
  },
  {
    name: 'credentials in their settings',
    commands: [['rules', 'diff'], ['apps'], ...kafka],
    env: {
      ES_USERNAME: 'elastic',
      ES_PASSWORD: secret,
      KIBANA_API_KEY: secret,
      KAFKA_SASL_MECHANISM: 'plain',
      KAFKA_SASL_USERNAME: 'u',
      KAFKA_SASL_PASSWORD: secret,
    },
  },
  {
    name: 'credentials that no header can hold',
    commands: [...kibana, ['apps']],
    env: { ES_API_KEY: `a\n${secret}`, KIBANA_API_KEY: `a\n${secret}` },
  },
])('no command prints $name', async ({ commands, env }) => {
  const tried = sampleOf(commands, 3)
  const printed = await Promise.all(tried.map(async (args) => [args.join(' '), await run(args, env)] as const))
  expect(printed.filter(([, text]) => text === '').map(([command]) => command)).toEqual([])
  expect(printed.filter(([, text]) => text.includes(secret))).toEqual([])
})

test.concurrent('an error about an invalid configuration file does not quote the file', async () => {
  const files = {
    'not-yaml.yaml': `elasticsearch: { password: ${secret}: [\n`,
    'wrong-type.yaml': `elasticsearch: { password: [${secret}], urls: ['${address}'] }\n`,
    'wrong-name.yaml': `elasticsearch: { pasword: ${secret} }\nkafka: { brokers: ['u:${secret}@h:1'] }\n`,
  }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text)
    const printed = await run(['setup', '--config', name], {})
    expect(printed).toContain('invalid configuration')
    expect(printed).not.toContain(secret)
  }
})

test.concurrent.each([
  ['hunt', address],
  ['apps', '--environment', address],
  ['setup', '--config', address],
  ['rules', 'diff', `--url=${address}`],
])('an argument of %s that is a URL is shown without its password', async (...args) => {
  const printed = await run(args, {})
  expect(printed).not.toBe('')
  expect(printed).not.toContain(secret)
})
