// Google's logs as the integrations `google_workspace` and `gcp` store them.
import { abusedApps, googleProjects } from '../../mappings/knowledge/load.ts'
import type { Operation, SettingChange } from '../../mappings/lib/operation.ts'
import { operations as cloudOperations } from '../../mappings/vendors/google-cloud/operations.ts'
import { adminOperations } from '../../mappings/vendors/google-workspace/operations.ts'
import { clientKinds } from '../../mappings/vendors/google-workspace/readers/acts.ts'
import { productKinds, verbs } from '../../mappings/vendors/google-workspace/readers/api-methods.ts'
import { marketplaceChoices, openness } from '../../mappings/vendors/google-workspace/readers/openness.ts'
import { tokenEvents } from '../../mappings/vendors/google-workspace/readers/token.ts'
import { abusedIds } from './directory.ts'
import { allOf, anyOf, leaf, losing, missing, type Native, never, noneOf, oneOf, pattern, quoted } from './native.ts'
import { actQuery } from './operations.ts'
import { googleScopeValues } from './permissions.ts'
import { ask, isAsked, listed, type NativeSource, when } from './question.ts'
import { rankAnswer, tierAnswer } from './tiers.ts'

const token = 'google_workspace.token'
const client = `${token}.client.id`
const scopes = `${token}.scope.value`
const method = `${token}.method_name`

/** Google's own clients, identified by client IDs that begin with the number of a Google project. */
const ownClients: Native = losing(
  oneOf(client, [
    ...googleProjects().flatMap(({ project }) => [quoted(`${project}.apps.googleusercontent.com`), `${project}-*`]),
    ...abusedApps().flatMap(({ vendor, appId, firstParty }) =>
      vendor === 'google' && firstParty === true && appId !== undefined ? [quoted(appId)] : [],
    ),
  ]),
  "knows only some of Google's own applications",
)

const runtimeScopes = [
  'https\\://www.googleapis.com/auth/*.currentonly',
  'https\\://www.googleapis.com/auth/script.container*',
  'https\\://www.googleapis.com/auth/script.external_request',
  'https\\://www.googleapis.com/auth/script.send_mail',
  'https\\://www.googleapis.com/auth/script.scriptapp',
  'https\\://www.googleapis.com/auth/script.storage',
  'https\\://www.googleapis.com/auth/script.locale',
]

function clientKind(kind: string): Native {
  // The client id of a service account is a number.
  if (kind === 'service_account')
    return allOf([leaf(`${client}: *`), noneOf(leaf(`${client}: *.apps.googleusercontent.com`))])
  const types = [...clientKinds].filter(([, each]) => each === kind).map(([type]) => quoted(type))
  if (kind !== 'script')
    return types.length === 0 ? missing('the kind of the application') : oneOf(`${token}.client.type`, types)
  const products = oneOf(`${token}.scope.data.product_bucket`, [quoted('APPS_SCRIPT_RUNTIME')])
  return losing(anyOf([products, oneOf(scopes, runtimeScopes)]), 'recognizes scripts by some of their scopes')
}

const scopeTier = (least: 'critical' | 'high' | 'medium'): Native =>
  losing(oneOf(scopes, googleScopeValues(least).map(quoted)), 'knows only the scopes that are listed with their tier')

function methodsOf(values: readonly string[]): Native {
  const found = [...verbs].filter(([, access]) => values.includes(access)).map(([verb]) => `*.${verb}`)
  return found.length === 0
    ? never
    : losing(oneOf(method, found), 'does not know the collection that a method works on')
}

