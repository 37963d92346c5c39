import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { kibanaSettings } from '../../../pipeline/cli/kibana.ts'
import { commandBench } from '../../support/command-bench.ts'
import { type FakeKibana, startFakeKibana } from '../../support/fake-kibana.ts'
import { closeServer, listen, urlOf } from '../../support/local-server.ts'
import { disablingOthers } from '../../support/product.ts'

const bench = commandBench()

let fake: FakeKibana
beforeEach(async () => {
  fake = await startFakeKibana('key')
  vi.stubEnv('KIBANA_URL', fake.url)
  vi.stubEnv('KIBANA_API_KEY', 'key')
  vi.stubEnv('ES_URL', '')
})
afterEach(() => fake.close())

const run = (...args: string[]) => bench.run('rules', ...args)
const environment = ['--environment', 'environment.example.yaml']
const example = readFileSync('environment.example.yaml', 'utf8')
/** The example with three rules, one of each severity and one on alerts. */
const few = () => {
  const kept = ['m365/tenant-wide-consent', 'm365/mailbox-audit-switched-off', 'cross/application-with-several-alerts']
  return ['--environment', bench.environment(example.replace('disabled: []', disablingOthers(...kept)))]
}

it('diff shows a difference, deploy writes it, and the next diff shows no difference', async () => {
  expect(await run('diff', ...few())).toBe(1)
  expect(bench.printed).toMatch(/create list {2}consentry-approved-consent\n/)
  expect(bench.printed).toMatch(/(\d+) rules: 0 up to date, \1 different\n$/)
  expect(fake.requests.every((request) => request.startsWith('GET'))).toBe(true)
  expect(await run('deploy', '--yes', ...few())).toBe(0)
  expect(bench.printed).toMatch(/\d+ written, 0 rejected, 0 left unchanged\n$/)
  expect(await run('diff', ...few())).toBe(0)
})

it.each([
  { status: 500, code: 4 },
  { status: 400, code: 1 },
])('deploy and undeploy exit with $code if Kibana answers $status to a change of a rule', async ({ status, code }) => {
  const refuse = (refused: string) => {
    fake.intercept = (method, path) =>
      method === refused && path === '/api/detection_engine/rules' ? { status, body: { message: 'no' } } : undefined
  }
  refuse('POST')
  expect(await run('deploy', '--yes', ...few())).toBe(code)
  expect(bench.printed).toContain(`: ${status} no`)
  fake.intercept = () => undefined
  await run('deploy', '--yes', ...few())
  refuse('DELETE')
  expect(await bench.run('undeploy', '--yes')).toBe(code)
  expect(bench.printed).toContain(`: ${status} no`)
})

it('deployed rules use the ATT&CK release of the stack, and a new stack makes the rules outdated', async () => {
  const tactics = () =>
    new Set(
      [...fake.rules.values()].flatMap(({ threat }) =>
        (threat as { tactic: { name: string } }[]).map(({ tactic }) => tactic.name),
      ),
    )
  fake.version = undefined
  expect(await run('deploy', '--yes', ...few())).toBe(0)
  fake.version = '9.4.3'
  expect(await run('diff', ...few())).toBe(0)
  expect(tactics()).toContain('Defense Evasion')
  fake.version = '9.5.0'
  expect(await run('diff', ...few())).toBe(1)
  expect(bench.printed).toContain('threat')
  expect(await run('deploy', '--yes', ...few())).toBe(0)
  expect(await run('diff', ...few())).toBe(0)
  expect(tactics()).toContain('Defense Impairment')
  expect(tactics()).not.toContain('Defense Evasion')
})

