// Activities of Google Drive.
import { activity, type Client, flag, type Member, type Parameter, text, type Workspace } from './quiet-google.ts'
import type { Place, Scene } from './quiet-scene.ts'
import type { Random } from './random.ts'

export interface Document {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly owner: string
  readonly visibility: string
  readonly sharedDrive?: string
}

export const document = (
  random: Random,
  title: string,
  kind: string,
  owner: string,
  visibility = 'shared_internally',
  sharedDrive?: string,
): Document => ({
  id: `1${random.uuid().replaceAll('-', '')}${random.digits(11)}`,
  title,
  kind,
  owner,
  visibility,
  ...(sharedDrive === undefined ? {} : { sharedDrive }),
})

export interface Use {
  /** The client that did it; its project number is in the record. */
  readonly by?: Client
  readonly more?: readonly Parameter[]
  readonly type?: string
}

export const drive = (
  scene: Scene,
  w: Workspace,
  time: number,
  who: Member,
  where: Place,
  name: string,
  d: Document,
  use: Use = {},
): string =>
  activity(scene, w, time, 'drive', who, where, [
    {
      type: use.type ?? 'access',
      name,
      parameters: [
        flag('primary_event', true),
        flag('billable', true),
        text('doc_id', d.id),
        text('doc_type', d.kind),
        text('doc_title', d.title),
        text('owner', d.owner),
        flag('owner_is_shared_drive', d.sharedDrive !== undefined),
        ...(d.sharedDrive === undefined
          ? []
          : [text('shared_drive_id', d.sharedDrive), text('team_drive_id', d.sharedDrive)]),
        text('visibility', d.visibility),
        ...(use.by === undefined ? [] : [text('originating_app_id', use.by.id.split('-')[0] ?? '')]),
        flag('actor_is_collaborator_account', false),
        flag('is_encrypted', false),
        ...(use.more ?? []),
      ],
    },
  ])
