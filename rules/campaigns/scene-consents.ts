// Consents, applications and their keys in the layout of the management activity API, for the scenes of one author.
import { type App, browser, type Change, Directory, graphId, type Made, type Person } from './scene-directory.ts'

const guidBytes = (guid: string): Buffer => {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex')
  return Buffer.concat([
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
    bytes.subarray(8),
  ])
}
const list = (value: unknown): string => `[\r\n  ${JSON.stringify(value)}\r\n]`
const key = (id: string, name: string, type = 'Password'): string =>
  `[KeyIdentifier=${id},KeyType=${type},KeyUsage=Verify,DisplayName=${name}]`
const keys = (texts: readonly string[]): string =>
  texts.length === 0 ? '[]' : `[\r\n  ${texts.map((text) => JSON.stringify(text)).join(',\r\n  ')}\r\n]`

/** The acts on applications and accounts. */
export class Consents extends Directory {
  principalTarget({ sp, name, appId }: App): [string, number][] {
    return [
      [`ServicePrincipal_${sp}`, 2],
      [sp, 2],
      ['ServicePrincipal', 2],
      [name, 1],
      [appId, 2],
      [appId, 4],
    ]
  }
  graphApp(): App {
    return { name: 'Microsoft Graph', appId: graphId, sp: this.graphSp, object: '' }
  }

  /** The records of a consent; the last is `Consent to application.` */
  consent(time: string, actor: Person, app: App, scope: string, all = false, first = true): Made[] {
    const correlation = this.random.uuid()
    const bytes = [app.sp, this.graphSp, ...(all ? [] : [actor.oid])].map(guidBytes)
    const grant = Buffer.concat(bytes).toString('base64url')
    const type = all ? 'AllPrincipals' : 'Principal'
    const details = { 'User-Agent': all ? browser : 'EvoSTS', AppId: app.appId }
    const more = { object: app.appId, category: 'ServicePrincipal', details, correlation }
    const permissions = `[] => [[Id: ${grant}, ClientId: ${app.sp}, PrincipalId: ${all ? '' : actor.oid}, ResourceId: ${this.graphSp}, ConsentType: ${type}, Scope:  ${scope}, CreatedDateTime: , LastModifiedDateTime ]]; `
    return [
      ...(first ? [this.addPrincipal(time, actor, app, correlation)] : []),
      this.directory(
        time,
        'Add delegated permission grant.',
        actor,
        this.principalTarget(this.graphApp()).slice(0, 5),
        [
          ['DelegatedPermissionGrant.Scope', ` ${scope}`],
          ['DelegatedPermissionGrant.ConsentType', type],
          ['ServicePrincipal.ObjectID', app.sp],
          ['ServicePrincipal.DisplayName', ''],
          ['ServicePrincipal.AppId', ''],
          ['ServicePrincipal.Name', ''],
          ['TargetId.ServicePrincipalNames', `https://graph.microsoft.com/;${graphId}`],
        ],
        { ...more, object: `https://graph.microsoft.com/;${graphId}`, details: { ...details, AppId: graphId } },
      ),
      this.directory(
        time,
        'Consent to application.',
        actor,
        this.principalTarget(app),
        [
          ['ConsentContext.IsAdminConsent', all ? 'True' : 'False'],
          ['ConsentContext.IsAppOnly', 'False'],
          ['ConsentContext.OnBehalfOfAll', all ? 'True' : 'False'],
          ['ConsentContext.Tags', all ? '' : 'WindowsAzureActiveDirectoryIntegratedApp'],
          ['ConsentAction.Permissions', permissions],
          ['TargetId.ServicePrincipalNames', app.appId],
        ],
        more,
      ),
    ]
  }

  addPrincipal(time: string, actor: Person, app: App, correlation?: string): Made {
    return this.directory(
      time,
      'Add service principal.',
      actor,
      this.principalTarget(app),
      [
        ['AccountEnabled', list(true), '[]'],
        ['AppPrincipalId', list(app.appId), '[]'],
        ['DisplayName', list(app.name), '[]'],
        ['ServicePrincipalName', list(app.appId), '[]'],
        ['Included Updated Properties', 'AccountEnabled, AppPrincipalId, DisplayName, ServicePrincipalName'],
        ['TargetId.ServicePrincipalNames', app.appId],
      ],
      { object: app.appId, category: 'ServicePrincipal', ...(correlation ? { correlation } : {}) },
    )
  }

