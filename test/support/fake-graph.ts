// Microsoft Graph: the logs of Entra ID and the lists of the directory.
import { type Clock, refuse } from './fake-vendor-parts.ts'
import type { Answer } from './local-server.ts'
import type { Published, Timed } from './vendor-records.ts'

/** Objects of the directory, by the path of their list. */
export type Directory = Record<string, readonly Record<string, unknown>[]>

const needed: readonly (readonly [path: RegExp, permission: string])[] = [
  [/^\/auditLogs\//, 'AuditLog.Read.All'],
  [/^\/identityProtection\/riskDetections/, 'IdentityRiskEvent.Read.All'],
  [/^\/identityProtection\/riskyUsers/, 'IdentityRiskyUser.Read.All'],
  [
    /^\/identityProtection\/(servicePrincipalRiskDetections|riskyServicePrincipals)/,
    'IdentityRiskyServicePrincipal.Read.All',
  ],
  [/^\/servicePrincipals|^\/applications/, 'Application.Read.All'],
  [/^\/oauth2PermissionGrants/, 'DelegatedPermissionGrant.Read.All'],
  [/^\/roleManagement/, 'RoleManagement.Read.Directory'],
  [/^\/users/, 'User.Read.All'],
]

export class FakeGraph {
  readonly #published: Published
  readonly #clock: Clock
  /** False for a tenant without Entra ID P1. */
  premium = true
  directory: Directory

  constructor(published: Published, clock: Clock, tenant: string) {
    this.#published = published
    this.#clock = clock
    this.directory = directoryOf(tenant)
  }

  throttled(withTime: boolean): Answer {
    const message =
      'This request is throttled. Please try again after the value specified in the Retry-After header. CorrelationId: 0'
    return { ...refuse(429, 'UnknownError', message), ...(withTime && { headers: { 'retry-after': '3' } }) }
  }

  notPremium(): Answer {
    return refuse(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      "Neither tenant is B2C or tenant doesn't have premium license",
    )
  }

  answer(url: URL, raw: string, rights: readonly string[], base: string): Answer {
    if (/[' ]/.test(raw)) return refuse(400, 'BadRequest', 'The query contains a character that must be encoded.')
    const [, version, path] = /^\/(v1\.0|beta)(\/.*)$/.exec(url.pathname) ?? []
    if (version === undefined || path === undefined) return refuse(404, 'ResourceNotFound', url.pathname)
    const permission = needed.find(([pattern]) => pattern.test(path))?.[1]
    if (permission !== undefined && !rights.includes(permission))
      return refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
    if (path === '/auditLogs/directoryAudits') return this.#log(url, this.#published.audits, 'activityDateTime', base)
    if (path === '/auditLogs/signIns') return this.#signIns(url, version, base)
    const risks = this.#published.risks.get(path)
    if (risks !== undefined) return this.#risks(url, path, risks, base)
    const objects = this.directory[path]
    if (objects === undefined) return refuse(404, 'Request_ResourceNotFound', `Resource '${path}' does not exist.`)
    return this.#page(url, objects, Number(url.searchParams.get('$top') ?? 100), base)
  }

  /** Supports only filters for detections; for risk states, also a page size. */
  #risks(url: URL, path: string, risks: readonly Timed[], base: string): Answer {
    if (!this.premium) return refuse(403, 'Forbidden', 'Your tenant is not licensed for this feature.')
    const isState = path.includes('/risky')
    const known = ['$filter', '$skiptoken', ...(isState ? ['$top'] : [])]
    const other = [...url.searchParams.keys()].filter((name) => !known.includes(name))
    if (other.length > 0) return refuse(400, 'BadRequest', `Query option '${other[0]}' is not supported.`)
    if (isState) {
      const top = Number(url.searchParams.get('$top') ?? 100)
      if (top > 500) return refuse(400, 'BadRequest', `The limit of '500' for Top query has been exceeded.`)
      return this.#page(
        url,
        risks.filter(({ visible }) => visible <= this.#clock.now()).map(({ record }) => record),
        top,
        base,
      )
    }
    return this.#log(url, risks, 'detectedDateTime', base, 20)
  }

  #signIns(url: URL, version: string, base: string): Answer {
    if (!this.premium) return this.notPremium()
    const filter = url.searchParams.get('$filter') ?? ''
    const kinds = [...filter.matchAll(/t eq '(\w+)'/g)].map((match) => match[1] as string)
    if (version === 'v1.0') {
      if (kinds.length > 0)
        return refuse(
          400,
          'BadRequest',
          "Could not find a property named 'signInEventTypes' on type 'microsoft.graph.signIn'.",
        )
      const interactive = (this.#published.signIns.get('interactiveUser') ?? []).map((one) => ({
        ...one,
        // v1.0 does not have the member with the kind of sign-in.
        record: Object.fromEntries(Object.entries(one.record).filter(([name]) => name !== 'signInEventTypes')),
      }))
      return this.#log(url, interactive, 'createdDateTime', base)
    }
    if (kinds.length !== 1) return refuse(400, 'BadRequest', 'Kinds of sign-ins cannot be combined.')
    return this.#log(url, this.#published.signIns.get(kinds[0] as string) ?? [], 'createdDateTime', base)
  }

  #log(url: URL, all: readonly Timed[], time: string, base: string, size = 1000): Answer {
    const top = Number(url.searchParams.get('$top') ?? size)
    if (top > 1000)
      return refuse(400, 'BadRequest', `Invalid page size specified: '${top}'. Must be between 1 and 1000 inclusive.`)
    const filter = url.searchParams.get('$filter') ?? ''
    const [from, to] = ['ge', 'le'].map((operator) =>
      Date.parse(new RegExp(`${time} ${operator} (\\S+)`).exec(filter)?.[1] ?? ''),
    )
    if (from === undefined || to === undefined || Number.isNaN(from + to))
      return refuse(400, 'BadRequest', `Invalid filter clause: ${filter}`)
    const now = this.#clock.now()
    const found = all.filter(({ at, visible }) => at >= from && at <= to && visible <= now).map(({ record }) => record)
    // Newest first, unless another order is asked for.
    if (url.searchParams.get('$orderby') !== `${time} asc`) found.reverse()
    return this.#page(url, found, top, base)
  }

  /** Returns a page, perhaps with fewer objects than requested or none: only the absence of a link ends a list. */
  #page(url: URL, found: readonly object[], top: number, base: string): Answer {
    const skip = Number(url.searchParams.get('$skiptoken') ?? 0)
    const size = skip > 0 && skip % 7 === 0 ? 0 : Math.max(1, skip % 3 === 0 ? Math.floor(top / 2) : top)
    const body: Record<string, unknown> = {
      '@odata.context': `${base}/$metadata`,
      value: found.slice(skip, skip + size),
    }
    if (skip + size < found.length) {
      const next = new URL(url.pathname + url.search, base)
      // An empty page leads to the same position with another token.
      next.searchParams.set('$skiptoken', String(size === 0 ? skip + 0.5 : Math.floor(skip) + size))
      body['@odata.nextLink'] = next.href
    }
    return { status: 200, body }
  }
}

