// Consent phishing: three people approve a document viewer; its server reads a few messages and files on each day.
import { attackCampaign } from '../campaign.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Consent phishing, then a few messages and files on each day',
  sources: [
    'https://www.cyera.com/research-labs/hidden-and-enabled-the-long-lived-risk-of-malicious-oauth-applications',
    'https://tminus365.com/find-risky-apps-in-microsoft-365',
  ],
  facts: [
    'People consent to a malicious application of a foreign tenant; no password is stolen.',
    'The attackers use only the normal consent and no weakness of the software.',
    'The application stays enabled for long, and its access looks like ordinary work of an application.',
    'The application reads mail and files for the account that consented.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'alderquay', {
      feeds: 'audit',
      from: '2025-10-06',
      days: 98,
      after: 14,
      records: 420,
    })
    const viewer = makeApp(random, 'PageView Document Reader', random.uuid(), {
      ip: '192.0.2.71',
      agent: 'python-requests/2.32.3',
    })
    const scopes = 'openid profile offline_access User.Read Mail.Read Files.Read.All'
    const victims = [person(5), person(8), person(11)]
    const consents = victims.map((victim, i) => {
      const at = start + i * 5 * hour + 9 * hour + 12 * minute
      signInAudit(log, at - 25_000, { person: victim, client: viewer, resource: tenant.graph, ip: victim.ip })
      return consent(log, at, { by: victim, app: viewer, resource: tenant.graph, scopes, isNew: i === 0 })
    })
    const mail: string[] = []
    const files: string[] = []
    for (let i = 1; i <= 10; i += 1) {
      const owner = victims[i % victims.length] ?? victims[0] ?? person(5)
      const at = start + i * day + random.integer(1, 5) * hour + random.integer(0, 59) * minute
      const access = { owner, client: viewer, ip: viewer.ip, info: 'Client=REST;;' }
      mail.push(mailRead(log, at, access, random.integer(2, 4)))
      if (i % 3 !== 0) continue
      files.push(
        file(log, at + 4 * minute, {
          person: owner,
          client: viewer,
          ip: viewer.ip,
          agent: viewer.agent,
          file: ['salaries-2026.xlsx', 'bank-details.pdf', 'board-minutes.docx'][i / 3 - 1] ?? 'offer.docx',
          operation: 'FileDownloaded',
          site: 'finance',
        }),
      )
    }
    return {
      records: log.records(),
      firstHostile: consents[0]?.[0] ?? '',
      dataLeft: [...mail, ...files],
      required: [
        {
          act: 'people consent to a new foreign application that may read mail and all files',
          ids: consents.flat(),
          minimum: 'medium',
        },
        { act: 'the new application reads mail of those who consented', ids: mail, minimum: 'medium' },
        { act: 'the new application downloads files of those who consented', ids: files, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
