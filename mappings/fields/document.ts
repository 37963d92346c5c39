// The document type that mappings write: nested ECS and our own groups, and the vendor's block under its own root.
import { ecsFields } from '../ecs/catalog.gen.ts'
import type { JsonObject } from '../kernel/json.ts'
import { present } from '../kernel/present.ts'
import { besideEcsFields } from './beside-ecs.ts'
import type { FieldValue, Nested } from './field.ts'
import { oauthFields } from './oauth.ts'
import { saasFields } from './saas.ts'

/** Every field outside the vendor blocks. */
export const commonFields = { ...ecsFields, ...besideEcsFields, ...oauthFields, ...saasFields } as const

type CommonFields = typeof commonFields
export type CommonFieldName = keyof CommonFields & string

export type ValueOf<F extends CommonFieldName> = FieldValue<CommonFields[F]>

type Common = Nested<
  Omit<
    CommonFields,
    | 'email.attachments'
    | 'email.attachments.file.name'
    | 'email.attachments.file.extension'
    | 'email.attachments.file.size'
    | 'email.attachments.file.hash.sha256'
    | 'tags'
    | '@timestamp'
    | 'message'
  >
>

export type OauthGroup = NonNullable<Common['oauth']>

/** An unfinished document. Mapping rows and derive steps add the groups. */
export type EcsDocument = Omit<Common, 'event' | 'email'> & {
  '@timestamp'?: string
  message?: string
  tags?: string[]
  event: NonNullable<Common['event']>
  email?: NonNullable<Common['email']> & {
    attachments?: { file: { name?: string; extension?: string; size?: number; hash?: { sha256?: string[] } } }[]
  }
  o365?: { audit: JsonObject }
  google_workspace?: JsonObject
  azure?: JsonObject
  gcp?: JsonObject
}

/** Returns the time of a document. Throws if there is none: a defect, as a record without a time gives no document. */
export function eventTime(document: EcsDocument): string {
  const time = document['@timestamp']
  if (time === undefined) throw new Error('a document has no @timestamp')
  return time
}

/** Returns the most useful ID of an application: its client ID, or else the ID of its service principal or its registration. */
export const bestId = (app: OauthGroup['app']): string | undefined => app?.id ?? app?.object_id ?? app?.registration_id

/** Returns the application that is the target of an act. If the target is not an application, returns the application that acted. */
export function concernedApp({ oauth }: { readonly oauth?: Pick<OauthGroup, 'app' | 'actor_app'> }): OauthGroup['app'] {
  const { app, actor_app: actor } = oauth ?? {}
  if (actor === undefined || (bestId(app) ?? app?.name) !== undefined) return app
  const { id, object_id, name } = actor
  return present({ id, object_id, name })
}
