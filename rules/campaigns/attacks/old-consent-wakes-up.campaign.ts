// An application with a consent that is older than the log starts to read after months of silence.
import { attackCampaign } from '../campaign.ts'
import { directory, listed, userTarget } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const networks = ['192.0.2.18', '192.0.2.90', '192.0.2.143']

export default attackCampaign({
  title:
    'An application with a consent older than the log wakes up, and reads a little each week, past a password reset',
  sources: [
    'https://www.cyera.com/research-labs/hidden-and-enabled-the-long-lived-risk-of-malicious-oauth-applications',
    'https://nhimg.org/articles/long-lived-malicious-oauth-apps-expose-a-blind-spot-in-m365-iam/',
    'https://www.cyera.com/blog/the-stealthy-rise-of-oauth-application-risk-why-non-human-identities-are-the-new-security-frontier',
  ],
  facts: [
    'Cyera found malicious Microsoft 365 applications that had been enabled in tenants of customers for years.',
    'The applications used ordinary consent, without any exploit.',
    'The access stays after a change of the password and after a rollout of MFA.',
    'In one case more than one million sensitive records were exposed.',
  ],
  build: (random) => {
    const stage = scene(random, 'fernholt', {
      feeds: 'audit',
      from: '2026-01-05',
      days: 92,
      after: 45,
      records: 900,
      people: 20,
    })
    const { log, tenant, start, person } = stage
    const app = makeApp(random, 'PDF Compare Online', random.uuid())
    const read: string[] = []
    const files: string[] = []
    // Twice a week, two people, two to four messages; sometimes one file.
    for (let i = 0; i < 40; i += random.integer(2, 5)) {
      const owner = person(i % 2 === 0 ? 6 : 11)
      const at = start + i * day + 9 * hour + random.integer(0, 420) * minute
      const ip = random.pick(networks)
      const path = random.pick(['\\Inbox', '\\Inbox', '\\Sent Items'])
      read.push(mailRead(log, at, { owner, client: app, ip }, random.integer(2, 4), path))
      if (random.number() < 0.45)
        files.push(
          file(log, at + 4 * minute, {
            person: owner,
            client: app,
            ip,
            agent: 'okhttp/4.12.0',
            file: random.pick(['board-pack.pdf', 'pricing-2027.xlsx', 'supplier-terms.docx']),
            operation: 'FileDownloaded',
            site: 'management',
          }),
        )
    }
    // The help desk resets the password of one of the two for another reason; the application goes on.
    const reset = start + 16 * day + 11 * hour
    const target = {
      by: tenant.helpdesk,
      target: userTarget(person(6)),
      objectId: person(6).upn,
      category: 'User',
    } as const
    const resets = [
      directory(log, reset, { ...target, operation: 'Reset user password.', changes: [] }),
      directory(log, reset + 700, {
        ...target,
        operation: 'Update StsRefreshTokenValidFrom Timestamp.',
        changes: [
          {
            name: 'StsRefreshTokensValidFrom',
            now: listed(new Date(reset).toISOString()),
            before: listed('2025-09-02T08:11:40Z'),
          },
          { name: 'Included Updated Properties', now: 'StsRefreshTokensValidFrom' },
        ],
      }),
    ]
    return {
      records: log.records(),
      firstHostile: read[0] ?? '',
      dataLeft: [...read, ...files],
      required: [
        {
          act: 'An application that the log never saw reads the mailboxes of two people from hosting networks',
          ids: read,
          minimum: 'medium',
        },
        { act: 'The same application downloads files of the management site', ids: files, minimum: 'low' },
      ],
      quiet: [...stage.quiet, ...resets],
    }
  },
})
