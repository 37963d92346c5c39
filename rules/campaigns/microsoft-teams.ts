// Applications in Teams, in the unified audit log.
import { stamp } from './microsoft-layouts.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

export interface Team {
  readonly id: string
  readonly name: string
}

export const makeTeam = (log: Log, name: string): Team => ({ id: log.random.uuid(), name })

const teams = (
  log: Log,
  at: number,
  operation: string,
  user: RawUser,
  more: Readonly<Record<string, unknown>>,
): string => {
  const id = log.random.uuid()
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: operation,
    OrganizationId: log.tenant.id,
    RecordType: 25,
    ResultStatus: 'Succeeded',
    UserKey: user.key,
    UserType: user.type,
    Version: 1,
    Workload: 'MicrosoftTeams',
    ClientIP: user.ip,
    UserId: user.name,
    ...more,
  })
}

interface RawUser {
  readonly key: string
  readonly type: number
  readonly name: string
  readonly ip: string
}

export interface Install {
  readonly by: Person
  readonly ip: string
  readonly app: App
  readonly team: Team
  readonly mode: 'Store' | 'Organization' | 'Sideloaded'
  /** Permissions that the owner of the team grants for this team alone. */
  readonly permissions: readonly string[]
}

/** An application is added to a team. */
export const installApp = (log: Log, at: number, install: Install): string =>
  teams(
    log,
    at,
    'AppInstalled',
    { key: install.by.oid, type: 0, name: install.by.upn, ip: install.ip },
    {
      AddOnName: install.app.name,
      AddOnGuid: install.app.objectId,
      AddOnType: 4,
      AppDistributionMode: install.mode,
      AzureADAppId: install.app.appId,
      AppExternalId: install.app.objectId,
      OperationScope: 'Team',
      TeamGuid: install.team.id,
      TeamName: install.team.name,
      TargetUserId: '',
      ResourceSpecificApplicationPermissions: install.permissions,
    },
  )

/** An application comes into the catalogue of the organization. */
export const publishApp = (log: Log, at: number, by: Person, app: App): string =>
  teams(
    log,
    at,
    'AppPublishedToCatalog',
    { key: by.oid, type: 0, name: by.upn, ip: by.ip },
    {
      AddOnName: app.name,
      AddOnGuid: app.objectId,
      AppDistributionMode: 'Organization',
      AzureADAppId: app.appId,
      AppExternalId: app.objectId,
      OperationScope: 'Catalog',
    },
  )

/** An application lists the messages of a channel through Graph. */
export const listMessages = (log: Log, at: number, app: App, team: Team, ip: string): string =>
  teams(
    log,
    at,
    'MessagesListed',
    { key: app.appId, type: 5, name: `ServicePrincipal_${app.spId}`, ip },
    {
      TeamGuid: team.id,
      TeamName: team.name,
      ChannelGuid: `19:${log.random.uuid().replaceAll('-', '')}@thread.tacv2`,
      AppAccessContext: {
        APIId: log.tenant.graph.appId,
        ClientAppId: app.appId,
        IssuedAtTime: stamp(at - 900_000),
        UniqueTokenId: log.random.uuid().replaceAll('-', '').slice(0, 22),
      },
    },
  )
