import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Malware exchanges commands and stolen files through mail drafts with a refresh token, at a slow pace',
  sources: [
    'https://www.elastic.co/security-labs/finaldraft',
    'https://www.elastic.co/security-labs/fragile-web-ref7707',
  ],
  facts: [
    'FINALDRAFT uses Outlook drafts through Microsoft Graph as its channel and sends no mail.',
    'A refresh token in its configuration gives access tokens for a first-party client.',
    'It reads commands from drafts with the subject r_ and a session id, and then deletes them.',
    'It writes results to drafts with the subject p_ and a session id.',
  ],
  build: (random) => {
    const { log, start, quiet, person } = scene(random, 'orchard-ministry', {
      feeds: 'entra',
      from: '2026-02-09',
      days: 70,
      after: 28,
      people: 22,
      records: 900,
    })
    const person9 = person(9)
    const session = random.uuid().slice(0, 8)
    const used = {
      client: firstParty.office,
      person: person9,
      ip: '192.0.2.201',
      agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/40.0.2214.85',
      permissions: 'Files.ReadWrite.All Mail.ReadWrite Mail.Send User.Read',
    }
    const polls: string[] = []
    const results: string[] = []
    // Three questions in a night, and on some nights a command with its result.
    for (let d = 0; d < 26; d += 1) {
      const night = start + d * day + 19 * hour
      for (let i = 0; i < 3; i += 1)
        polls.push(
          graphCall(log, night + i * 95 * minute + random.integer(0, 40) * minute, {
            ...used,
            uri: `/me/MailFolders/drafts/messages?$filter=Subject eq 'r_${session}'`,
            size: random.integer(240, 400),
          }),
        )
      if (random.number() < 0.6) continue
      const at = night + 6 * hour
      const draft = `AAMkAG${random.uuid().replaceAll('-', '')}`
      graphCall(log, at, { ...used, uri: `/me/messages/${draft}`, method: 'DELETE', status: 204 })
      results.push(graphCall(log, at + 2 * minute, { ...used, uri: '/me/messages', method: 'POST', status: 201 }))
    }
    const kept = only(log.records(), quiet, ['MicrosoftGraphActivityLogs'])
    return {
      records: kept.records,
      firstHostile: polls[0] ?? '',
      dataLeft: results,
      required: [
        {
          act: 'A client uses the drafts of a person every night from a foreign network',
          ids: [...polls, ...results],
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