  addApplication(time: string, actor: Person, app: App, address: string, multi = false): Made {
    const target: [string, number][] = [
      [`Application_${app.object}`, 2],
      [app.object, 2],
      ['Application', 2],
      [app.name, 1],
      [app.appId, 2],
    ]
    return this.directory(
      time,
      'Add application.',
      actor,
      target,
      [
        ['AppId', list(app.appId), '[]'],
        ['AvailableToOtherTenants', list(multi), '[]'],
        ['DisplayName', list(app.name), '[]'],
        ['AppAddress', list({ AddressType: 0, Address: address, ReplyAddressClientType: 1 }), '[]'],
        ['Included Updated Properties', 'AppId, AvailableToOtherTenants, DisplayName, AppAddress'],
      ],
      { object: `Application_${app.object}`, category: 'Application' },
    )
  }

  /** The keys of an application, or with `principal` of its service principal, before and after a change. */
  credential(
    time: string,
    actor: Person,
    app: App,
    before: readonly [id: string, name: string][],
    next: readonly [id: string, name: string][],
    principal = false,
    type = 'Password',
  ): Made {
    const texts = (all: readonly [string, string][]) => keys(all.map(([id, name]) => key(id, name, type)))
    const changes: Change[] = [
      ['KeyDescription', texts(next), texts(before)],
      ['Included Updated Properties', 'KeyDescription'],
    ]
    const added = next.length > before.length
    if (principal)
      return this.directory(
        time,
        `${added ? 'Add' : 'Remove'} service principal credentials.`,
        actor,
        this.principalTarget(app),
        changes,
        {
          object: app.appId,
          category: 'ServicePrincipal',
        },
      )
    return this.directory(
      time,
      'Update application – Certificates and secrets management ',
      actor,
      [
        [`Application_${app.object}`, 2],
        [app.object, 2],
        ['Application', 2],
        [app.name, 1],
        [app.appId, 2],
      ],
      changes,
      { object: `Application_${app.object}`, category: 'Application' },
    )
  }

  /** An application permission of Microsoft Graph, given or taken. */
  role(time: string, actor: Person, app: App, [id, value]: readonly [string, string], remove = false): Made {
    const operation = remove
      ? 'Remove app role assignment from service principal.'
      : 'Add app role assignment to service principal.'
    const set = (name: string, text: string): Change => (remove ? [name, '', text] : [name, text])
    return this.directory(
      time,
      operation,
      actor,
      this.principalTarget(this.graphApp()),
      [
        set('AppRole.Id', id),
        set('AppRole.Value', value),
        set('AppRole.DisplayName', value),
        set('ServicePrincipal.ObjectID', app.sp),
        set('ServicePrincipal.DisplayName', app.name),
        set('ServicePrincipal.AppId', app.appId),
        set('ServicePrincipal.Name', app.appId),
        ['TargetId.ServicePrincipalNames', `https://graph.microsoft.com/;${graphId}`],
      ],
      { object: `https://graph.microsoft.com/;${graphId}`, category: 'ServicePrincipal' },
    )
  }

  /** An act on an account: `Reset user password.`, `Update StsRefreshTokenValidFrom Timestamp.` and so on. */
  account(time: string, operation: string, actor: Person, target: Person, changes: readonly Change[] = []): Made {
    const { oid, upn, puid } = target
    return this.directory(
      time,
      operation,
      actor,
      [
        [`User_${oid}`, 2],
        [oid, 2],
        ['User', 2],
        [upn, 5],
        [puid, 3],
      ],
      changes,
      {
        object: upn,
        category: 'User',
      },
    )
  }

  principalAct(time: string, operation: string, actor: Person, app: App, changes: readonly Change[] = []): Made {
    return this.directory(time, operation, actor, this.principalTarget(app), changes, {
      object: app.appId,
      category: 'ServicePrincipal',
    })
  }

  /** The usual response: a new password, and the sessions end. */
  reset(time: string, admin: Person, target: Person): Made[] {
    return [
      this.account(time, 'Reset user password.', admin, target),
      this.account(time, 'Update StsRefreshTokenValidFrom Timestamp.', admin, target, [
        ['StsRefreshTokensValidFrom', list(`${time}Z`), '[]'],
      ]),
    ]
  }
}
