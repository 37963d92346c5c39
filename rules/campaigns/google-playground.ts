// Builders of the OAuth 2.0 Playground, a public tool of Google: it obtains a token of any scope for the person at the browser.
import type { RawRecord } from './campaign.ts'
import { authorize, revoke, use } from './google-events.ts'
import { type App, DAY, type Network, type Org, type Person, scope } from './google-layouts.ts'

const project = '407408718192'

export const playground = (scopes: readonly string[]): App => ({
  id: `${project}.apps.googleusercontent.com`,
  name: 'Google OAuth 2.0 Playground',
  type: 'WEB',
  scopes: scopes.map(scope),
})

export const playgroundFile = { originating_app_id: project, api_method: 'drive.files.get' }

interface Trial {
  readonly at: number
  readonly who: Person
  readonly from: Network
  readonly scopes: readonly string[]
  readonly methods: readonly string[]
}

/** A developer grants scopes, tries calls on the page (they come from a server of Google), and the tool ends the grant after a day. */
export const playgroundTrial = (org: Org, trial: Trial): readonly RawRecord[] => {
  const { at, who, from } = trial
  const app = playground(trial.scopes)
  return [
    authorize(org, { at, who, app, from }),
    ...trial.methods.map((method, index) =>
      use(org, {
        at: at + (index + 1) * org.random.integer(40, 90) * 1000,
        who,
        app,
        from: null,
        method,
        ...(method.startsWith('tasks.') ? { bucket: 'TASKS' } : {}),
        bytes: org.random.integer(400, 6_000),
      }),
    ),
    revoke(org, { at: at + DAY, who, app, from: null }),
  ]
}
