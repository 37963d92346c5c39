// The unified audit records of Microsoft 365 for records of Entra ID: directory audits and user sign-ins.
interface EntraProperty {
  readonly displayName: string
  readonly oldValue: string | null
  readonly newValue: string | null
}
interface EntraTarget {
  readonly id: string | null
  readonly displayName: string | null
  readonly type: string
  readonly userPrincipalName?: string | null
  readonly modifiedProperties: readonly EntraProperty[]
}
export interface EntraAudit {
  readonly id: string
  readonly result: string
  readonly activityDisplayName: string
  readonly activityDateTime: string
  readonly correlationId: string
  readonly initiatedBy: {
    readonly user?: { readonly id: string; readonly userPrincipalName: string } | null
    readonly app?: {
      readonly servicePrincipalId: string
      readonly displayName: string
      readonly appId: string | null
    } | null
  }
  readonly targetResources: readonly EntraTarget[]
  readonly additionalDetails: readonly { readonly key: string; readonly value: string }[]
}
interface NamedId {
  readonly ID: string
  readonly Type: number
}

/** The part of a user sign-in that the unified audit log contains. */
export interface EntraSignIn {
  readonly id: string
  readonly createdDateTime: string
  readonly correlationId: string
  readonly userId: string
  readonly userPrincipalName: string
  readonly appId: string
  readonly ipAddress: string
  readonly resourceId: string
  readonly userAgent?: string | null
  readonly sessionId?: string | null
  readonly isInteractive?: boolean
  readonly status: { readonly errorCode: number }
}

/** Operations with names that do not end in a full stop in the unified audit log. */
const withoutStop = /management\s*$|PIM|^(?:Update|Set) (?:permission|authorization)/i

const unquoted = (value: string | null): string => {
  if (value === null) return ''
  try {
    const parsed: unknown = JSON.parse(value)
    return typeof parsed === 'string' ? parsed : value
  } catch {
    return value
  }
}

const idsOf = (type: string, id: string, name: string | null, appId?: string): NamedId[] => [
  { ID: `${type}_${id}`, Type: 2 },
  { ID: id, Type: 2 },
  { ID: type, Type: 2 },
  ...(name === null ? [] : [{ ID: name, Type: 1 }]),
  ...(appId === undefined ? [] : [{ ID: appId, Type: 2 }]),
]

export function toUnifiedAudit(audit: EntraAudit, tenant: string): object {
  const { user, app } = audit.initiatedBy
  const [target] = audit.targetResources
  const details = Object.fromEntries(audit.additionalDetails.map(({ key, value }) => [key, value]))
  const actor =
    user == null
      ? idsOf('ServicePrincipal', app?.servicePrincipalId ?? '', app?.displayName ?? null, app?.appId ?? undefined)
      : [{ ID: user.userPrincipalName, Type: 5 }, ...idsOf('User', user.id, null)]
  return {
    CreationTime: audit.activityDateTime.slice(0, 19),
    Id: audit.id,
    Operation: withoutStop.test(audit.activityDisplayName)
      ? audit.activityDisplayName
      : `${audit.activityDisplayName}.`,
    OrganizationId: tenant,
    RecordType: 8,
    ResultStatus: audit.result === 'success' ? 'Success' : 'Failure',
    UserKey: 'Not Available',
    UserType: user == null ? 4 : 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ObjectId: target?.userPrincipalName ?? details.AppId ?? target?.id ?? '',
    UserId: user?.userPrincipalName ?? (app == null ? 'Not Available' : `ServicePrincipal_${app.servicePrincipalId}`),
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'additionalDetails', Value: JSON.stringify(details) },
      { Name: 'extendedAuditEventCategory', Value: target?.type ?? '' },
    ],
    ModifiedProperties: audit.targetResources.flatMap(({ modifiedProperties }) =>
      modifiedProperties.map(({ displayName, oldValue, newValue }) => ({
        Name: displayName,
        NewValue: unquoted(newValue),
        OldValue: unquoted(oldValue),
      })),
    ),
    Actor: actor,
    ActorContextId: tenant,
    InterSystemsId: audit.correlationId,
    IntraSystemId: audit.correlationId,
    SupportTicketId: '',
    Target:
      target === undefined
        ? []
        : target.userPrincipalName == null
          ? idsOf(target.type, target.id ?? '', target.displayName, details.AppId)
          : [...idsOf(target.type, target.id ?? '', null), { ID: target.userPrincipalName, Type: 5 }],
    TargetContextId: tenant,
  }
}

/** Converts a user sign-in to its unified audit record, which has no protocol, risk or method. */
export function toUserLoggedIn(signIn: EntraSignIn, tenant: string): object {
  const { errorCode } = signIn.status
  return {
    CreationTime: signIn.createdDateTime.slice(0, 19),
    Id: signIn.id,
    Operation: errorCode === 0 ? 'UserLoggedIn' : 'UserLoginFailed',
    OrganizationId: tenant,
    RecordType: 15,
    ResultStatus: errorCode === 0 ? 'Success' : 'Failed',
    UserKey: signIn.userId,
    UserType: 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ClientIP: signIn.ipAddress,
    ObjectId: signIn.resourceId,
    UserId: signIn.userPrincipalName,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'UserAgent', Value: signIn.userAgent ?? '' },
      { Name: 'RequestType', Value: signIn.isInteractive === false ? 'OAuth2:Token' : 'OAuth2:Authorize' },
    ],
    Actor: [
      { ID: signIn.userId, Type: 0 },
      { ID: signIn.userPrincipalName, Type: 5 },
    ],
    ActorContextId: tenant,
    ActorIpAddress: signIn.ipAddress,
    InterSystemsId: signIn.correlationId,
    IntraSystemId: signIn.id,
    Target: [{ ID: signIn.resourceId, Type: 0 }],
    TargetContextId: tenant,
    ApplicationId: signIn.appId,
    DeviceProperties: [{ Name: 'SessionId', Value: signIn.sessionId ?? '' }],
    ErrorNumber: String(errorCode),
  }
}
