import { attackCampaign } from '../campaign.ts'
import { cloudAppEvents } from '../microsoft-defender.ts'
import { mailSync } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const folders = ['\\Inbox', '\\Sent Items', '\\Archive', '\\Invoices', '\\Deleted Items', '\\Drafts']

export default attackCampaign({
  title: 'A thief of accounts consents to PERFECTDATA SOFTWARE and exports whole mailboxes, seen by Defender alone',
  sources: [
    'https://cybercorner.tech/malicious-azure-application-perfectdata-software-and-office365-business-email-compromise',
  ],
  facts: [
    'The application has the id ff8d92dc-3d82-41d6-bcbd-b9174d163620.',
    'It makes a backup of the whole mailbox and exports it to a PST file.',
    'The consent follows the compromise of an account and precedes fraud with invoices.',
    'With the account of an administrator, it could export every mailbox.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brook-joinery', {
      feeds: 'audit',
      from: '2026-01-12',
      days: 77,
      after: 14,
      people: 20,
      records: 460,
    })
    const app = makeApp(random, 'PERFECTDATA SOFTWARE', random.uuid(), {
      appId: 'ff8d92dc-3d82-41d6-bcbd-b9174d163620',
    })
    const steps = [person(7), person(13)].map((victim, i) => {
      const at = start + i * 3 * day + 21 * hour
      const ids = consent(log, at, {
        by: victim,
        app,
        resource: tenant.exchange,
        scopes: 'EWS.AccessAsUser.All offline_access openid profile',
        isNew: i === 0,
      })
      // One record for each folder; Exchange writes a synchronization once for a client and a day.
      const exported = repeat(random, at + 6 * minute, folders.length, 3 * minute, (when, k) =>
        mailSync(
          log,
          when,
          {
            owner: victim,
            client: app,
            ip: `192.0.2.${120 + i}`,
            info: 'Client=WebServices;ExchangeServicesClient/15.0.913.15;',
            api: tenant.exchange.appId,
          },
          folders[k] ?? '\\Inbox',
        ),
      )
      return { ids, exported }
    })
    const consents = steps.flatMap((step) => step.ids)
    const exported = steps.flatMap((step) => step.exported)
    const defender = cloudAppEvents(log.records(), quiet)
    return {
      records: defender.records,
      firstHostile: consents[0] ?? '',
      dataLeft: exported,
      required: [
        { act: 'Consent to full mailbox access for a notorious export tool', ids: consents, minimum: 'high' },
        { act: 'The new application synchronizes all folders at once', ids: exported, minimum: 'medium' },
      ],
      quiet: defender.ids,
    }
  },
})
