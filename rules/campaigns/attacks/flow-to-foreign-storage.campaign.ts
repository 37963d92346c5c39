// Flows of Power Automate copy new files to foreign storage and forward mail, also after the password was reset.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { mailSend } from '../microsoft-mail.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { file, flow } from '../microsoft-workloads.ts'

const flowPortal = { name: 'Microsoft Flow Portal', appId: '6204c1d1-4712-4c46-a7d9-3ed63d992682' }
const flowService = { name: 'Microsoft Flow Service', appId: '7df0a125-d3be-4c96-aa54-591f83ff541c' }
const flowAgent = 'azure-logic-apps/1.0 (workflow ed4c; version 08584) microsoft-flow/1.0'

export default attackCampaign({
  title: 'Two flows carry files to Dropbox and mail to Gmail',
  sources: [
    'https://securityblog.info/2024/12/06/Abusing-Powerautomate-Flows.html',
    'https://www.overe.io/gso-recommendations/power-automate-flow-created-automation-abuse-data-exfiltration-risk',
  ],
  facts: [
    'With a taken account the attacker makes a flow that forwards each new mail.',
    'A second flow copies each new file of OneDrive to foreign storage such as Dropbox.',
    'The audit log has CreateFlow of the account, then Send and file records from Microsoft addresses.',
    'Flows run on after a password reset and after the sessions are revoked.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'redmarsh', {
      feeds: 'audit',
      from: '2025-09-01',
      days: 84,
      after: 16,
    })
    const victim = person(6)
    const hosted = '185.195.232.94'
    const thief = { ...victim, ip: hosted }
    const begin = start + 2 * day + 11 * hour
    const signedIn = signInAudit(log, begin, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: hosted,
    })
    signInAudit(log, begin + 3 * minute, { person: victim, client: flowPortal, resource: tenant.graph, ip: hosted })
    const copies = flow(log, begin + 9 * minute, thief, 'CreateFlow', 'OneDrive for Business, Dropbox')
    const forwards = flow(log, begin + 16 * minute, thief, 'CreateFlow', 'Office 365 Outlook, Gmail')

    const microsoft = ['20.86.93.32', '13.69.171.0', '52.166.78.90']
    const files = repeat(random, begin + 3 * hour, 24, 13 * hour, (at, i) =>
      file(log, at, {
        person: victim,
        client: flowService,
        ip: random.pick(microsoft),
        agent: flowAgent,
        file: `customer-terms-${i + 1}.xlsx`,
        operation: 'FileDownloaded',
        site: 'sales',
      }),
    )
    const sent = repeat(random, begin + hour, 26, 12 * hour, (at) =>
      mailSend(
        log,
        at,
        {
          owner: victim,
          client: flowService,
          ip: random.pick(microsoft),
          info: 'Client=REST;Client=RESTSystem;;',
          api: tenant.exchange.appId,
        },
        `FW: ${random.pick(['Order 4471', 'Price list', 'Contract draft', 'Payment terms'])}`,
      ),
    )
    directory(log, start + 7 * day + 9 * hour, {
      operation: 'Reset user password.',
      by: tenant.helpdesk,
      target: userTarget(victim),
      objectId: victim.upn,
      category: 'User',
      details: { 'User-Agent': tenant.helpdesk.agent },
      changes: [],
    })

    return {
      records: log.records(),
      firstHostile: signedIn,
      dataLeft: [...files, ...sent],
      required: [
        {
          act: 'A flow between the files of the organization and foreign storage, made from a hosting network',
          ids: [copies],
          minimum: 'medium',
        },
        { act: 'A flow between the mailbox and a private mail service', ids: [forwards], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
