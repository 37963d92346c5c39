// A script with a trigger keeps reading the mail of an account after its password was changed.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'Apps Script with a time trigger as persistence in a compromised Workspace account',
  sources: [
    'https://www.own.security/en/ressources/blog/google-workspace-malicious-app-script-analysis',
    'https://developers.google.com/apps-script/guides/services/authorization',
  ],
  facts: [
    'After the takeover of an account the intruder writes a script in the Apps Script platform of the victim.',
    'The script asks for mail and for outside addresses, and the intruder grants that in the name of the victim.',
    'A trigger runs the script again and again inside Google, so no later sign-in is needed.',
    'Drive shows the new script file and the token log shows its grant.',
    'A new password and the end of all sessions do not stop the script.',
  ],
  build: (random) => {
    const org = organization(random, 'tallowbank.example', 13)
    const script = app(random, 'Untitled project', [
      'https://mail.google.com/',
      'script.external_request',
      'script.scriptapp',
      'userinfo.email',
    ])
    const thief = network('203.0.113.19', 64702, 'BG')
    const who = person(org, 7)
    const start = time('2026-06-09T01:18:00Z')
    const nights = 9
    const quietDays = background(org, { until: start + (nights + 2) * DAY, days: 90, records: 220 })
    const entry = signIn(org, { at: start, who, from: thief, suspicious: true })
    const scriptFile = (at: number, name: string) =>
      file(org, { at, who, from: thief, name, title: 'Untitled project', kind: 'script' })
    const made = [scriptFile(start + 5 * MINUTE, 'create'), scriptFile(start + 9 * MINUTE, 'edit')]
    const grant = authorize(org, { at: start + 12 * MINUTE, who, app: script, from: thief })
    const trigger = scriptFile(start + 14 * MINUTE, 'script_trigger_created')
    const answer = (minutes: number, name: string) =>
      admin(org, {
        at: start + 2 * DAY + 8 * HOUR + minutes * MINUTE,
        who: org.admin,
        type: 'USER_SETTINGS',
        name,
        values: { USER_EMAIL: who.email },
      })
    const response = [answer(0, 'CHANGE_PASSWORD'), answer(2, 'RESET_SIGNIN_COOKIES')]
    const reading = Array.from({ length: nights }, (_, night) =>
      calls(org, {
        start: start + (night + 1) * DAY + 30 * MINUTE,
        count: 22,
        gap: [2, 8],
        who,
        app: script,
        from: null,
        methods: ['gmail.users.threads.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [4_000, 90_000],
      }),
    )
    const later = reading.slice(2).flat()
    return {
      records: timeline(quietDays.records, [entry], made, [grant, trigger], response, ...reading),
      firstHostile: idOf(entry),
      dataLeft: ids(...reading),
      required: [
        { act: 'A new script gets full mail access from a new network', ids: [idOf(grant)], minimum: 'medium' },
        { act: 'The fresh script reads much mail', ids: ids(...reading.slice(0, 2)), minimum: 'medium' },
        { act: 'The script works on after password and sessions were reset', ids: ids(later), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
