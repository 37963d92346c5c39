// File, sharing and Teams records of the unified audit log.
import { type App, agentAt, first, type Person, type Tenant } from './quiet-microsoft.ts'
import { unified, type Values } from './quiet-microsoft-work.ts'
import type { Place, Scene } from './quiet-scene.ts'
import { Random } from './random.ts'

/** The same place has the same id. */
const stable = (text: string): string => new Random(text).uuid()

export interface File {
  /** 'teams/Finance', or the person's OneDrive if absent. */
  readonly site?: string
  readonly folder: string
  readonly name: string
  readonly where: Place
  readonly app?: App
  readonly agent?: string
  readonly more?: Values
}

/** Records of files (type 6) and of sharing (type 14). */
export const file = (
  scene: Scene,
  t: Tenant,
  time: number,
  who: Person,
  operation: string,
  f: File,
  recordType = 6,
): string => {
  const personal = `https://${t.host}-my.sharepoint.com/personal/${who.upn.replaceAll(/[.@]/g, '_')}/`
  const site = f.site === undefined ? personal : `https://${t.host}.sharepoint.com/sites/${f.site}/`
  const folder = f.site === undefined ? `Documents/${f.folder}` : `Shared Documents/${f.folder}`
  return unified(
    scene,
    t,
    time,
    operation,
    recordType,
    f.site === undefined ? 'OneDrive' : 'SharePoint',
    { upn: who.upn.toLowerCase(), key: `i:0h.f|membership|${who.puid.toLowerCase()}@live.com`, type: 0 },
    {
      ClientIP: f.where.address,
      ObjectId: `${site}${folder}/${f.name}`,
      ApplicationId: (f.app ?? first.sharePoint).appId,
      ApplicationDisplayName: f.app?.name ?? 'SharePoint',
      AuthenticationType: 'OAuth',
      CorrelationId: scene.random.uuid(),
      EventSource: 'SharePoint',
      ItemType: 'File',
      ListId: stable(`${site}/list`),
      ListItemUniqueId: stable(`${site}${folder}/${f.name}`),
      Site: stable(site),
      WebId: stable(`${site}/web`),
      SiteUrl: site,
      SourceRelativeUrl: folder,
      SourceFileName: f.name,
      SourceFileExtension: f.name.split('.').at(-1) ?? '',
      FileSizeBytes: scene.random.integer(12_000, 4_000_000),
      UserAgent: agentAt(f.agent ?? who.desktop, time),
      AppAccessContext: {
        AADSessionId: scene.random.uuid(),
        CorrelationId: scene.random.uuid(),
        UniqueTokenId: Buffer.from(scene.random.uuid()).toString('base64url').slice(0, 22),
      },
      ...f.more,
    },
  )
}

/** An application of Teams: installed for a team, added to the catalogue. */
export const teamsApp = (
  scene: Scene,
  t: Tenant,
  time: number,
  who: Person,
  operation: string,
  app: App,
  where: Place,
  team?: { readonly name: string; readonly id: string },
): string =>
  unified(
    scene,
    t,
    time,
    operation,
    25,
    'MicrosoftTeams',
    { upn: who.upn, key: who.oid, type: 0 },
    {
      ClientIP: where.address,
      AddOnName: app.name,
      AddOnGuid: app.principal,
      AddOnType: 4,
      AppDistributionMode: 'Store',
      AzureADAppId: app.appId,
      OperationScope: team === undefined ? 'User' : 'Team',
      ...(team === undefined ? {} : { TeamGuid: team.id, TeamName: team.name }),
    },
  )
