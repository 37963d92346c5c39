// Builders of the Apps Script command-line tool (clasp), and of calls with their own product bucket.
import type { RawRecord } from './campaign.ts'
import { type App, activity, type Network, type Org, type Person, scope } from './google-layouts.ts'
import { parameters } from './google-parameters.ts'

/** The public client of the Apps Script command-line tool; a file in the home directory contains its refresh token. */
export const clasp: App = {
  id: '1072944905499-vm2v2i5dvn0a0d2o4ca36i1vge8cvbn0.apps.googleusercontent.com',
  name: 'clasp - The Apps Script CLI',
  type: 'NATIVE_DESKTOP',
  scopes: [
    'script.deployments',
    'script.projects',
    'script.webapp.deploy',
    'drive.metadata.readonly',
    'drive.file',
    'service.management',
    'logging.read',
    'userinfo.email',
    'userinfo.profile',
    'cloud-platform',
  ].map(scope),
}

interface CallParts {
  readonly at: number
  readonly who: Person
  readonly app: App
  readonly from: Network | null
  readonly method: string
  readonly bytes: number
}

const bucketOf: Readonly<Record<string, string>> = { script: 'APPS_SCRIPT_API', sheets: 'DRIVE', drive: 'DRIVE' }

/** One call to the Apps Script, Sheets or Drive API. */
export const scriptCall = (org: Org, parts: CallParts): RawRecord => {
  const api = parts.method.split('.')[0] ?? ''
  return activity(org, {
    at: parts.at,
    application: 'token',
    who: parts.who,
    from: parts.from,
    through: parts.app,
    events: [
      {
        type: 'auth',
        name: 'activity',
        parameters: parameters({
          app_name: parts.app.name,
          client_id: parts.app.id,
          client_type: parts.app.type,
          api_name: api,
          method_name: parts.method,
          num_response_bytes: parts.bytes,
          product_bucket: bucketOf[api] ?? 'OTHER',
        }),
      },
    ],
  })
}

/** One push: the tool reads the project, writes its files, and creates a version. */
export const push = (
  org: Org,
  parts: Pick<CallParts, 'at' | 'who' | 'from'> & { readonly deploys?: boolean },
): RawRecord[] =>
  [
    'script.projects.getContent',
    'script.projects.updateContent',
    ...(parts.deploys ? ['script.projects.versions.create', 'script.projects.deployments.update'] : []),
  ].map((method, index) =>
    scriptCall(org, {
      at: parts.at + index * org.random.integer(2, 6) * 1000,
      who: parts.who,
      app: clasp,
      from: parts.from,
      method,
      bytes: org.random.integer(700, 18_000),
    }),
  )
