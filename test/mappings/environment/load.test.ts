import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { loadEnvironment, parseEnvironment } from '../../../mappings/environment/load.ts'
import { resolveEnvironmentPath } from '../../../mappings/environment/path.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const found = (text: string) => parseEnvironment(text, 'environment.yaml').diagnostics
const brief = (text: string) => found(text).map(({ code, path, message, hint }) => ({ code, path, message, hint }))

it('the example environment at the root is valid', () => {
  const { environment, diagnostics } = loadEnvironment(join(packageRoot, 'environment.example.yaml'))
  expect(diagnostics).toEqual([])
  expect(environment.tenants).toEqual([
    { id: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901', name: 'Northpier', vendor: 'microsoft' },
    { id: 'C02exmpl9', name: 'Northpier', vendor: 'google' },
  ])
  expect(environment.domains).toContain('northpier.example')
  expect(environment.approvedApps.map((app) => app.id)).toContain('104567890123456789012')
})

it('a valid environment can contain only the version: all other settings have defaults', () => {
  expect(parseEnvironment('version: 1\n', 'e')).toEqual({ environment: emptyEnvironment, diagnostics: [] })
})

it('a valid environment also gets the defaults of settings inside rules', () => {
  const { environment } = parseEnvironment('version: 1\nrules: { disabled: [a] }\n', 'e')
  expect(environment.rules).toEqual({ disabled: ['a'], enabled: [], severities: {}, thresholds: {} })
})

const id = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const withIds = (app: string, tenant: string) => `version: 1
tenants: [{ id: "${tenant}", vendor: microsoft }]
approvedApps:
  - { id: "${app}", reason: r, owner: o, tier: low, uses: [use], expires: 2027-01-01, ownerTenant: "${tenant}" }
`

it('a valid environment may have GUIDs in braces, in a URN or without dashes', () => {
  for (const form of [`{${id}}`, `urn:uuid:${id}`, `URN:UUID:${id}`, id.replaceAll('-', '')]) {
    const { environment, diagnostics } = parseEnvironment(withIds(form, form), 'e')
    expect(diagnostics).toEqual([])
    expect(environment.tenants[0]?.id).toBe(id)
    expect(environment.approvedApps[0]).toMatchObject({ id, ownerTenant: id })
  }
})

it('an environment with a GUID with one brace, a brace after a URN or some dashes is invalid, because no record contains it', () => {
  for (const form of [`{${id}`, `${id}}`, `urn:uuid:${id}}`, id.replace('-', ''), `{${id.replaceAll('-', '')}}`]) {
    expect(found(withIds(id, form)).map(({ message }) => message)).toEqual([
      `tenants[0].id: must be an Entra tenant id (a GUID), not "${form}"`,
      `approvedApps[0].ownerTenant: must be a tenant ID of Microsoft, a GUID, not "${form}"`,
    ])
  }
})

it('a valid environment has IDs and addresses in lower case, except the customer IDs of Google', () => {
  const { environment } = parseEnvironment(
    `version: 1
tenants:
  - { id: 5C1D0E6A-7A41-4E0B-9D37-2F64B1A8C901, vendor: microsoft }
  - { id: C02exMPL9, vendor: google }
administrators: [Ivo.Brandt@Northpier.example]
domains: [NorthPier.example]
`,
    'e',
  )
  expect(environment.tenants.map((tenant) => tenant.id)).toEqual(['5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901', 'C02exMPL9'])
  expect(environment.administrators).toEqual(['ivo.brandt@northpier.example'])
  expect(environment.domains).toEqual(['northpier.example'])
})

it('an environment file that cannot be read causes E001', () => {
  const { environment, diagnostics } = loadEnvironment('/nowhere/environment.yaml')
  expect(diagnostics).toMatchObject([
    { code: 'E001', message: 'the file does not exist', hint: expect.stringContaining('environment.example.yaml') },
  ])
  expect(loadEnvironment('.').diagnostics).toMatchObject([{ code: 'E001', message: 'is a folder, not a file' }])
  expect(environment).toBe(emptyEnvironment)
})

it('an unknown key in the environment is reported at its position, with the intended key', () => {
  expect(brief('version: 1\ntenants:\n  - id: C02exmpl9\n    vendor: google\n    nmae: x\n')).toEqual([
    { code: 'E003', path: '5:5', message: 'tenants[0]: unknown key "nmae"', hint: 'did you mean name?' },
  ])
  expect(brief('version: 1\napproved_apps: []\n')).toMatchObject([{ path: '2:1', hint: 'did you mean approvedApps?' }])
  expect(brief('version: 1\nzzz: []\n')[0]?.hint).toMatch(/^known: version, tenants/)
})

const tenant = '  - { id: C02exmpl9, vendor: google }\n'
const aliases = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1},`.repeat(9) : 'x'}]`).join('\n')

