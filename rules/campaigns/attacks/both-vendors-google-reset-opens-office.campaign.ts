// Google is the identity provider of Microsoft 365: one reset at the Google desk opens both, and one ordinary application is added to each.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { authorize, file, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, person } from '../google-layouts.ts'
import { userSetting } from '../google-lifecycle.ts'
import { orgOf } from '../google-outside.ts'
import { samlDays, samlService } from '../google-saml.ts'
import { seenIn } from '../google-vault.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { makeApp } from '../microsoft-tenant.ts'

const scopes = 'Files.Read.All Mail.Read User.Read offline_access openid profile'
const office = 'Microsoft Office 365'

export default attackCampaign({
  title: 'A call to the desk resets a Google account, SAML opens Microsoft 365, and a board-paper reader gets both',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/unc3944-proactive-hardening-recommendations',
    'https://support.google.com/a/answer/6363817',
    'https://github.com/pushsecurity/saas-attacks',
  ],
  facts: [
    'UNC3944 calls the help desk, has a password and a second step reset, and enters everything behind the single sign-on.',
    'Google Workspace can be the identity provider of Microsoft 365: the SAML log has each sign-in at the other vendor.',
    'The intruder adds the same ordinary application to both, from a publisher that other companies use.',
    'The server of the application then reads files and messages at both vendors.',
  ],
  build: (random) => {
    const stage = scene(random, 'corriganworks', {
      feeds: 'entra',
      from: '2026-01-05',
      days: 72,
      after: 7,
      records: 600,
      people: 20,
    })
    const { log, tenant, start } = stage
    const org = orgOf(random, tenant)
    const days = seenIn(background(org, { until: start + 6 * DAY, days: 78, records: 700 }), [
      'token',
      'drive',
      'admin',
      'login',
    ])
    const saml = samlDays(org, { until: start + 6 * DAY, days: 78, count: 260, services: [office, office, 'Zendesk'] })

    const victim = person(org, 8)
    const twin = stage.person(8)
    const desk = person(org, 1)
    const exit = network('192.0.2.140', 64511, 'MD', 'MD-CU')
    const at = start + DAY + 15 * HOUR + 20 * MINUTE
    const reset = ['CHANGE_PASSWORD', 'TURN_OFF_2_STEP_VERIFICATION'].map((name, index) =>
      userSetting(org, { at: at + index * MINUTE, who: desk, name, values: { USER_EMAIL: victim.email } }),
    )
    const entered = signIn(org, { at: at + 4 * MINUTE, who: victim, from: exit })
    const opened = samlService(org, { at: at + 6 * MINUTE, who: victim, from: exit, service: office })
    const crossed = userSignIn(log, at + 6 * MINUTE + 9_000, {
      person: twin,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: exit.ip,
      singleFactor: true,
    })
    const reader = makeApp(random, 'Quillnote Board Papers', random.uuid(), { ip: '192.0.2.141', agent: 'axios/1.9.0' })
    const joining = at + 17 * MINUTE
    userSignIn(log, joining - 5_000, {
      person: twin,
      client: reader,
      resource: tenant.graph,
      ip: exit.ip,
      ownerTenant: reader.ownerTenant,
      singleFactor: true,
    })
    const consented = auditConsent(log, joining, twin, { client: reader, resource: tenant.graph, scopes, user: twin })
    const readOffice = [2 * HOUR, 14 * HOUR, 2 * DAY].flatMap((later) =>
      repeat(random, joining + later, 40, 5_000, (now, turn) =>
        graphCall(log, now, {
          client: reader,
          person: twin,
          ip: reader.ip,
          uri:
            turn % 2 === 0 ? `/me/messages/AAMkAD${random.uuid().slice(0, 8)}` : '/me/drive/root/search(q=%27board%27)',
          size: random.integer(9_000, 900_000),
          permissions: scopes,
          agent: reader.agent,
        }),
      ),
    )

    const papers = app(random, 'Quillnote Board Papers', ['openid', 'userinfo.email', 'drive.readonly'])
    const server = network(reader.ip, 64511, 'MD', 'MD-CU')
    const granted = authorize(org, { at: joining + 5 * MINUTE, who: victim, app: papers, from: exit })
    const readDrive = calls(org, {
      start: joining + 3 * HOUR,
      count: 70,
      gap: [3, 12],
      who: victim,
      app: papers,
      from: server,
      methods: ['drive.files.list', 'drive.files.get', 'drive.files.get', 'drive.files.get'],
      bytes: [12_000, 3_000_000],
    })
    const downloads = Array.from({ length: 30 }, (_, index) =>
      file(org, {
        at: joining + 3 * HOUR + (index + 1) * 20_000,
        who: victim,
        from: server,
        name: 'download',
        kind: 'pdf',
        title: `Board minutes ${2020 + (index % 6)}-${1 + (index % 12)}`,
        app: papers,
      }),
    )

    return {
      records: merged(days.records, saml, reset, [entered, opened, granted], readDrive, downloads, log.records()),
      firstHostile: idOf(reset[0] ?? {}),
      dataLeft: [...readOffice, ...ids(readDrive, downloads)],
      required: [
        {
          act: 'minutes after the reset, the person enters Google and Microsoft 365 from a strange country',
          ids: [...ids([entered, opened]), crossed],
          minimum: 'low',
        },
        { act: 'the person consents to an application that is new in the tenant', ids: consented, minimum: 'medium' },
        {
          act: 'the person grants all files of Drive to the same new application',
          ids: [idOf(granted)],
          minimum: 'medium',
        },
        { act: 'the application reads messages and files through Graph', ids: readOffice, minimum: 'medium' },
        { act: 'the application downloads the files of Drive', ids: ids(readDrive, downloads), minimum: 'medium' },
      ],
      quiet: [...stage.quiet, ...days.quiet, ...ids(saml.slice(0, 12))],
    }
  },
})