/** A small directory in which the applications have permissions of Microsoft Graph. */
function directoryOf(tenant: string): Directory {
  const id = (kind: string, at: number) => `${kind}-0000-4000-8000-${String(at).padStart(12, '0')}`
  const graph = id('000000aa', 0)
  const apps = Array.from({ length: 20 }, (_, at) => ({
    id: id('000000aa', at + 1),
    appId: id('00000006', at),
    displayName: `App ${at}`,
    servicePrincipalType: 'Application',
    appOwnerOrganizationId: tenant,
    accountEnabled: true,
    servicePrincipalNames: [],
    // The last application was deleted after the listing: nobody can list the holders of its permission.
    appRoles: at < 19 ? [] : [{ id: id('000000ab', 2), value: 'Orders.Read' }],
  }))
  const resource = {
    id: graph,
    appId: '00000003-0000-0000-c000-000000000000',
    displayName: 'Microsoft Graph',
    accountEnabled: true,
    servicePrincipalType: 'Application',
    servicePrincipalNames: [],
    appOwnerOrganizationId: id('000000ff', 0),
    appRoles: [{ id: id('000000ab', 1), value: 'Mail.Read' }],
  }
  return {
    '/servicePrincipals': [resource, ...apps],
    '/applications': apps.map(({ appId, displayName }, at) => ({
      id: id('000000ac', at),
      appId,
      displayName,
      identifierUris: [],
      requiredResourceAccess: [],
    })),
    '/oauth2PermissionGrants': apps.map((app, at) => ({
      id: `grant-${at}`,
      clientId: app.id,
      consentType: 'AllPrincipals',
      principalId: null,
      resourceId: graph,
      scope: 'Mail.Read offline_access',
    })),
    [`/servicePrincipals/${graph}/appRoleAssignedTo`]: apps.map((app, at) => ({
      id: `role-${at}`,
      appRoleId: id('000000ab', 1),
      principalId: app.id,
      principalType: 'ServicePrincipal',
      principalDisplayName: app.displayName,
      resourceId: graph,
      resourceDisplayName: 'Microsoft Graph',
    })),
    '/roleManagement/directory/roleAssignments': [
      {
        id: 'assignment-1',
        principalId: id('000000aa', 1),
        roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10',
        directoryScopeId: '/',
        principal: { '@odata.type': '#microsoft.graph.servicePrincipal', id: id('000000aa', 1), displayName: 'App 0' },
      },
    ],
    '/users': Array.from({ length: 600 }, (_, at) => ({
      id: id('00000002', at),
      userPrincipalName: `user${at}@example.com`,
      accountEnabled: true,
      displayName: `User ${at}`,
    })),
  }
}