export const googleToken: NativeSource = {
  title: 'google_workspace.token',
  answers: {
    'event.outcome': when({ failure: leaf('event.action: "deny"') }),
    'oauth.action': listed((acts) =>
      oneOf(
        'event.action',
        Object.entries(tokenEvents).flatMap(([event, act]) => (acts.includes(act) ? [quoted(event)] : [])),
      ),
    ),
    'oauth.activity.access': listed(methodsOf),
    'oauth.activity.kind': listed((kinds) =>
      oneOf(
        `${token}.product_bucket`,
        [...productKinds].flatMap(([product, kind]) => (kinds.includes(kind) ? [quoted(product)] : [])),
      ),
    ),
    'oauth.activity.method': (asked) => leaf(ask(method, asked)),
    'oauth.app.first_party': when({ true: ownClients }),
    'oauth.app.id': (asked) => leaf(ask(client, asked)),
    'oauth.app.kind': listed((kinds) => anyOf(kinds.map(clientKind))),
    'oauth.app.known_abused': when({ true: oneOf(client, abusedIds('google').map(quoted)) }),
    'oauth.app.known_abused_verdict': listed((verdicts) =>
      oneOf(client, verdicts.flatMap((verdict) => abusedIds('google', verdict)).map(quoted)),
    ),
    'oauth.grant.breadth': (asked) => (isAsked(asked, 'user') ? { kind: 'always', lost: [] } : never),
    'oauth.grant.scopes': (asked) => leaf(ask(scopes, asked)),
    'oauth.grant.tier': tierAnswer(scopeTier),
    'oauth.grant.tier_rank': rankAnswer(scopeTier),
  },
  stands: {
    'service.id': () => client,
    'oauth.app.id': () => client,
    'oauth.account.id': () => 'user.id',
    'oauth.account.name': () => 'user.email',
    'oauth.activity.kind': () => `${token}.product_bucket`,
  },
  onServer: noneOf(clientKind('native')),
  reads: {
    'oauth.account.name': 'user.email',
    'oauth.activity.method': method,
    'oauth.app.id': client,
    'oauth.app.kind': `${token}.client.type`,
    'oauth.app.name': `${token}.app_name`,
    'oauth.grant.scopes': scopes,
  },
}

const admin = 'google_workspace.admin'

/** The beginnings of values that are worded as in the Admin console. */
const inWords: ReadonlyMap<string, number> = new Map([
  ['Blocked*', 0],
  ['Limited*', 1],
  ['Specific*', 2],
  ['Trusted*', 3],
  ['Unrestricted*', 3],
])

/** Returns a condition that a setting has one of the values, in all spellings of the log. */
function settingValue(
  field: 'old_value' | 'new_value',
  scale: ReadonlyMap<string, number>,
  test: (rank: number) => boolean,
): Native {
  const values = [...scale].filter(([, rank]) => test(rank)).map(([value]) => value)
  const words = [...inWords].filter(([, rank]) => test(rank)).map(([text]) => text)
  return oneOf(`${admin}.${field}`, [
    ...[...values, ...values.map((value) => value.toLowerCase())].map(quoted),
    ...words,
  ])
}

/** Returns a condition that a value changes to a more open value. */
function opening(scale: ReadonlyMap<string, number>): Native {
  const open = Math.max(...scale.values())
  const ranks = [...new Set(scale.values())].filter((rank) => rank > 0)
  return anyOf(
    ranks.map((rank) =>
      allOf([
        settingValue('new_value', scale, (each) => each === rank),
        // Without an old value, only a change to the most open value is certain to open something.
        rank === open
          ? noneOf(settingValue('old_value', scale, (each) => each === open))
          : settingValue('old_value', scale, (each) => each < rank),
      ]),
    ),
  )
}

const olderMarketplace = leaf(`${admin}.setting.name: "ENABLE_G_SUITE_MARKETPLACE"`)

/** Events about settings of all applications, if they concern the Marketplace. */
const marketplaceSetting = anyOf([
  olderMarketplace,
  leaf(`${admin}.setting.name: Apps*Access*Setting*`),
  leaf(`${admin}.application.name: "Google Workspace Marketplace"`),
])

const adminRows: Readonly<Record<string, Operation>> = adminOperations

/** The names of events that change such a setting. */
const settingNames = (isWanted: (changes: SettingChange) => boolean): string[] =>
  Object.entries(adminRows).flatMap(([name, { read }]) =>
    read?.changes !== undefined && isWanted(read.changes) ? [quoted(name)] : [],
  )

