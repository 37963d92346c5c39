// The portable edition on acts in Entra's own audit log, and on the use of data in the unified audit log.
import { beforeAll, expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { compileRules, type RuleEngine } from '../../../rules/lib/engine.ts'
import { loadPack } from '../../../rules/lib/rule-folder.ts'
import { portableCatalog } from '../../../rules/portable/catalog.ts'
import { portAll } from '../../../rules/portable/edition.ts'

let engine: RuleEngine

beforeAll(async () => {
  const pack = (await loadPack()).map(({ value }) => value)
  const rules = portAll(pack).flatMap((ported) => ported.rules.map(({ rule }) => rule))
  engine = compileRules(rules, emptyEnvironment, portableCatalog(fieldCatalog(await loadMappings())))
})

/** Whether the query of a portable rule matches a document. */
const matches = (name: string, dataset: string, document: object): boolean =>
  engine.match(document, dataset).some((rule) => rule.name.startsWith(`${name} (`))

type Properties = readonly (readonly [name: string, value: string])[]

const numbered = (properties: Properties) =>
  Object.fromEntries(properties.map(([display_name, new_value], number) => [number, { display_name, new_value }]))

interface Target {
  readonly type: string
  readonly changes?: Properties
}

/** An act in `azure.auditlogs`. */
const act = (action: string, targets: readonly Target[], outcome = 'success') => ({
  event: { action, outcome },
  'azure.auditlogs.properties.target_resources': Object.fromEntries(
    targets.map(({ type, changes = [] }, number) => [number, { type, modified_properties: numbered(changes) }]),
  ),
})

const roleGrant = 'Entra ID Administrator Role Granted to or by an Application'
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'
const globalSecureAccessAdministrator = 'ac434307-12b9-4fa1-a708-88bf58caabc1'

it('the portable edition finds a role that Privileged Identity Management assigns to an application', () => {
  const given = (holder: string, template = globalAdministrator) =>
    act('Add member to role in PIM completed (timebound)', [
      { type: 'Role', changes: [['TemplateId', `"${template}"`]] },
      { type: 'Request' },
      { type: holder },
      { type: 'Directory' },
    ])
  expect(matches(roleGrant, 'azure.auditlogs', given('ServicePrincipal'))).toBe(true)
  expect(matches(roleGrant, 'azure.auditlogs', given('User'))).toBe(false)
  expect(matches(roleGrant, 'azure.auditlogs', given('ServicePrincipal', globalSecureAccessAdministrator))).toBe(false)
})

it('the portable edition does not confuse a minor role with a role that has a similar name', () => {
  const given = (name: string, template: string) =>
    act('Add member to role', [
      {
        type: 'ServicePrincipal',
        changes: [
          ['Role.DisplayName', `"${name}"`],
          ['Role.TemplateId', `"${template}"`],
        ],
      },
    ])
  const found = (name: string, template: string) => matches(roleGrant, 'azure.auditlogs', given(name, template))
  expect(found('Global Administrator', globalAdministrator)).toBe(true)
  expect(found('Global Secure Access Administrator', globalSecureAccessAdministrator)).toBe(false)
})

it('the portable edition reads a permission from its property, not from the name of the application', () => {
  const critical = 'Entra ID Critical or Unexpected Application Permission Granted'
  const high = 'Entra ID High-Risk Application Permission Granted'
  const granted = (permission: string, name: string) =>
    act('Add app role assignment to service principal', [
      {
        type: 'ServicePrincipal',
        changes: [
          ['AppRole.Id', '"id"'],
          ['AppRole.Value', `"${permission}"`],
          ['ServicePrincipal.DisplayName', `"${name}"`],
        ],
      },
      { type: 'ServicePrincipal' },
    ])
  const found = (rule: string, permission: string, name: string) =>
    matches(rule, 'azure.auditlogs', granted(permission, name))
  expect(found(critical, 'RoleManagement.ReadWrite.Directory', 'Bridge')).toBe(true)
  expect(found(critical, 'Calendars.ReadBasic.All', 'City Library')).toBe(false)
  expect(found(critical, 'Calendars.ReadBasic.All', 'Migrate Tool')).toBe(false)
  // A name must not turn a grant into one of another tier.
  expect(found(high, 'Chat.Read.All', 'City Library')).toBe(true)
  expect(found(critical, 'Chat.Read.All', 'City Library')).toBe(false)
})

it('the portable edition reads the value of a setting from the same change as its name', () => {
  const opened = 'Entra ID Application or Agent Opened to Outsiders or Tools, or Blueprint Extended'
  const changed = (...changes: Properties) => act('Update application', [{ type: 'Application', changes }])
  const found = (...changes: Properties) => matches(opened, 'azure.auditlogs', changed(...changes))
  expect(found(['AvailableToOtherTenants', '[true]'])).toBe(true)
  expect(found(['IsFallbackPublicClient', '[true]'], ['AvailableToOtherTenants', '[false]'])).toBe(false)
})

const client = '11111111-2222-4333-8444-555555555555'
const officeClient = 'd3590ed6-52b3-4102-aeff-aad2292ab01c'

/** A use of data in `o365.audit`. */
const use = (code: string, action: string, audit: object) => ({
  event: { action, code, outcome: 'success' },
  user: { id: 'ida.berg@example.com' },
  o365: { audit },
})

it('the portable edition finds the application of a use in each field that contains it', () => {
  const kind = 'New Kind of Data Read by an OAuth Application'
  const shell = 'SharePoint Files Downloaded in Bulk with a Shell or Script'
  const token = { AppAccessContext: { ClientAppId: client } }
  const found = (code: string, action: string, audit: object) => matches(kind, 'o365.audit', use(code, action, audit))
  expect(found('ExchangeItemAggregated', 'MailItemsAccessed', token)).toBe(true)
  expect(found('SharePointFileOperation', 'FileDownloaded', token)).toBe(true)
  expect(found('MicrosoftTeams', 'ChatRetrieved', token)).toBe(true)
  // The rule compares applications by the field of the token. Without it, Kibana would never alert.
  expect(found('ExchangeItemAggregated', 'MailItemsAccessed', { ClientAppId: client })).toBe(false)
  const script = { ...use('SharePointFileOperation', 'FileDownloaded', token), user_agent: { original: 'curl/8.5' } }
  expect(matches(shell, 'o365.audit', script)).toBe(true)
})

it('the portable edition prefers the application of the token to the older fields', () => {
  const kind = 'New Kind of Data Read by an OAuth Application'
  const found = (audit: object) =>
    matches(kind, 'o365.audit', use('ExchangeItemAggregated', 'MailItemsAccessed', audit))
  expect(found({ AppAccessContext: { ClientAppId: officeClient }, ClientAppId: client })).toBe(false)
  expect(found({ AppAccessContext: { ClientAppId: client }, ClientAppId: officeClient })).toBe(true)
})

it('the portable edition does not count a cmdlet with an empty client as use', () => {
  const rules = engine.match(use('ExchangeAdmin', 'New-InboxRule', { ClientAppId: '' }), 'o365.audit')
  expect(rules.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/by an OAuth Application/))
})
