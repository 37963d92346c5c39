// Directory operations are in the unified audit log and in the audit log of Entra ID; each record becomes that of the other log.
import type { Attack, RawRecord } from '../../../rules/campaigns/campaign.ts'
import { type Mutate, replaceEach } from './mutation.ts'

interface EntraProperty {
  readonly displayName: string
  readonly oldValue: string | null
  readonly newValue: string | null
}
interface EntraTarget {
  readonly id: string | null
  readonly displayName: string | null
  readonly type: string
  readonly userPrincipalName: string | null
  readonly modifiedProperties: readonly EntraProperty[]
}
interface EntraAudit {
  readonly id: string
  readonly result: string
  readonly activityDisplayName: string
  readonly activityDateTime: string
  readonly correlationId: string
  readonly initiatedBy: {
    readonly user: { readonly id: string; readonly userPrincipalName: string } | null
    readonly app: {
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
interface UnifiedAudit {
  readonly Id: string
  readonly CreationTime: string
  readonly Operation: string
  readonly OrganizationId: string
  readonly ResultStatus: string
  readonly UserId: string
  readonly RecordType: number
  readonly Actor: readonly NamedId[]
  readonly Target: readonly NamedId[]
  readonly InterSystemsId: string
  readonly ModifiedProperties: readonly {
    readonly Name: string
    readonly NewValue: string
    readonly OldValue: string
  }[]
  readonly ExtendedProperties: readonly { readonly Name: string; readonly Value: string }[]
}

/** Operations with a name that does not end in a full stop in the unified audit log. */
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

const quoted = (value: string): string =>
  /^\s*[[{]/.test(value) && isJson(value) ? JSON.stringify(JSON.parse(value)) : JSON.stringify(value)

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

const idsOf = (type: string, id: string, name: string | null, appId?: string): NamedId[] => [
  { ID: `${type}_${id}`, Type: 2 },
  { ID: id, Type: 2 },
  { ID: type, Type: 2 },
  ...(name === null ? [] : [{ ID: name, Type: 1 }]),
  ...(appId === undefined ? [] : [{ ID: appId, Type: 2 }]),
]

function toUnified(audit: EntraAudit, tenant: string): RawRecord {
  const { user, app } = audit.initiatedBy
  const [target] = audit.targetResources
  const details = Object.fromEntries(audit.additionalDetails.map(({ key, value }) => [key, value]))
  const actor =
    user === null
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
    UserType: user === null ? 4 : 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ObjectId: target?.userPrincipalName ?? details.AppId ?? target?.id ?? '',
    UserId: user?.userPrincipalName ?? `ServicePrincipal_${app?.servicePrincipalId ?? ''}`,
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
        : target.userPrincipalName === null
          ? idsOf(target.type, target.id ?? '', target.displayName, details.AppId)
          : [...idsOf(target.type, target.id ?? '', null), { ID: target.userPrincipalName, Type: 5 }],
    TargetContextId: tenant,
  }
}

const typed = (ids: readonly NamedId[]) => {
  const full = ids.find(({ ID }) => /^[A-Z]\w+_[0-9a-f-]{36}$/i.test(ID))?.ID ?? ''
  const [type = '', id = ''] = full.split('_')
  return {
    type,
    id,
    name: ids.find(({ Type }) => Type === 1)?.ID ?? null,
    upn: ids.find(({ Type }) => Type === 5)?.ID ?? null,
  }
}

function toEntra(audit: UnifiedAudit): RawRecord {
  const actor = typed(audit.Actor)
  const target = typed(audit.Target)
  const details = audit.ExtendedProperties.find(({ Name }) => Name === 'additionalDetails')?.Value ?? '{}'
  return {
    id: audit.Id,
    category: 'ApplicationManagement',
    correlationId: audit.InterSystemsId,
    result: audit.ResultStatus === 'Success' ? 'success' : 'failure',
    resultReason: '',
    activityDisplayName: audit.Operation.replace(/\.$/, ''),
    activityDateTime: `${audit.CreationTime}Z`,
    loggedByService: 'Core Directory',
    operationType: 'Assign',
    userAgent: null,
    initiatedBy:
      actor.type === 'ServicePrincipal'
        ? {
            user: null,
            app: { appId: null, displayName: actor.name, servicePrincipalId: actor.id, servicePrincipalName: null },
          }
        : {
            user: {
              id: actor.id,
              displayName: null,
              userPrincipalName: actor.upn ?? audit.UserId,
              ipAddress: null,
              roles: [],
            },
            app: null,
          },
    targetResources: [
      {
        id: target.id,
        displayName: target.name,
        type: target.type,
        userPrincipalName: target.upn,
        groupType: null,
        modifiedProperties: audit.ModifiedProperties.map(({ Name, NewValue, OldValue }) => ({
          displayName: Name,
          oldValue: OldValue === '' ? null : quoted(OldValue),
          newValue: quoted(NewValue),
        })),
        administrativeUnits: [],
      },
    ],
    additionalDetails: Object.entries(JSON.parse(details) as Record<string, string>).map(([key, value]) => ({
      key,
      value,
    })),
  }
}

function other(record: RawRecord, tenant: string): readonly RawRecord[] | undefined {
  if (record.RecordType === 8 && Array.isArray(record.Target)) return [toEntra(record as unknown as UnifiedAudit)]
  const audit = (record.properties ?? record) as Partial<EntraAudit>
  if (audit.activityDisplayName === undefined || audit.initiatedBy === undefined) return undefined
  return [toUnified(audit as EntraAudit, tenant)]
}

/** Directory operations from the other log; undefined where the attack has both logs, which would give each act twice. */
export const otherLogSource: Mutate = (attack) => {
  const unified = attack.records.some(({ RecordType }) => RecordType === 8)
  const entra = attack.records.some(
    (record) => ((record.properties ?? record) as Partial<EntraAudit>).initiatedBy !== undefined,
  )
  return unified && entra ? undefined : replaceEach(attack, (record) => other(record, tenantOf(attack)))
}

/** The tenant that the records name; pages of Microsoft Graph name none. */
function tenantOf({ records }: Attack): string {
  const named = records
    .map(({ tenantId, OrganizationId }) => tenantId ?? OrganizationId)
    .find((id) => typeof id === 'string')
  return typeof named === 'string' ? named : '87a2cb6e-d028-4f02-a628-e35cb21a37c6'
}
