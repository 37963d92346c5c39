import { benignWork } from '../campaign.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'Nine partners of a firm let a known service sort their mail every night',
  sources: [
    'https://learn.microsoft.com/en-us/graph/outlook-mail-concept-overview',
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
  ],
  resembles:
    'A tool of another company gets write access to mail from one person after another, works in the mailboxes at night from its own network, and a person makes a rule for it.',
  accounts: 9,
  days: 28,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'cabinet-vaillancourt', {
      feeds: 'audit',
      from: '2026-02-23',
      days: 63,
      after: 30,
      people: 20,
      records: 600,
    })
    const sorter = makeApp(random, 'TriCourrier', random.uuid())
    const network = ['203.0.113.150', '203.0.113.151', '203.0.113.152']
    const ids: string[] = []
    for (let i = 0; i < 9; i += 1) {
      const who = person(5 + i)
      const joined = start + Math.floor(i * 1.4) * day + 8 * hour + random.integer(0, 400) * minute
      ids.push(
        signInAudit(log, joined - 9_000, { person: who, client: sorter, resource: tenant.graph, ip: who.ip }),
        ...consent(log, joined, {
          by: who,
          app: sorter,
          resource: tenant.graph,
          scopes: 'openid profile email offline_access User.Read Mail.ReadWrite MailboxSettings.ReadWrite',
          isNew: i === 0,
        }),
        cmdlet(log, joined + 6 * minute, {
          by: who,
          operation: 'New-InboxRule',
          objectId: `${who.upn}\\Bulletins`,
          parameters: {
            AlwaysDeleteOutlookRulesBlob: 'False',
            Force: 'False',
            Name: 'Bulletins',
            HeaderContainsWords: 'List-Unsubscribe',
            MoveToFolder: 'Plus tard',
            StopProcessingRules: 'False',
          },
          ip: who.ip,
        }),
      )
      const nights = 28 - Math.floor(i * 1.4)
      for (let night = 0; night < nights; night += 1)
        ids.push(
          mailRead(
            log,
            Math.floor(joined / day) * day + (night + 1) * day + hour + i * 4 * minute + random.integer(0, 59) * 1_000,
            { owner: who, client: sorter, ip: random.pick(network) },
            random.integer(3, 22),
          ),
        )
    }
    return { records: log.records(), ids }
  },
})
