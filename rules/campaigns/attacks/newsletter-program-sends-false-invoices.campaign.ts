import { attackCampaign } from '../campaign.ts'
import { cloudAppEvents } from '../microsoft-defender.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A newsletter program gets the right to send, and sends false invoices to customers in small lots',
  sources: [
    'https://cofense.com/blog/supermailer-abuse-bypasses-email-security/',
    'https://github.com/huntresslabs/rogueapps',
    'https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise',
  ],
  facts: [
    'Newsletter Software SuperMailer is a lawful German program for bulk mail.',
    'Attackers connect it to a compromised mailbox by consent, and send phishing from there.',
    'The list of rogue applications names its application id.',
    'Here the account sends lots of about a dozen messages, days apart, with German subjects; the customer has Defender alone.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'weidenbach-druck', {
      feeds: 'audit',
      from: '2026-02-23',
      days: 66,
      after: 18,
      people: 17,
      records: 880,
    })
    const victim = { ...person(8), ip: '192.0.2.31' }
    const mailer = makeApp(random, 'Newsletter Software Supermailer', random.uuid(), {
      appId: 'a245e8c0-b53c-4b67-9b45-751d1dff8e6b',
      reply: 'https://localhost/',
    })
    const begin = start + 6 * hour + 12 * minute
    const given = consent(log, begin, {
      by: victim,
      app: mailer,
      resource: tenant.graph,
      scopes: 'offline_access User.Read Mail.Send Contacts.Read',
    })
    const access = { owner: victim, client: mailer, ip: victim.ip }
    const looked = mailRead(
      log,
      begin + 2 * day,
      { ...access, client: { name: 'One Outlook Web', appId: '9199bf20-a13f-4107-85dc-02114787ef48' } },
      7,
      '\\Gesendete Elemente',
    )
    const subjects = ['Ihre Rechnung 2026-0418', 'Rechnung zur Freigabe', 'Geänderte Bankverbindung, bitte beachten']
    const sent = [4, 7, 11].flatMap((d, lot) => {
      let at = start + d * day + 5 * hour
      return Array.from({ length: random.integer(10, 14) }, () => {
        at += random.integer(40, 150) * 1000
        return mailSend(log, at, access, subjects[lot] ?? 'Rechnung')
      })
    })
    const rows = cloudAppEvents(log.records(), quiet)
    return {
      records: rows.records,
      firstHostile: given[0] ?? '',
      dataLeft: [looked],
      required: [
        { act: 'Somebody consents to a bulk mail program that attackers use', ids: given, minimum: 'medium' },
        { act: 'The new program sends lots of equal messages from a foreign network', ids: sent, minimum: 'medium' },
      ],
      quiet: rows.ids,
    }
  },
})
