// Whether the credentials can collect: one small request for each permission. Nothing is changed.
import { hourMs } from '../../mappings/kernel/durations.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { googleList, graphList } from './answers.ts'
import { alertPage } from './google/alerts.ts'
import { tokenList, tokensOf, userList, usersPage } from './google/inventory.ts'
import { activities, reportPage } from './google/reports.ts'
import { lacksScope, scopes } from './google/tokens.ts'
import { claimsOf } from './jwt.ts'
import type { Window } from './log-source.ts'
import { lacksLicense, noPremium } from './microsoft/faults.ts'
import { firstPage, type GraphLog, graphLogs, riskLogs } from './microsoft/graph-logs.ts'
import { inventoryLists, inventoryObjects } from './microsoft/inventory.ts'
import { contentTypes, ManagementApi } from './microsoft/management.ts'
import { isGranted, microsoftPermissions, type Permission } from './permissions.ts'
import type { CollectSettings, GoogleSettings, MicrosoftSettings } from './settings.ts'
import { accessGoogle, accessMicrosoft, type SourceOptions } from './sources.ts'
import { type VendorClient, VendorRefusal } from './vendor-client.ts'

export interface CheckResult {
  readonly vendor: 'microsoft' | 'google'
  /** The logs or inventories that need the permission. */
  readonly for: string
  readonly permission: string
  /** `failed`: the vendor did not answer the check. `wrong`: the vendor does not accept the credentials. */
  readonly verdict: 'ok' | 'missing' | 'wrong' | 'note' | 'failed'
  /** Empty if there is nothing to add to the verdict. */
  readonly message: string
}

export async function check(settings: CollectSettings, access: SourceOptions): Promise<CheckResult[]> {
  const { microsoft, google } = settings
  const options = { ...access, attempts }
  const now = options.runtime.now()
  const lastHour = { from: now - hourMs, to: now }
  return [
    ...(microsoft === undefined ? [] : await checkMicrosoft(microsoft, options, lastHour)),
    ...(google === undefined ? [] : await checkGoogle(google, options, lastHour)),
  ]
}

/** Few attempts, because a user waits for the result. */
const attempts = 3

/**
 * Turns an error of a vendor into a result; any other error, and an interruption, ends the check. A text that the call
 * returns is the message.
 */
async function proved(result: Omit<CheckResult, 'verdict' | 'message'>, hint: string, call: () => Promise<unknown>) {
  try {
    const answer = await call()
    return { ...result, verdict: 'ok', message: typeof answer === 'string' ? answer : '' } as const
  } catch (error) {
    if (error instanceof VendorRefusal && lacksLicense(error)) {
      const message =
        error.vendorCode === noPremium
          ? 'Microsoft provides sign-in logs only with a license for Entra ID P1 or P2; the other log sources are not affected'
          : 'the tenant has no license for this log source; the other log sources are not affected'
      return { ...result, verdict: 'note', message } as const
    }
    if (!(error instanceof DependencyError) || !error.code.startsWith('vendor_')) throw error
    if (!(error instanceof VendorRefusal)) return { ...result, verdict: 'failed', message: error.message } as const
    if (error.code === 'vendor_credentials' && !lacksScope(error))
      return { ...result, permission: 'credentials', verdict: 'wrong', message: error.message } as const
    return { ...result, verdict: 'missing', message: `${error.message}${hint === '' ? '' : `; ${hint}`}` } as const
  }
}

async function checkMicrosoft(
  settings: MicrosoftSettings,
  options: SourceOptions,
  window: Window,
): Promise<CheckResult[]> {
  const { clients } = accessMicrosoft(settings, options)
  const proofs = microsoftProofs(clients, settings.tenant, window).map(async ({ permission, call }) => {
    const { api, name } = permission
    const hint = `add the application permission ${name} of ${api} to ${settings.clientId}, and grant admin consent`
    const what = { vendor: 'microsoft', for: permission.for, permission: `${name} (${api})` } as const
    const source = permission === microsoftPermissions.management ? clients.managementTokens : clients.graphTokens
    // The token lists the permissions, so a missing permission needs no refused request.
    const token = await proved(what, '', () => source.get())
    if (token.verdict !== 'ok') return token
    if (isGranted(permission, claimsOf(token.message).roles) === false)
      return { ...what, verdict: 'missing', message: hint } as const
    return await proved(what, hint, call)
  })
  return Promise.all(proofs)
}

interface Proof {
  readonly permission: Permission
  readonly call: () => Promise<unknown>
}

function microsoftProofs(
  clients: ReturnType<typeof accessMicrosoft>['clients'],
  tenant: string,
  window: Window,
): Proof[] {
  const { management, graphLogs: logs, graphRisks, graphDirectory } = clients
  const { applications, grants, roles, users } = microsoftPermissions
  const list = (path: string) => () => {
    const url = `${graphDirectory.base}${path.replace('$top=999', '$top=1')}`
    return graphDirectory.json({ url, read: inventoryObjects })
  }
  const first = (client: VendorClient, log: GraphLog) => () =>
    client.json({ url: firstPage(client.base, log, window, 1), read: graphList })
  return [
    ...(management === undefined
      ? []
      : [{ permission: microsoftPermissions.management, call: () => checkSubscriptions(management, tenant) }]),
    ...[...graphLogs, ...riskLogs].map((log) => ({
      permission: { ...log.permission, for: log.id },
      call: first(riskLogs.includes(log) ? graphRisks : logs, log),
    })),
    { permission: applications, call: list(inventoryLists.servicePrincipals) },
    { permission: grants, call: list(inventoryLists.grants) },
    { permission: roles, call: list(inventoryLists.roles) },
    { permission: users, call: list(inventoryLists.users) },
  ]
}

async function checkSubscriptions(client: VendorClient, tenant: string): Promise<string> {
  const status = await new ManagementApi(client, tenant).subscriptions()
  const absent = contentTypes.filter((type) => status.get(type) !== 'enabled')
  return absent.length === 0
    ? 'all subscriptions are enabled'
    : `these subscriptions are not enabled: ${absent.join(', ')}; \`consentry collect\` starts them`
}

async function checkGoogle(settings: GoogleSettings, options: SourceOptions, window: Window): Promise<CheckResult[]> {
  const { clients } = accessGoogle(settings, options)
  const { customer, admin } = settings
  const hint = (privilege: string) => `give ${admin} an administrator role with the privilege ${privilege}`
  const { reports, users, tokens, alerts } = clients
  const proofs = [
    {
      for: 'activities of the Reports API',
      scope: scopes.reports,
      privilege: 'Reports',
      call: () => reports.json({ url: reportPage(reports.base, 'token', window, customer, 1), read: activities }),
    },
    {
      for: 'alerts of the Alert Center',
      scope: scopes.alerts,
      privilege: 'Alert Center > View',
      call: () => alerts.json({ url: alertPage(alerts.base, window, customer, 1), read: googleList('alerts') }),
    },
    {
      for: 'users',
      scope: scopes.users,
      privilege: 'Users > Read',
      call: () => users.json({ url: usersPage(users.base, customer, 1), read: userList }),
    },
    {
      for: 'tokens of users',
      scope: scopes.tokens,
      privilege: 'User Security Management',
      call: () => tokens.json({ url: tokensOf(tokens.base, admin), read: tokenList }),
    },
  ]
  return Promise.all(
    proofs.map(({ for: purpose, scope, privilege, call }) =>
      proved({ vendor: 'google', for: purpose, permission: scope }, hint(privilege), call),
    ),
  )
}
