// The portable edition on invented documents in the layout of Elastic's integrations.
import { beforeAll, expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { FieldCatalog } from '../../../mappings/fields/catalog.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { readGraphCall } from '../../../mappings/vendors/entra/readers/graph-call.ts'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { compileRules } from '../../../rules/lib/engine.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import { requiresField } from '../../../rules/lib/required-values.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { loadPack } from '../../../rules/lib/rule-folder.ts'
import { checkPack } from '../../../rules/lib/validate-pack.ts'
import { graphSegments } from '../../../rules/portable/azure-graphactivitylogs.ts'
import { checkPortable, portableCatalog } from '../../../rules/portable/catalog.ts'
import { port, portAll, portableId } from '../../../rules/portable/edition.ts'
import { renderPortable } from '../../../rules/portable/emit.ts'
import { guideOf } from '../../../rules/portable/guide.ts'

let pack: readonly Rule[]
let catalog: FieldCatalog

beforeAll(async () => {
  pack = (await loadPack()).map(({ value }) => value)
  catalog = fieldCatalog(await loadMappings())
})

const named = (name: string): Rule => {
  const found = pack.find((rule) => rule.name === name)
  if (found === undefined) throw new Error(`no rule is called ${name}`)
  return found
}

/** The names of the portable forms of a rule that match a document. */
function matching(name: string, dataset: string, document: object): string[] {
  const rules = port(named(name)).rules.map(({ rule }) => rule)
  const engine = compileRules(rules, emptyEnvironment, portableCatalog(catalog))
  return engine.match(document, dataset).map((rule) => rule.name)
}

const permissions = (type: string, scopes: string) =>
  `[] => [[Id: a1, ClientId: b2, PrincipalId: c3, ResourceId: d4, ConsentType: ${type}, Scope: ${scopes}]]; `

/** A consent as `azure.auditlogs` keeps it: values in quotation marks, under numbers. */
const entraConsent = (text: string) => ({
  event: { action: 'Consent to application', dataset: 'azure.auditlogs', outcome: 'success' },
  user: { name: 'ida.berg@example.com' },
  'azure.auditlogs.properties': {
    additional_details: [{ key: 'AppId', value: '11111111-2222-4333-8444-555555555555' }],
    'target_resources.0': {
      id: '66666666-7777-4888-8999-000000000000',
      type: 'ServicePrincipal',
      modified_properties: {
        0: { display_name: 'ConsentContext.IsAdminConsent', new_value: '"False"' },
        4: { display_name: 'ConsentAction.Permissions', new_value: `"${text}"` },
      },
    },
  },
})

/** The same as `o365.audit` keeps it. */
const auditConsent = (text: string) => ({
  event: { action: 'Consent to application.', dataset: 'o365.audit', outcome: 'success' },
  user: { id: 'ida.berg@example.com', email: 'ida.berg@example.com' },
  'o365.audit': {
    ObjectId: '11111111-2222-4333-8444-555555555555',
    ModifiedProperties: { ConsentAction_Permissions: { NewValue: text } },
  },
})

const consent = 'Entra ID User Consent Granted for High-Risk Permissions'

it.each([
  ['o365.audit', auditConsent],
  ['azure.auditlogs', entraConsent],
] as const)('the portable edition finds a consent to mail in %s by the parts of its scopes', (dataset, document) => {
  const found = [`${consent} (${dataset})`]
  expect(matching(consent, dataset, document(permissions('Principal', ' Mail.ReadWrite offline_access')))).toEqual(
    found,
  )
  expect(matching(consent, dataset, document(permissions('Principal', ' User.Read openid profile')))).toEqual([])
  expect(matching(consent, dataset, document(permissions('AllPrincipals', ' Mail.ReadWrite offline_access')))).toEqual(
    [],
  )
})

it('the portable edition compares whole names if a log has a separate field for a permission', () => {
  const name = 'Entra ID High-Risk Application Permission Granted'
  const granted = (permission: string) => ({
    event: { action: 'Add app role assignment to service principal.', outcome: 'success' },
    o365: { audit: { ModifiedProperties: { AppRole_Value: { NewValue: permission } } } },
  })
  expect(matching(name, 'o365.audit', granted('Calendars.ReadWrite'))).toEqual([`${name} (o365.audit, in part)`])
  // A critical permission, which another rule finds, and a name that contains the name of a more severe permission.
  expect(matching(name, 'o365.audit', granted('Mail.ReadWrite'))).toEqual([])
  expect(matching(name, 'o365.audit', granted('Calendars.ReadWrite.Nothing'))).toEqual([])
})

it('the portable edition finds a key of an application in both spellings of the operation', () => {
  const name = 'Entra ID Application Credential Added'
  const changed = (action: string, NewValue = '["[KeyIdentifier=1,KeyType=Password]"]') => ({
    event: { action, outcome: 'success' },
    'o365.audit.ModifiedProperties.KeyDescription': { NewValue, OldValue: '[]' },
  })
  for (const dash of ['–', '-'])
    expect(
      matching(name, 'o365.audit', changed(`Update application ${dash} Certificates and secrets management `)),
    ).toEqual([`${name} (o365.audit)`])
  const removed = changed('Update application – Certificates and secrets management ', '[]')
  expect(matching(name, 'o365.audit', removed)).toEqual([])
})

it('the portable edition derives the direction of a setting from its values if the event lacks the direction', () => {
  const name = 'Google Workspace Application Trusted or Installed, or Marketplace Opened'
  const changed = (old_value: string, new_value: string) => ({
    event: { action: 'CHANGE_APPLICATION_SETTING' },
    google_workspace: { admin: { setting: { name: 'Apps Access Setting Allowlist access' }, old_value, new_value } },
  })
  expect(matching(name, 'google_workspace.admin', changed('ALLOW_SPECIFIED', 'ALLOW_ALL'))).toHaveLength(1)
  expect(matching(name, 'google_workspace.admin', changed('ALLOW_ALL', 'ALLOW_SPECIFIED'))).toEqual([])
})

it('the portable edition recognizes Microsoft Graph calls by URL', () => {
  const name = 'Exchange Online Inbox Rule Changed by an OAuth Application'
  const call = (method: string, path: string) => ({
    azure: { graphactivitylogs: { properties: { app_id: '11111111-2222-4333-8444-555555555555' } } },
    http: { request: { method }, response: { status_code: 201 } },
    url: { path },
  })
  const found = (document: object) => matching(name, 'azure.graphactivitylogs', document).length
  expect(found(call('POST', '/v1.0/users/1/mailFolders/inbox/messageRules'))).toBe(1)
  expect(found(call('GET', '/v1.0/users/1/mailFolders/inbox/messageRules'))).toBe(0)
  expect(found(call('POST', '/v1.0/users/1/events'))).toBe(0)
})

it('the reader of Graph calls knows every URL segment of the portable edition', () => {
  for (const [kind, names] of Object.entries(graphSegments))
    for (const name of names) expect(readGraphCall('GET', `/v1.0/${name}`)).toMatchObject({ kind })
})

it('the portable edition reads the parameters of the cmdlets for mail rules', () => {
  const name = 'Exchange Online Inbox Rule Set to Hide Messages'
  const made = (Parameters: object) =>
    matching(name, 'o365.audit', {
      event: { action: 'New-InboxRule', outcome: 'success' },
      o365: { audit: { Parameters } },
    }).length
  expect(made({ Name: '.', DeleteMessage: 'True' })).toBe(1)
  expect(made({ Name: 'x', DeleteMessage: 'True', SubjectOrBodyContainsWords: 'invoice;wire' })).toBe(1)
  expect(made({ Name: '.', DeleteMessage: 'False' })).toBe(0)
  expect(made({ Name: 'Newsletters', DeleteMessage: 'True' })).toBe(0)
})

it('the portable edition joins the steps of a sequence across their logs', () => {
  const { rules } = port(named('Google Workspace Apps Script Authorized After an External Document Was Copied'))
  const engine = compileRules(
    rules.map(({ rule }) => rule),
    emptyEnvironment,
    portableCatalog(catalog),
  )
  const alertsAfter = (minutes: number, email: string, scope: string) => {
    const run = engine.start()
    const at = (minute: number, dataset: string, action: string, google_workspace: object, user: string) => {
      const time = `2026-03-11T09:${minute}:00.000Z`
      const document = { '@timestamp': time, event: { action, dataset }, user: { email: user }, google_workspace }
      return run.take({ id: action, dataset, visible: Date.parse(time), document: document as never })
    }
    at(10, 'google_workspace.drive', 'copy', { drive: { copy_type: 'external' } }, 'ida@example.com')
    const value = [`https://www.googleapis.com/auth/${scope}`, 'https://mail.google.com/']
    return [
      ...at(10 + minutes, 'google_workspace.token', 'authorize', { token: { scope: { value } } }, email),
      ...run.end(),
    ].length
  }
  expect(alertsAfter(5, 'ida@example.com', 'script.scriptapp')).toBe(1)
  expect(alertsAfter(15, 'ida@example.com', 'script.scriptapp')).toBe(0)
  expect(alertsAfter(5, 'ole@example.com', 'script.scriptapp')).toBe(0)
  expect(alertsAfter(5, 'ida@example.com', 'drive')).toBe(0)
})

it('a portable rule that lacks alternatives has another name and lists its operations in place of the conditions', () => {
  const full = named('Google Workspace Role, Membership or Export of a New, External or Service Account')
  const [part] = port(full).rules
  if (part === undefined) throw new Error('no rule')
  expect(part.rule.name).toBe(`${full.name} (google_workspace.admin, in part)`)
  expect(part.rule.description).toMatch(/^This form of the rule finds only a part of the following/)
  expect(part.lost).toContain('does not find what depends on the tier of the role')
  expect(full.conditions).toBeDefined()
  expect(guideOf(part)).not.toContain('#### Conditions')
  expect(guideOf(part)).toContain('This form reads only these operations: `TURN_OFF_2_STEP_VERIFICATION`.')
})

it('each portable rule requires the fields by which it counts or compares', () => {
  const open = portAll(pack).flatMap(({ rules }) =>
    rules.flatMap(({ rule }) => {
      if (rule.type !== 'threshold' && rule.type !== 'new_terms') return []
      const groups =
        rule.type === 'threshold'
          ? [...rule.threshold.field, ...(rule.threshold.cardinality ?? []).map(({ field }) => field)]
          : rule.newTermsFields
      const parsed = parseKql(rule.query)
      return groups.filter((field) => !parsed.ok || !requiresField(parsed.node, field)).map(() => rule.name)
    }),
  )
  expect(open).toEqual([])
})

it('the portable edition takes the outcome of a Microsoft Graph call from its status', () => {
  const name = 'Exchange Online Inbox Rule Changed by an OAuth Application'
  const answered = (status_code: number) =>
    matching(name, 'azure.graphactivitylogs', {
      azure: { graphactivitylogs: { properties: { app_id: '11111111-2222-4333-8444-555555555555' } } },
      http: { request: { method: 'POST' }, response: { status_code } },
      url: { path: '/v1.0/users/1/mailFolders/inbox/messageRules' },
    }).length
  expect(answered(201)).toBe(1)
  expect(answered(403)).toBe(0)
})

it('the portable edition gives the reason for an unavailable rule', () => {
  const { rules, missing } = port(named('Dormant or Removed OAuth Application, or Unused Grant, Active'))
  expect(rules).toEqual([])
  expect(missing.map(({ why }) => why).join()).toContain('it needs how long the application was idle (entity store)')
})

it('the portable edition reads only fields that the integrations write', () => {
  const problems = portAll(pack).flatMap(({ rules }) =>
    rules.flatMap((portable) =>
      checkPortable(portable, catalog).map(({ message }) => `${portable.rule.name}: ${message}`),
    ),
  )
  expect(problems).toEqual([])
  const [consentRule] = port(named(consent)).rules
  if (consentRule === undefined) throw new Error('no rule')
  const wrong = {
    ...consentRule,
    rule: { ...consentRule.rule, query: 'service.id: * and o365.audit.ClientIPInvalid: true' },
  }
  expect(checkPortable(wrong, catalog)).toHaveLength(2)
})

it('the portable edition is a valid import file with different IDs from the full edition', () => {
  const lines = renderPortable(pack, emptyEnvironment, { catalog }).trim().split('\n')
  expect(checkPack(lines)).toEqual([])
  const ids = lines.map((line) => (JSON.parse(line) as { rule_id: string }).rule_id)
  expect(new Set([...ids, ...pack.map(({ id }) => id)]).size).toBe(ids.length + pack.length)
  // The ids must not change: Kibana would install a rule with a new id in addition to the old rule.
  expect(portableId('0d7f5b0e-3c0a-4a57-9d2b-58b1c1f6e2a4', 'o365.audit')).toBe('b1489919-8b72-8234-a6fa-49a91da4cb41')
})

it('the portable edition follows the environment: thresholds, severities, disabled and enabled rules', () => {
  const spread = named('One Hundred Files of One Account Read by an OAuth Application Within an Hour')
  const build = (rules: Partial<typeof emptyEnvironment.rules>) =>
    renderPortable(pack, { ...emptyEnvironment, rules: { ...emptyEnvironment.rules, ...rules } }, { catalog })
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ rule_id }) => rule_id === portableId(spread.id, 'google_workspace.token'))
  expect(build({})).toMatchObject({ severity: spread.severity, enabled: false })
  expect(build({ severities: { [spread.id]: 'critical' } })).toMatchObject({ severity: 'critical' })
  expect(build({ disabled: [spread.id] })).toBeUndefined()
})

it('documents in the layout of the integrations lack the fields of the pipeline, and texts that are not indexed', async () => {
  const { elasticDocument } = await import('../../../rules/portable/elastic-document.ts')
  const document = {
    '@timestamp': '2026-03-11T09:00:00.000Z',
    event: { action: 'Send', dataset: 'o365.audit' },
    oauth: { action: 'app_use' },
    saas: { mail: { folders: ['x'] } },
    service: { id: 'a' },
    email: { to: { address: ['copy@example.com'] } },
    o365: { audit: { ClientIPInvalid: true, Subject: 'x', Parameters: { Long: 'x'.repeat(1025) } } },
  } as unknown as EcsDocument
  expect(elasticDocument(document, 'o365.audit')).toEqual({
    '@timestamp': '2026-03-11T09:00:00.000Z',
    event: { action: 'Send', dataset: 'o365.audit' },
    o365: { audit: { Subject: 'x' } },
  }) // An integration that has another name for a field.
  const cloud = { event: { action: 'x' }, user: { email: 'ida@example.com' } } as unknown as EcsDocument
  expect(elasticDocument(cloud, 'gcp.audit')).toEqual({
    event: { action: 'x' },
    client: { user: { email: 'ida@example.com' } },
  })
})
