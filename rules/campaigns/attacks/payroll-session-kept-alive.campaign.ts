import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'A stolen session is kept alive by a script every half hour, and a rule hides the answers of payroll',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2026/04/09/investigating-storm-2755-payroll-pirate-attacks-targeting-canadian-employees/',
    'https://thewindowsupdate.com/2026/04/09/investigating-storm-2755-payroll-pirate-attacks-targeting-canadian-employees',
  ],
  facts: [
    'Storm-2755 took session tokens on a false sign-in page, just after an interrupted sign-in (error 50199).',
    'The session then goes on with the client Axios 1.7.9, in the same session.',
    'Non-interactive sign-ins to OfficeHome come about every 30 minutes.',
    'The group asks payroll about direct deposit, and a rule hides answers with the words bank or direct deposit.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'maplewharf-foods', {
      feeds: 'both',
      from: '2026-02-16',
      days: 70,
      after: 14,
      people: 21,
      records: 760,
    })
    const victim = person(12)
    const hostile = '192.0.2.47'
    const session = random.uuid()
    const visit = { person: victim, client: firstParty.officeHome, resource: tenant.graph, session }
    const begin = start + 14 * hour
    const interrupted = userSignIn(log, begin, {
      ...visit,
      ip: hostile,
      error: 50199,
      reason:
        'For security reasons, user confirmation is required for this request. Please repeat the request allowing user interaction.',
    })
    const taken = userSignIn(log, begin + 20_000, { ...visit, ip: hostile })
    const kept: string[] = []
    for (let at = begin + 31 * minute; at < start + 5 * day; at += 29 * minute + random.integer(0, 150) * 1000)
      kept.push(
        userSignIn(log, at, {
          ...visit,
          ip: hostile,
          agent: 'axios/1.7.9',
          interactive: false,
          incoming: 'refreshToken',
        }),
      )
    const web = {
      owner: victim,
      client: firstParty.outlookWeb,
      ip: hostile,
      info: 'Client=OWA;Action=ViaProxy',
      api: tenant.exchange.appId,
    }
    const work = start + 2 * day + 9 * hour
    const reads = [0, 1, 2].map((i) => mailRead(log, work + i * 12 * minute, web, random.integer(2, 6)))
    const rule = cmdlet(log, work + 55 * minute, {
      by: victim,
      operation: 'New-InboxRule',
      objectId: `EURPR09A002.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${tenant.cloudDomain}/${victim.mailbox}\\archive`,
      parameters: {
        AlwaysDeleteOutlookRulesBlob: 'False',
        Force: 'False',
        Name: 'archive',
        SubjectOrBodyContainsWords: 'direct deposit;bank',
        MoveToFolder: 'Conversation History',
        MarkAsRead: 'True',
        StopProcessingRules: 'True',
      },
      ip: hostile,
    })
    const asked = mailSend(log, work + 62 * minute, web, 'Question about direct deposit')
    return {
      records: log.records(),
      firstHostile: interrupted,
      dataLeft: reads,
      required: [
        {
          act: 'A session goes on with a script from a foreign network every half hour',
          ids: [interrupted, taken, ...kept],
          minimum: 'medium',
        },
        { act: 'A rule hides answers about the bank account', ids: [rule, asked], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