const everySetting = Object.entries(adminRows).flatMap(([name, { read }]) =>
  read?.changes === undefined && read?.acts?.includes('policy_change') ? [quoted(name)] : [],
)

const adminAct = (act: string): Native =>
  actQuery(
    act,
    adminRows,
    (name) => [quoted(name)],
    () => undefined,
  ) ?? never

/** The recipient of a role is a service account. */
const toServiceAccount = leaf(`google_workspace.admin.user.email: *.gserviceaccount.com`)

export const googleAdmin: NativeSource = {
  title: 'google_workspace.admin',
  answers: {
    // The log has no outcome: it records only events that took place.
    'event.outcome': when({ failure: never }),
    'oauth.action': listed((acts) =>
      anyOf(acts.map((act) => (act === 'role_grant' ? allOf([adminAct(act), toServiceAccount]) : adminAct(act)))),
    ),
    // If an agent joined the scopes, one text contains all scopes.
    'oauth.grant.scopes': listed((asked) =>
      anyOf([
        oneOf(`${admin}.api.scopes`, asked.map(quoted)),
        oneOf(
          `${admin}.api.scopes`,
          asked.map(pattern).flatMap((scope) => [`${scope},*`, `*,${scope},*`, `*,${scope}`]),
        ),
      ]),
    ),
    'oauth.policy.name': listed((names) =>
      anyOf([
        oneOf(
          'event.action',
          settingNames(({ name }) => names.includes(name)),
        ),
        names.includes('Marketplace apps') ? allOf([oneOf('event.action', everySetting), marketplaceSetting]) : never,
      ]),
    ),
    'oauth.policy.direction': when({
      loosened: losing(
        anyOf([
          oneOf(
            'event.action',
            settingNames(({ direction }) => direction === 'loosened'),
          ),
          allOf([
            oneOf('event.action', [...settingNames(({ direction }) => direction === undefined), ...everySetting]),
            anyOf([opening(openness), allOf([olderMarketplace, opening(marketplaceChoices)])]),
          ]),
        ]),
        'knows the values of a setting in some spellings, and only events that the table of operations lists',
      ),
    }),
  },
  stands: {},
  reads: {
    'oauth.account.name': `${admin}.user.email`,
    'oauth.app.id': `${admin}.api.client.name or ${admin}.oauth2.application.id`,
    'oauth.app.name': `${admin}.oauth2.application.name or ${admin}.application.name`,
    'oauth.grant.scopes': `${admin}.api.scopes`,
    'oauth.policy.name': 'event.action',
    'oauth.policy.new': `${admin}.new_value`,
    'oauth.policy.old': `${admin}.old_value`,
    'oauth.policy.setting': `${admin}.setting.name`,
    'oauth.role.name': `${admin}.role.name`,
  },
}

/** `iam.googleapis.com CreateServiceAccountKey` as the method of any version. */
const cloudMethod = (name: string): readonly string[] => [`*.${name.slice(name.indexOf(' ') + 1)}`]

const caller = 'client.user.email'

export const gcpAudit: NativeSource = {
  title: 'gcp.audit',
  answers: {
    'oauth.action': listed((acts) =>
      anyOf(acts.map((act) => actQuery(act, cloudOperations, cloudMethod, () => undefined) ?? never)),
    ),
    'oauth.app.kind': when({ service_account: leaf('gcp.audit.resource_name: *serviceAccounts*') }),
    'user.email': (asked) => leaf(ask(caller, asked)),
  },
  stands: { 'service.id': () => 'gcp.audit.resource_name', 'user.email': () => caller },
  reads: {
    'oauth.app.id': 'gcp.audit.resource_name',
    'oauth.credential.id': 'gcp.audit.response.name',
    'user.email': caller,
  },
}

/** Returns a log source from which rules only read the vendor's own fields. */
export const plain = (title: string): NativeSource => ({ title, answers: {}, stands: {}, reads: {} })