it('deploy, diff and doctor keep the alert suppression of the deployed rules until --no-suppression', async () => {
  const groups = ['m365/tenant-wide-consent', 'm365/owner-added']
  const those = ['--environment', bench.environment(`version: 1\nrules: { ${disablingOthers(...groups)} }\n`)]
  for (const name of ['ES_URL', 'KAFKA_BROKERS'])
    vi.stubEnv(name, name === 'ES_URL' ? 'http://127.0.0.1:1' : '127.0.0.1:1')
  const doctor = async () => {
    await bench.run('doctor', ...those, '--space', 'soc')
    return bench.out.split('\n').filter((line, i, lines) => /kibana/.test(line) || /kibana/.test(lines[i - 1] ?? ''))
  }
  expect(await run('deploy', '--yes', '--suppression', '--space', 'soc', ...those)).toBe(0)
  const suppressed = () => [...fake.rules.values()].filter((rule) => rule.alert_suppression !== undefined).length
  expect(suppressed()).toBe(fake.rules.size)
  expect((await doctor())[0]).toContain(`rules deployed in this version: ${fake.rules.size} of ${fake.rules.size}`)
  expect(await run('deploy', '--yes', '--space', 'soc', ...those)).toBe(0)
  expect(bench.err).toContain('alert suppression stays on, as in the deployed rules; --no-suppression removes it')
  expect(bench.printed).toContain('0 written, 0 rejected, 0 left unchanged')
  expect(await run('diff', '--no-suppression', '--space', 'soc', ...those)).toBe(1)
  await run('deploy', '--yes', '--no-suppression', '--space', 'soc', ...those)
  expect(suppressed()).toBe(0)
  expect(await run('diff', '--space', 'soc', ...those)).toBe(0)
  Object.assign([...fake.rules.values()][0] as object, { meta: {} })
  expect((await doctor()).join('\n')).toContain(`run \`consentry deploy ${those.join(' ')} --space soc --dry-run\``)
})

it('deploy states the number of rules that block --no-suppression, because Kibana cannot change their type', async () => {
  const those = ['--environment', bench.environment('version: 1\n'), '--space', 'soc']
  expect(await run('deploy', '--yes', '--suppression', ...those)).toBe(0)
  expect(await run('deploy', '--yes', ...those)).toBe(0)
  const [, stated] = /first delete in Kibana the (\d+) rules whose type it changes/.exec(bench.err) ?? []
  await run('diff', '--no-suppression', ...those)
  expect(bench.printed.match(/OTHER TYPE/g)).toHaveLength(Number(stated))
})

it.each([
  { named: '--space', address: '', space: ['--space', 'soc_2'], name: 'soc_2' },
  { named: 'KIBANA_URL', address: '/s/soc_2', space: [], name: 'soc_2' },
  { named: 'no setting', address: '', space: [], name: 'default' },
])('the rules and dashboards of the space that $named names read only the alerts of this space', async (of) => {
  vi.stubEnv('KIBANA_URL', `${fake.url}${of.address}`)
  expect(await bench.run('deploy', '--yes', ...of.space, ...few())).toBe(0)
  const alerts = `.alerts-security.alerts-${of.name}`
  const indices = [...fake.rules.values()].map(({ index }) => String(index)).filter((index) => index.startsWith('.'))
  expect(indices).toEqual([alerts])
  expect(fake.savedObjects.objects.get('index-pattern/consentry-alerts')).toMatchObject({
    attributes: { title: alerts },
  })
  expect(await bench.run('rules', 'diff', ...of.space, ...few())).toBe(0)
})

it.each([
  { name: 'rules deploy', command: ['rules', 'deploy'] },
  { name: 'deploy', command: ['deploy'] },
])('$name writes only with --yes, even to a pipe, and exits with 1 while changes are pending', async ({ command }) => {
  const before = [...fake.savedObjects.objects.keys()]
  for (const dry of [[], ['--dry-run']]) {
    expect(await bench.run(...command, ...dry, ...few())).toBe(1)
    expect(bench.printed).toContain('no changes were written; add --yes to write them')
  }
  expect([fake.rules.size, fake.lists.size, [...fake.savedObjects.objects.keys()]]).toEqual([0, 0, before])
  expect(await bench.run(...command, '--yes', ...few())).toBe(0)
  expect(fake.rules.size).toBeGreaterThan(0)
  expect(await bench.run(...command, '--dry-run', ...few())).toBe(0)
})