it.each([
  ['names: [a, b\n', { code: 'E002', path: '3:1' }],
  ['version: 1\n', { code: 'E002', path: '2:1' }],
  ['names: [!!js/function "function(){}"]\n', { code: 'E002', path: '2:9' }],
  [aliases, { code: 'E002' }],
  ['names: &a [*a]\n', { code: 'E002', message: 'the values are nested too deeply or contain themselves' }],
  ['---\nnames: []\n', { code: 'E002', path: '2:1', message: 'a second document begins here' }],
  ['networks: [0.0.0.0/0]\n', { code: 'E003', path: '2:12' }],
  ['networks: ["::ffff:198.51.100.0/120"]\n', { code: 'E003', path: '2:12' }],
  ['networks: ["::/8"]\n', { code: 'E003', path: '2:12' }],
  ['networks: ["0:0:0:0:0:FFFF:c633:6400/120"]\n', { code: 'E003', path: '2:12' }],
  [
    'rules:\n  severities:\n    r1: hihg\n',
    {
      code: 'E003',
      path: '4:9',
      message: 'rules.severities.r1: must be one of low, medium, high, critical, not "hihg"',
      hint: 'did you mean high?',
    },
  ],
  [
    'approvedApps:\n  - {id: 104567890123456789012, tier: low, uses: [use], owner: x, reason: y, expires: 2027-01-01}\n',
    {
      path: '3:10',
      message: 'approvedApps[0].id: must be text, not 104567890123456789012',
      hint: 'put it in quotes',
    },
  ],
  [`tenants:\n${tenant}${tenant}`, { path: '4:11', message: 'tenants[1]: has the ID of tenants[0]' }],
])('an environment file with the faulty line %j causes an error with line and column', (text, error) => {
  expect(brief(`version: 1\n${text}`)).toMatchObject([error])
})

it('an environment file with lists nested too deeply causes an error, not an exception', () => {
  const [error] = brief(`version: 1\nnames: ${'['.repeat(20_000)}\n`)
  expect(error).toMatchObject({ code: 'E002', message: 'the values are nested too deeply or contain themselves' })
})

it('an environment file that is empty or has no known version causes E003', () => {
  expect(brief('')).toMatchObject([{ code: 'E003', message: 'is empty' }])
  expect(brief('names: []\n')).toMatchObject([{ code: 'E003', path: '1:1', message: 'lacks version' }])
  expect(brief('version: 2\n')).toMatchObject([{ code: 'E003', path: '1:10' }])
})

it('the errors of an environment describe the expected values, and are in file order', () => {
  const findings = brief(`version: 1
tenants:
  - { id: C02exmpl9, vendor: microsoft }
domains: [https://northpier.example]
networks: [198.51.100.0/33, 192.0.2.1, 2001:db8::/32]
administrators: [ivo]
names: [a, a]
`)
  expect(findings).toEqual([
    { code: 'E003', path: '3:11', message: 'tenants[0].id: must be an Entra tenant id (a GUID), not "C02exmpl9"' },
    expect.objectContaining({ path: '4:11' }),
    expect.objectContaining({ path: '5:12' }),
    expect.objectContaining({ path: '5:29' }),
    expect.objectContaining({
      path: '6:18',
      message: 'administrators[0]: must be an address, name@domain, not "ivo"',
    }),
    expect.objectContaining({ path: '7:8', message: 'names: has the entry "a" twice' }),
  ])
})

it('a wildcard in a domain causes E003', () => {
  expect(brief('version: 1\ndomains: ["*.northpier.example"]\n')).toMatchObject([
    { code: 'E003', message: expect.stringContaining('a domain without @, * or a path') },
  ])
})

it('a date that does not exist and an approval without an application ID cause E003', () => {
  const approvals = (...members: readonly string[]) =>
    brief(
      `version: 1\napprovedApps:\n${members.map((each) => `  - { ${each}, tier: low, uses: [use], owner: x, reason: y }\n`).join('')}`,
    )
  const id = 'id: e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'
  for (const end of ['2027-02-30', '2027-04-31T10:00Z', '2027-13-01', '31.03.2027', '2027-03-31T25:00Z'])
    expect(approvals(`${id}, expires: ${end}`)).toMatchObject([
      { message: expect.stringMatching(`must be a day like .*${end}`) },
    ])
  for (const end of ['2028-02-29', '2027-03-31T12:00Z', '2027-03-31T12:00:30Z'])
    expect(approvals(`${id}, expires: ${end}`)).toEqual([])
  expect(approvals('id: hello, expires: 2027-03-31')).toMatchObject([
    { message: 'approvedApps[0].id: must be a GUID, or a client ID of Google, not "hello"' },
  ])
  expect(
    approvals(`${id}, expires: 2027-03-31`, `${id.toUpperCase().replace('ID', 'id')}, expires: 2027-05-31`),
  ).toEqual([
    {
      code: 'E003',
      path: '4:11',
      message: 'approvedApps[1]: has the ID of approvedApps[0]',
      hint: 'keep one of them',
    },
  ])
})

it.each(['latin1', 'utf16le'] as const)(
  'an environment file in %s causes E001, which names the encoding',
  (encoding) => {
    const file = join(folder, `${encoding}.yaml`)
    const head = encoding === 'utf16le' ? '\ufeff' : ''
    writeFileSync(file, `${head}version: 1\nnames: [Münster]\n`, encoding)
    expect(loadEnvironment(file).diagnostics).toMatchObject([
      { code: 'E001', message: 'is not in UTF-8', hint: 'save the file as UTF-8' },
    ])
    writeFileSync(file, '\ufeffversion: 1\nnames: [Münster]\n')
    expect(loadEnvironment(file)).toMatchObject({ diagnostics: [], environment: { names: ['Münster'] } })
  },
)

it('no text in an environment file causes an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.string().map((text) => `version: 1\n${text}`),
      ),
      (text) => {
        for (const { path } of found(text)) expect(path).toMatch(/^\d+:\d+$/)
      },
    ),
  )
})

it('the path of the environment comes from the command line, else is ./environment.yaml if the file exists', () => {
  const before = process.cwd()
  onTestFinished(() => process.chdir(before))
  process.chdir(folder)
  expect(resolveEnvironmentPath('other.yaml')).toBe('other.yaml')
  expect(resolveEnvironmentPath(undefined)).toBeUndefined()
  writeFileSync('environment.yaml', 'version: 1\n')
  expect(resolveEnvironmentPath(undefined)).toBe('./environment.yaml')
})
