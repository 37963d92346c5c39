import { attackCampaign } from '../campaign.ts'
import { at, later, Workspace } from '../incident-layouts.ts'

const caller = { ip: '146.70.193.52', asn: 9_009, country: 'SE', city: 'Malmo' }
const server = { ip: '188.166.45.230', asn: 14_061, country: 'NL', city: 'Amsterdam' }
const reader = 'contracts.archive.2026@gmail.com'

export default attackCampaign({
  title: 'A signing add-on is trusted and installed for everyone, and its outside readers stay after the removal',
  sources: [
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://docs-cortex.paloaltonetworks.com/r/Cortex-XDR/Cortex-XDR-Analytics-Alert-Reference-by-data-source/An-app-was-added-to-Google-Marketplace',
    'https://docs.alphasoc.com/detections_and_findings/alphasoc_detections/google_workspace_marketplace_domain_app_enabled/',
  ],
  // The telephone call, the opened service, and the outside readers are not in the reports.
  facts: [
    'An intruder adds an application of the marketplace to the domain, to stay and to steal data.',
    'An application of the domain gets data of all users or acts on their behalf.',
  ],
  build: (random) => {
    const desk = { ip: '198.51.100.143', asn: 64_500, country: 'PL', city: 'Gdansk' }
    const work = new Workspace(random, 'morskie-projekty.example', 24, desk)
    const helper = work.person(1)
    const chief = work.person(0)
    const quiet = work.ordinary('2026-03-02', 110, { day: '2026-06-09', involved: [helper] })

    // An add-on that the company installed itself in March.
    const diagrams = work.client('Rysunek Diagrams', ['drive.file', 'userinfo.email'])
    work.admin(chief, at('2026-03-03', '10:00'), desk, 'DOMAIN_SETTINGS', 'ADD_APPLICATION', {
      APP_ID: '612044987712',
      APPLICATION_NAME: diagrams.name,
      APPLICATION_ENABLED: 'true',
    })
    for (let day = 2; day < 106; day++)
      for (let i = 0; i < 8; i++) {
        if (random.number() < 0.6) continue
        const who = work.person(i * 3)
        const when = at(later('2026-03-02', day), '07:30', random.integer(0, 30_000))
        quiet.push(work.call(who, when, diagrams, 'drive.files.get', { ...server, ip: '35.198.90.4', asn: 396_982 }))
        if (random.number() < 0.3) quiet.push(work.file(who, when, undefined, 'edit', 'Hull diagram', who, diagrams))
      }

    // The helper gave the code of the second step on the telephone.
    const day = '2026-06-09'
    const first = work.login(helper, at(day, '12:04:31'), caller)
    const add = work.client('ContractFlow e-Sign', ['drive', 'documents', 'contacts.readonly', 'userinfo.email'])
    const act = (time: string, type: string, name: string, values: Record<string, string>) =>
      work.admin(helper, at(day, time), caller, type, name, values)
    const opened = act('12:11:05', 'SECURITY_SETTINGS', 'ALLOW_SERVICE_FOR_OAUTH2_ACCESS', {
      OAUTH2_SERVICE_NAME: 'DRIVE_HIGH_RISK',
      ORG_UNIT_NAME: '/',
    })
    const trusted = act('12:12:40', 'SECURITY_SETTINGS', 'ADD_TO_TRUSTED_OAUTH2_APPS', {
      OAUTH2_APP_ID: add.id,
      OAUTH2_APP_NAME: add.name,
      OAUTH2_APP_TYPE: 'WEB_APPLICATION',
      ORG_UNIT_NAME: '/',
    })
    const allowed = act('12:13:55', 'DOMAIN_SETTINGS', 'ADD_APPLICATION_TO_WHITELIST', {
      APP_ID: add.id.slice(0, 12),
      APPLICATION_NAME: add.name,
    })
    const installed = act('12:15:20', 'DOMAIN_SETTINGS', 'ADD_APPLICATION', {
      APP_ID: add.id.slice(0, 12),
      APPLICATION_NAME: add.name,
      APPLICATION_ENABLED: 'true',
    })

    // The add-on acts for 20 users without any consent of theirs.
    const reads: string[] = []
    const shares: string[] = []
    for (let n = 3; n < 23; n++) {
      const who = work.person(n)
      const start = at(day, '13:02', n * 410)
      const step = (s: number) => new Date(start.getTime() + s * 1000)
      reads.push(work.call(who, start, add, 'drive.files.list', server, 41_000))
      for (let i = 0; i < 15; i++)
        reads.push(work.call(who, step(20 + i * 12), add, 'drive.files.get', server, 600_000))
      for (let i = 0; i < 3; i++) {
        work.call(who, step(240 + i * 9), add, 'drive.permissions.create', server, 250)
        shares.push(
          work.file(who, step(240 + i * 9), server, 'change_user_access', `Contract ${n}${i} signed.pdf`, who, add, {
            target_user: reader,
            old_value: ['none'],
            new_value: ['can_view'],
            visibility: 'shared_externally',
            visibility_change: 'external',
          }),
        )
      }
    }

    // The next morning the add-on goes and the helper gets a new password.
    const next = later(day, 1)
    const reply = (time: string, type: string, name: string, values: Record<string, string>) =>
      work.admin(chief, at(next, time), desk, type, name, values)
    reply('08:30', 'DOMAIN_SETTINGS', 'REMOVE_APPLICATION', { APP_ID: add.id.slice(0, 12), APPLICATION_NAME: add.name })
    reply('08:41', 'USER_SETTINGS', 'CHANGE_PASSWORD', { USER_EMAIL: helper.mail })
    reply('08:42', 'USER_SETTINGS', 'RESET_SIGNIN_COOKIES', { USER_EMAIL: helper.mail })

    // The outside account opens what was shared; the client is still trusted and is used once more.
    const after: string[] = []
    for (let i = 0; i < 40; i++) {
      const owner = work.person(3 + (i % 20))
      after.push(
        work.file(
          reader,
          at(later(day, 2), '02:15', i * 33),
          undefined,
          'download',
          `Contract ${3 + (i % 20)}${i % 3} signed.pdf`,
          owner,
        ),
      )
    }
    work.admin(chief, at(later(day, 6), '09:00'), desk, 'SECURITY_SETTINGS', 'REMOVE_FROM_TRUSTED_OAUTH2_APPS', {
      OAUTH2_APP_ID: add.id,
      OAUTH2_APP_NAME: add.name,
      OAUTH2_APP_TYPE: 'WEB_APPLICATION',
      ORG_UNIT_NAME: '/',
    })

    return {
      records: work.records,
      firstHostile: first,
      dataLeft: [...reads, ...shares, ...after],
      required: [
        {
          act: 'Restricted access to files is opened for all third-party applications',
          ids: [opened],
          minimum: 'medium',
        },
        {
          act: 'An unknown application is trusted and installed for the domain from a strange network',
          ids: [trusted, allowed, installed],
          minimum: 'high',
        },
        { act: 'The new application takes files of twenty users', ids: reads, minimum: 'high' },
        {
          act: 'The application shares contracts of many owners with one outside account',
          ids: shares,
          minimum: 'high',
        },
        { act: 'The outside account downloads after the removal', ids: after, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