it('every command reads the environment file that CONSENTRY_ENVIRONMENT or --config names, and --environment takes precedence', async () => {
  const id = '96a62c3c-8c1b-4f0b-8ddd-9966783f1ddd'
  const file = bench.path('ours.yaml')
  const config = bench.path('config.yaml')
  const disabling = (...rules: string[]) => `version: 1\nrules:\n  disabled: [${rules.join(', ')}]\n`
  writeFileSync(file, disabling(id))
  writeFileSync(config, `environment: ${file}\n`)
  const state = async (...args: string[]) => {
    await bench.run(...args)
    return bench.out
  }
  expect(await state('rules', 'build')).toContain(id)
  expect(await bench.run('deploy', '--yes', ...environment)).toBe(0)
  Object.assign(fake.rules.get(id) as object, { enabled: true })
  vi.stubEnv('CONSENTRY_ENVIRONMENT', file)
  for (const command of [['deploy'], ['rules', 'deploy'], ['rules', 'diff']])
    expect(await state(...command)).toContain('rules.disabled')
  expect(await state('rules', 'build')).not.toContain(id)
  const states = JSON.parse(await state('rules', 'list', '--json')) as { rules: { id: string; state: string }[] }
  expect(states.rules.find((rule) => rule.id === id)?.state).toBe('disabled')
  expect(await state('rules', 'diff', ...environment)).not.toContain('rules.disabled')

  writeFileSync(file, disabling('68af58a0-98fb-4169-849d-1e6c0dfdceb4'))
  for (const [variable = '', ...command] of [
    [file, 'hunt', bench.folder, '--out', bench.folder],
    [file, 'rules', 'list'],
    ['', 'hunt', bench.folder, '--out', bench.folder, '--config', config],
  ]) {
    vi.stubEnv('CONSENTRY_ENVIRONMENT', variable)
    expect(await bench.run(...command)).toBe(2)
    expect(bench.err).toContain('there is no rule 68af58a0')
  }
  vi.stubEnv('CONSENTRY_ENVIRONMENT', file)
  writeFileSync(file, 'version: 1\n')
  const approval = '--reason reviewed --tier low --uses use --owner Ivo --expires 2099-03-31'.split(' ')
  const approve = () => bench.run('apps', 'approve', 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', ...approval)
  await approve()
  expect(readFileSync(file, 'utf8')).toContain('e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13')
  const absent = bench.path('new-environment.yaml')
  vi.stubEnv('CONSENTRY_ENVIRONMENT', absent)
  expect(await state('apps', 'list', bench.folder)).toBe('')
  expect(bench.err).toContain('CONSENTRY_ENVIRONMENT: names a file that cannot be read (ENOENT)')
  await state('apps', 'list', bench.folder, ...environment)
  expect(bench.err).not.toContain('CONSENTRY_ENVIRONMENT')
  expect(await approve()).toBe(0)
  expect(readFileSync(absent, 'utf8')).toContain('e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13')
})

it('deploy, diff and doctor agree that a rule disabled by the environment is off', async () => {
  const file = bench.path('environment.yaml')
  const deploy = (...more: string[]) => run('deploy', '--yes', '--environment', file, ...more)
  const diff = () => run('diff', '--environment', file)
  const kept = disablingOthers('m365/tenant-wide-consent', 'm365/owner-added').slice(0, -1)
  writeFileSync(file, `version: 1\nrules: { ${kept}] }\n`)
  await deploy()
  const [first, second] = fake.rules.values()
  Object.assign(first as object, { enabled: true })
  writeFileSync(file, `version: 1\nrules: { ${kept}, ${first?.rule_id}] }\n`)
  expect(await diff()).toBe(1)
  expect(bench.printed).toContain(
    `ENABLED, but listed in rules.disabled of the environment file; deploy disables it\n    ${first?.name}`,
  )
  expect(await deploy()).toBe(0)
  expect(bench.printed).toContain(`done  disable ${first?.name}`)
  expect(fake.rules.get(String(first?.rule_id))).toMatchObject({ enabled: false })
  expect(await diff()).toBe(0)

  Object.assign(second as object, { enabled: true, rule_id: 'gone' })
  fake.rules.set('gone', second as Record<string, unknown>)
  fake.rules.delete(String(second?.id).replace('saved-', ''))
  expect(await deploy()).toBe(1)
  expect(bench.printed).toContain(`ENABLED, but not in the pack`)
  expect(await diff()).toBe(1)

  writeFileSync(file, `version: 1\nrules: { ${kept}, ${String(first?.rule_id).slice(0, -1)}] }\n`)
  expect([await deploy(), await diff()]).toEqual([2, 2])
  expect(bench.printed).toContain(`did you mean ${first?.rule_id} ("${first?.name}")?`)
})

it('deploy keeps and names a change by a Kibana user, requires a decision on an item, and requires an address', async () => {
  await run('deploy', '--yes', ...few())
  const [rule] = fake.rules.values()
  Object.assign(rule as object, { severity: 'low', risk_score: 1 })
  Object.assign(rule as object, { note: 'mine' })
  expect(await run('deploy', '--overwrite', ...few())).toBe(1)
  expect(bench.printed).toContain(
    `different\n    ${(rule as { name: string }).name} (version 1)\n      note\n        - mine\n`,
  )
  expect(bench.printed).not.toContain('required_fields')
  expect(await run('deploy', '--yes', ...few())).toBe(0)
  expect(bench.printed).toMatch(/changed by a Kibana user, kept\n {4}.+: note, risk_score, severity\n/)
  const [item] = fake.items.values()
  Object.assign(item as object, { entries: [] })
  expect(await run('deploy', '--yes', ...few())).toBe(1)
  expect(bench.printed).toMatch(/CHANGED by a Kibana user: an exception item in list consentry-[a-z-]+;/)
  expect(bench.printed).toMatch(/0 written, 0 rejected, 1 left unchanged\n$/)
  vi.stubEnv('KIBANA_URL', '')
  expect(await run('diff')).toBe(2)
})

it('an API key of Kibana in quotation marks, and a path in its place, are refused', async () => {
  vi.stubEnv('KIBANA_API_KEY', '"key"')
  expect(await run('diff')).toBe(2)
  expect(bench.err).toContain('KIBANA_API_KEY: begins and ends with a quotation mark')
  vi.stubEnv('KIBANA_API_KEY', '/run/secrets/key')
  expect(await run('diff')).toBe(2)
  expect(bench.err).toContain('must be the encoded form, which Elasticsearch returns')
})

it('the credentials of Kibana can come from files, and its settings from the configuration file', async () => {
  const secret = bench.path('secret')
  writeFileSync(secret, 'key\n')
  vi.stubEnv('KIBANA_API_KEY', '')
  vi.stubEnv('KIBANA_API_KEY_FILE', secret)
  expect(await bench.run('undeploy')).toBe(0)
  vi.stubEnv('KIBANA_API_KEY_FILE', bench.path('absent'))
  expect(await bench.run('undeploy')).toBe(2)
  expect(bench.err).toContain('KIBANA_API_KEY_FILE: names a file that cannot be read (ENOENT)')
  vi.stubEnv('KIBANA_API_KEY_FILE', '')
  vi.stubEnv('KIBANA_USERNAME', 'u')
  expect(await bench.run('undeploy')).toBe(2)
  expect(bench.err).toContain('KIBANA_USERNAME: requires KIBANA_PASSWORD')
  vi.stubEnv('KIBANA_PASSWORD_FILE', secret)
  expect(kibanaSettings(undefined)).toMatchObject({ username: 'u', password: 'key' })
  for (const name of ['KIBANA_URL', 'KIBANA_USERNAME', 'KIBANA_PASSWORD_FILE']) vi.stubEnv(name, '')
  const config = bench.path('consentry.yaml')
  writeFileSync(config, `kibana: {url: "${fake.url}", apiKey: key-from-the-file}\n`)
  for (const command of [
    ['deploy'],
    ['pull', '--out', bench.folder],
    ['undeploy'],
    ['rules', 'diff'],
    ['rules', 'deploy'],
  ]) {
    expect(await bench.run(...command, '--config', config)).toBe(4)
    expect(bench.err).toContain('Kibana answers 401')
  }
})

it('deploy with a configuration file warns of the day on which the API key expires', async () => {
  const key = Buffer.from('key-id:word').toString('base64')
  const asked: string[] = []
  const elasticsearch = createServer(({ url, headers }, response) => {
    asked.push(`${url} ${headers.authorization}`)
    response.end(JSON.stringify({ api_keys: [{ id: 'key-id', expiration: Date.UTC(2027, 0, 31) }] }))
  })
  await listen(elasticsearch)
  const own = await startFakeKibana(key)
  for (const name of ['KIBANA_URL', 'KIBANA_API_KEY']) vi.stubEnv(name, '')
  const config = bench.path('consentry.yaml')
  writeFileSync(
    config,
    `kibana: {url: "${own.url}", apiKey: ${key}}\nelasticsearch: {urls: ["${urlOf(elasticsearch)}/es/"]}\n`,
  )
  expect(await run('deploy', '--yes', '--config', config, ...few())).toBe(0)
  expect(bench.err).toContain('the API key expires on 2027-01-31')
  expect(asked).toEqual([`/es/_security/api_key?owner=true&id=key-id ApiKey ${key}`])
  await closeServer(elasticsearch)
  await own.close()
})

it('one command deploys everything, a second one pulls changes, and a third one removes everything', async () => {
  vi.stubEnv('CONSENTRY_NAMESPACE', 'elsewhere')
  const before = [...fake.savedObjects.objects.keys()]
  expect(await bench.run('deploy', '--dry-run', ...environment)).toBe(1)
  expect(bench.printed).toContain('templates: skipped, because ES_URL is not set')
  expect([fake.rules.size, [...fake.savedObjects.objects.keys()]]).toEqual([0, before])
  expect(await bench.run('deploy', '--enable', 'google-workspace', '--json', ...environment)).toBe(1)
  const planned = JSON.parse(bench.out) as { rules: { name: string; enabled: boolean }[] }
  const google = planned.rules.filter((rule) => rule.enabled).map(({ name }) => name)
  expect(google.length).toBeGreaterThan(20)
  expect(google.length).toBeLessThan(planned.rules.length)
  expect(await bench.run('deploy', '--enable', 'high', ...environment)).toBe(1)
  expect(bench.printed).toMatch(/new; deploy enables it\n {4}/)
  expect(bench.printed).toMatch(/ different, \d+ to be enabled\n/)
  expect(await bench.run('deploy', '--yes', '--enable', 'high', ...environment)).toBe(0)
  const enabled = [...fake.rules.values()].filter((rule) => rule.enabled === true)
  expect(enabled.length).toBeGreaterThan(5)
  expect(enabled.every(({ severity }) => severity === 'high' || severity === 'critical')).toBe(true)
  expect(fake.savedObjects.objects.has('dashboard/consentry-overview')).toBe(true)
  const hunts = [...fake.savedObjects.objects].filter(([key]) => key.startsWith('search/consentry-hunt-'))
  expect(hunts.length).toBeGreaterThanOrEqual(12)
  expect(hunts.filter(([, hunt]) => !/FROM \S+-elsewhere\b/.test(JSON.stringify(hunt)))).toEqual([])
  expect(await bench.run('deploy', '--yes', ...environment)).toBe(0)
  expect(bench.printed).toMatch(/templates: skipped[^\n]*\n0 written, 0 rejected, 0 left unchanged\n$/)

  Object.assign(enabled[0] as object, { name: 'Renamed by us' })
  expect(await bench.run('pull', '--out', bench.folder)).toBe(0)
  const rules = JSON.parse(bench.read('rules.json')) as { changed: object }[]
  expect(rules.filter(({ changed }) => Object.keys(changed).length > 0)).toMatchObject([
    { changed: { name: 'Renamed by us' } },
  ])
  expect(await bench.run('undeploy')).toBe(1)
  expect(bench.printed).toContain('nothing was deleted; add --yes to delete')
  expect(await bench.run('undeploy', '--yes')).toBe(0)
  expect([fake.rules.size, fake.lists.size, fake.items.size, fake.savedObjects.objects.size]).toEqual([0, 0, 0, 0])
  expect(await bench.run('undeploy')).toBe(0)
})
