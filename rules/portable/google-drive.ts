// Google's Drive log as the integration `google_workspace` stores it: a Cloud project identifies an application.
import { words } from '../../mappings/fields/field.ts'
import { googleProjects } from '../../mappings/knowledge/load.ts'
import { driveEvents } from '../../mappings/vendors/google-workspace/drive.events.ts'
import { driveEventAccess } from '../../mappings/vendors/google-workspace/readers/app-use.ts'
import { leaf, losing, missing, type Native, never, oneOf, quoted } from './native.ts'
import { isAsked, listed, type NativeSource, when } from './question.ts'

const project = 'google_workspace.drive.originating_app_id'

function eventsOf(access: readonly string[]): Native {
  const names = driveEvents.flatMap(({ names: all, type }) =>
    words(all).filter((name) => access.includes(driveEventAccess(name, type) ?? '')),
  )
  return oneOf('event.action', names.map(quoted))
}

export const googleDrive: NativeSource = {
  title: 'google_workspace.drive',
  answers: {
    // The log has no outcome: it records only events that took place.
    'event.outcome': when({ failure: never }),
    'oauth.action': listed((acts) => (acts.includes('app_use') ? leaf(`${project}: *`) : never)),
    'oauth.activity.access': listed(eventsOf),
    'oauth.activity.kind': listed((kinds) => (kinds.includes('file') ? leaf(`${project}: *`) : never)),
    'oauth.app.first_party': (asked) =>
      isAsked(asked, 'true')
        ? losing(
            oneOf(
              project,
              googleProjects().map((each) => quoted(each.project)),
            ),
            "knows only some of Google's own applications",
          )
        : undefined,
  },
  stands: {
    'service.id': () => project,
    'oauth.account.id': () => 'user.id',
    'oauth.account.name': () => 'user.email',
    'oauth.activity.kind': () => 'event.provider',
  },
  // The log does not distinguish a program on a user's device from a program on a server.
  onServer: missing('the kind of the application'),
  reads: {
    'oauth.account.name': 'user.email',
    'oauth.activity.access': 'event.action',
    'oauth.app.id': `${project} (the Cloud project)`,
    'oauth.app.registration_id': project,
    'oauth.owner.name': 'google_workspace.drive.file.owner.email',
  },
}
