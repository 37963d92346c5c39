import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import stolenTokens from '../../../rules/cross/burst-from-new-network/match/google-workspace-stolen-tokens-read-at-once.scenario.ts'
import { commandBench } from '../../support/command-bench.ts'
import { product, textsOf } from '../../support/product.ts'
import { zipOf } from '../../support/zip.ts'

const kept = ['m365/tenant-wide-consent', 'm365/first-consent-to-application', 'cross/burst-from-new-network']
const bench = commandBench(...kept, 'google-workspace', 'cross/application-with-several-alerts')

const consent = sampleText(product.evidence, 'm365/consent-tenant-wide')
const input = (...lines: string[]) => bench.input('input.ndjson', `${lines.join('\n')}\n`)
const run = (...args: string[]) => bench.run('explain', ...args)
const record = (change: object = {}) => JSON.stringify({ ...JSON.parse(consent), ...change })

it('consentry explain finds a record by its number or its ID', async () => {
  const path = input('{"neither": "vendor"}', record())
  expect(await run(path, '--record', '0')).toBe(3)
  expect(bench.out).toContain('NO DOCUMENT: format_unknown')
  expect(await run(path, '--id', JSON.parse(consent).Id)).toBe(0)
  expect(bench.out).toContain('record 1 of')
  expect(await run(path, '--id', JSON.parse(consent).Id.toUpperCase())).toBe(0)
  expect(bench.out).toContain('record 1 of')
  expect(bench.out).toMatch(/MATCH: Entra ID Tenant-Wide Consent/)
  expect(bench.out).toMatch(/✗ oauth\.grant\.breadth: "user" {2}— the document has "tenant"/)
})

it('consentry explain finds a record in an archive member by its offset, and requires the name of the member', async () => {
  const other = record({ Id: 'other' })
  const members = [
    { name: 'a.ndjson', content: `${other}\n${other}\n` },
    { name: 'logs/b.ndjson', content: `${other}\n${record()}\n` },
  ]
  const archive = bench.input('two.zip', zipOf(members))
  expect(await run(`${archive}/logs/b.ndjson`, '--record', '1')).toBe(0)
  expect(bench.out).toContain(JSON.parse(consent).Id)
  for (const number of [['--record', '1'], []]) {
    expect(await run(archive, ...number)).toBe(2)
    expect(bench.err).toContain('two.zip contains 2 files; name one file, such as')
  }
  expect(await run(`${archive}/c.ndjson`, '--record', '1')).toBe(3)
  expect(bench.err).toContain('two.zip has no member c.ndjson')
  expect(await run(archive, '--id', JSON.parse(consent).Id)).toBe(0)
  const one = zipOf([{ name: 'a.json', content: consent }])
  expect(await run(bench.input('one.zip', Buffer.concat([one, Buffer.from('\n')])))).toBe(0)
  expect(bench.out).toContain(JSON.parse(consent).Id)
})

