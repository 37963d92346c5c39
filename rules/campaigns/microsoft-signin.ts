// Sign-ins of the unified audit log (record type 15).
import { stamp } from './microsoft-layouts.ts'
import { type Log, type Named, type Person, systemOf } from './microsoft-tenant.ts'

export interface SignIn {
  readonly person: Person
  readonly client: Named
  readonly resource: Named
  readonly ip: string
  readonly agent?: string
  /** 0 or the number of the error. */
  readonly error?: string
  readonly reason?: string
  readonly requestType?: string
  readonly detail?: string
  readonly session?: string
}

/** A sign-in (record type 15). Returns the id of the record. */
export const signInAudit = (log: Log, at: number, signIn: SignIn): string => {
  const { random, tenant } = log
  const { person, client, resource } = signIn
  const id = random.uuid()
  const error = signIn.error ?? '0'
  const agent = signIn.agent ?? person.agent
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: error === '0' ? 'UserLoggedIn' : 'UserLoginFailed',
    OrganizationId: tenant.id,
    RecordType: 15,
    ResultStatus: 'Success',
    UserKey: person.oid,
    UserType: 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ClientIP: signIn.ip,
    ObjectId: resource.appId,
    UserId: person.upn,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'ResultStatusDetail', Value: signIn.detail ?? (error === '0' ? 'Success' : 'UserError') },
      { Name: 'UserAgent', Value: agent },
      { Name: 'RequestType', Value: signIn.requestType ?? 'OAuth2:Authorize' },
    ],
    ModifiedProperties: [],
    Actor: [
      { ID: person.oid, Type: 0 },
      { ID: person.upn, Type: 5 },
    ],
    ActorContextId: tenant.id,
    ActorIpAddress: signIn.ip,
    InterSystemsId: random.uuid(),
    IntraSystemId: random.uuid(),
    SupportTicketId: '',
    Target: [{ ID: resource.appId, Type: 0 }],
    TargetContextId: tenant.id,
    ApplicationId: client.appId,
    DeviceProperties: [
      { Name: 'OS', Value: systemOf(agent) },
      { Name: 'BrowserType', Value: agent.includes('Edg/') ? 'Edge' : agent.includes('Chrome') ? 'Chrome' : 'Other' },
      { Name: 'IsCompliantAndManaged', Value: 'False' },
      { Name: 'SessionId', Value: signIn.session ?? random.uuid() },
    ],
    ErrorNumber: error,
    ...(error === '0' ? {} : { LogonError: signIn.reason ?? 'InvalidUserNameOrPassword' }),
  })
}
