// A school starts the year with a learning platform: it is installed for the teachers, and they connect it.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, file } from '../google-events.ts'
import { calls, consents, run, tokenRequest } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Learning platform of a school installed for all teachers',
  sources: [
    'https://support.google.com/a/answer/172482',
    'https://developers.google.com/workspace/classroom/guides/key-concepts/domain-wide-delegation',
    'https://developers.google.com/identity/protocols/oauth2/scopes',
  ],
  resembles: 'One app is installed for a whole group, gets rosters and files, and reads many accounts in a day.',
  accounts: 18,
  days: 16,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'oakhollow-school.example', 18)
    const platform = app(random, 'Lernwerk Classroom Sync', [
      'userinfo.email',
      'classroom.courses',
      'classroom.rosters',
      'classroom.coursework.students',
      'classroom.profile.emails',
      'drive.file',
    ])
    const server = network('192.0.2.202', 64551, 'DE', 'DE-BE')
    const start = time('2026-08-25T07:30:00Z')
    const days = 16
    const quietDays = background(org, { until: start + days * DAY, days: 80, records: 200 })
    const teachers = org.people.slice(1)
    const named = { APP_ID: platform.id.split('-')[0] ?? '', APPLICATION_NAME: platform.name }
    const step = (minutes: number, type: string, name: string, values: Record<string, string>) =>
      admin(org, { at: start + minutes * MINUTE, who: org.admin, type, name, values })
    const install = [
      step(0, 'DOMAIN_SETTINGS', 'ADD_APPLICATION_TO_WHITELIST', named),
      step(3, 'DOMAIN_SETTINGS', 'ADD_APPLICATION', { ...named, APPLICATION_ENABLED: 'true' }),
      step(9, 'SECURITY_SETTINGS', 'ADD_TO_TRUSTED_OAUTH2_APPS', {
        OAUTH2_APP_ID: platform.id,
        OAUTH2_APP_NAME: platform.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: '/Teachers',
      }),
    ]
    const connected = consents(org, { start: start + 4 * HOUR, gap: [90, 2_400], people: teachers, app: platform })
    const synced = teachers.flatMap((who, index) => [
      tokenRequest(org, {
        at: start + DAY + index * 7 * MINUTE,
        who,
        from: server,
        app: platform,
        source: 'GOOGLE_WORKSPACE_MARKETPLACE',
      }),
      ...[1, 2, 6, 8, 9, 13, 14].flatMap((day) =>
        calls(org, {
          start: start + day * DAY + index * 7 * MINUTE + 20_000,
          count: 3,
          gap: [2, 15],
          who,
          app: platform,
          from: server,
          methods: ['classroom.courses.list', 'classroom.courses.students.list', 'classroom.courses.courseWork.list'],
          bytes: [1_500, 40_000],
        }),
      ),
    ])
    const sheets = run(org, { start: start + 3 * DAY + HOUR, count: 22, gap: [60, 900] }, (at, index) =>
      file(org, {
        at,
        who: teachers[index % teachers.length] ?? org.admin,
        from: server,
        name: 'create',
        title: `Worksheet ${index + 1}`,
        app: platform,
        more: { api_method: 'drive.files.create' },
      }),
    )
    return {
      records: timeline(quietDays.records, install, connected, synced, sheets),
      ids: ids(install, connected, synced, sheets),
    }
  },
})