it('consentry explain explains one rule, even for a record of another dataset', async () => {
  const path = input(record())
  expect(await run(path, '--rule', 'c9649b40')).toBe(0)
  expect(bench.out.match(/^ {2}\S.*\((?:low|medium|high|critical), /gm)).toHaveLength(1)
  expect(bench.out).toContain('reads google_workspace.token, not o365.audit')
  expect(await run(path, '--rule', '6918b9f1')).toBe(0)
  expect(bench.out).toContain('not evaluated: OAuth Application Reported by Several Rules')
})

it('consentry explain prints one object with --json, without control characters', async () => {
  expect(await run(input(record({ Surprise: 'a\u009b2J\u202eb' })), '--json')).toBe(0)
  expect(bench.out).not.toMatch(/[\u0080-\u009f\u202e]/)
  const members: { path: string; value: unknown; fate: string }[] = JSON.parse(bench.out).natives[0].results[0].members
  expect(members.find(({ path }) => path === 'Surprise')).toMatchObject({
    value: 'a\u009b2J\u202eb',
    fate: 'unmapped',
  })
})

it('consentry explain ends with 2 and a hint if the record is ambiguous', async () => {
  const path = input(record(), record())
  expect(await run(path)).toBe(2)
  expect(bench.err).toContain(
    'choose one with --id ID (the report and alerts.ndjson of a hunt list the IDs) or --record N (from 0)',
  )
  expect(await run(path, '--record', '2')).toBe(2)
  expect(bench.err).toContain('the records 0 to 1')
  expect(await run(path, '--id', 'absent')).toBe(2)
  expect(await run(path, '--record', '0', '--rule', '96a62c3c-8c1b-4f0b-8ddd-9966783f1dde')).toBe(2)
  expect(bench.err).toContain('did you mean 96a62c3c-8c1b-4f0b-8ddd-9966783f1ddd?')
})

it('consentry explain --history shows facts from other records in the entity store, and rules can match them', async () => {
  const later = { Id: '00000000-0000-4000-8000-000000000002', CreationTime: '2026-03-20T08:30:05' }
  const path = input(record(later), record())
  expect(await run(path, '--record', '0')).toBe(0)
  expect(bench.out).not.toContain('oauth.app.first_seen')
  expect(await run(path, '--record', '0', '--history')).toBe(0)
  expect(bench.out).toMatch(/oauth\.app\.first_seen\s+"2026-03-12T[^\n]*the entity store, from the other records/)
  expect(bench.out).not.toContain('use --history')
})

it('consentry explain --history requires a file, because it reads the input twice', async () => {
  expect(await run('-', '--record', '0', '--history')).toBe(2)
})

it('consentry explain --history states that a record was counted in an alert, with the number of the other records', async () => {
  const texts = textsOf({ id: 'cross/stolen', start: '2026-03-09T08:00:00Z', ...stolenTokens })
  const path = input(...texts.map((text) => JSON.stringify(JSON.parse(text))))
  expect(await bench.run('hunt', path, '--out', bench.path('out'), '--quiet')).toBe(0)
  const alert = bench.lines('out/alerts.ndjson').find(({ rule }) => rule.name.startsWith('Burst of Data'))
  const id = alert.events[1]._id
  expect(await run(path, '--id', id, '--history', '--rule', alert.rule.id)).toBe(0)
  expect(bench.out).toContain(
    `COUNTED with ${alert.events.length - 1} other records in the alert of ${alert['@timestamp']}: ${alert.rule.name}`,
  )
  expect(bench.out).not.toContain('PARTIAL MATCH')
})

it('consentry explain --history explains the document that a hunt keeps, even for a copy that the hunt drops', async () => {
  const [diagnostic] = JSON.parse(sampleText(product.evidence, 'entra/audit-consent-blocked-risky')).records
  const path = input(JSON.stringify({ value: [diagnostic.properties] }), JSON.stringify(diagnostic))
  const explained = async (...args: string[]) => {
    expect(await run(path, '--json', ...args)).toBe(0)
    return JSON.parse(bench.out).natives[0].results[0]
  }
  const [copy, kept] = [await explained('--record', '0'), await explained('--record', '1')]
  expect(copy.id).not.toBe(kept.id)
  expect(copy).not.toHaveProperty('copyOf')
  const [dropped, stored] = [
    await explained('--id', copy.id, '--history'),
    await explained('--id', kept.id, '--history'),
  ]
  expect(dropped.copyOf).toBe(kept.id)
  expect(stored).not.toHaveProperty('copyOf')
  expect(stored.alerts).toHaveLength(1)
  expect(dropped.alerts).toEqual(stored.alerts)
  expect(dropped.rules).toEqual(stored.rules)
  expect(await run(path, '--id', copy.id, '--history')).toBe(0)
  expect(bench.out).toContain(`a copy: a hunt keeps the document ${kept.id} of the same act instead`)
  expect(bench.out).toContain('COUNTED in the alert')
})

it('explain, a hunt and its --rule option report that a rule of --content is a draft', async () => {
  const folder = bench.path('drafts')
  mkdirSync(join(folder, 'own/any'), { recursive: true })
  const rule = {
    id: '57931cbb-39ea-4757-9802-3f27d3e01902',
    name: 'Any Consent',
    severity: 'low',
    attack: ['T1671'],
    datasets: ['o365.audit'],
    query: 'oauth.action: "consent"',
    description: 'A consent.',
    falsePositives: ['Daily work.'],
    investigation: 'Look.',
    response: 'Ask.',
    state: 'draft',
    tests: { match: [{ sample: 'm365/consent-tenant-wide' }], noMatch: [{ sample: 'm365/user-deleted' }] },
  }
  writeFileSync(join(folder, 'own/any/rule.json'), JSON.stringify(rule))
  const path = input(record())
  expect(await run(path, '--content', folder, '--rule', 'Any Consent')).toBe(0)
  expect(bench.out).toContain(
    'WOULD MATCH, but hunts and deployments omit this rule, because it is a draft; remove "state"',
  )
  const out = join(folder, 'out')
  expect(await bench.run('hunt', path, '--content', folder, '--out', out)).toBe(0)
  expect(bench.err).toMatch(/the rule "Any Consent" \(.*rule\.json\) does not run, because it is a draft/)
  expect(await bench.run('hunt', path, '--content', folder, '--out', out, '--rule', 'Any Consent')).toBe(2)
  expect(bench.err).toContain('--rule Any Consent: hunts omit this rule, because it is a draft')
})

it('`consentry explain` lists the rules that a record misses by one clause, with this clause, and counts the other rules', async () => {
  const run = async (...args: string[]) => {
    await bench.run('explain', input(record()), '--environment', bench.environment('version: 1\n'), ...args)
    return bench.out.slice(bench.out.indexOf('RULES')).split('\n')
  }
  const lines = await run()
  const near = lines.flatMap((line, i) => (/^ {2}no match: .*\(/.test(line) ? [i] : []))
  expect(near.length).toBeGreaterThan(0)
  for (const i of near) expect(lines[i + 1]).toMatch(/^ {4}✗ (?!all of|any of)/)
  expect(lines.at(-2)).toMatch(/^ {2}no match: \d+ other rules, about other acts/)
  const [, id = ''] = /, ([\da-f-]{36})\)$/.exec(lines[near[0] as number] as string) ?? []
  expect((await run('--rule', id)).join('\n')).toMatch(/ {4}✓/)
})
