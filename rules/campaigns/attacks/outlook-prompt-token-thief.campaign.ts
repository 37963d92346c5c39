import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { cloudAppEvents } from '../microsoft-defender.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Malware inside Outlook asks for the password, mails the tokens away, and the spies use them from elsewhere',
  sources: [
    'https://www.ncsc.gov.uk/news/uk-call-out-russian-military-intelligence-use-espionage-tool',
    'https://securitymattersmagazine.com/uk-calls-out-russian-military-intelligence-for-use-of-espionage-tool',
    'https://www.security.nl/posting/897447/Britse+overheid+waarschuwt+voor+malware+die+Outlook-accounts+kaapt?channel=rss',
  ],
  facts: [
    'The malware runs in Outlook and takes OAuth tokens of Microsoft Office at the sign-in of the person.',
    'It sends them from the mailbox of the person, and the message does not come into the sent items.',
    'The tokens open Exchange Online, SharePoint and OneDrive.',
    'There is no server of the attacker in the traffic of the computer.',
  ],
  build: (random) => {
    const { log, start, quiet, person } = scene(random, 'ministry-quays', {
      feeds: 'audit',
      from: '2026-02-16',
      days: 85,
      after: 30,
      people: 20,
      records: 950,
    })
    const victims = [person(6), person(13)]
    const ip = '192.0.2.171'
    const client = firstParty.office
    // From the computer of the person: it is the known client at the known address.
    const letters = victims.flatMap((owner, i) =>
      [1, 8, 15].map((d) =>
        mailSend(
          log,
          start + (d + i) * day + 9 * hour + random.integer(0, 8 * 3600) * 1000,
          { owner, client, ip: owner.ip, info: 'Client=REST;;' },
          'Re: agenda',
        ),
      ),
    )
    const reads = victims.flatMap((owner, i) =>
      repeat(random, start + (4 + i * 2) * day + 10 * hour, 7, 30 * hour, (at, n) =>
        mailRead(
          log,
          at,
          { owner, client, ip, info: 'Client=REST;;' },
          random.integer(3, 9),
          n % 3 === 2 ? '\\Sent Items' : '\\Inbox',
        ),
      ),
    )
    const names = ['delegation-list.docx', 'position-paper.docx', 'visit-plan.pdf', 'harbour-budget.xlsx']
    const owner = person(13)
    const files = repeat(random, start + 9 * day + 11 * hour, 4, 26 * hour, (at, n) =>
      file(log, at, {
        person: owner,
        client,
        ip,
        agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0',
        file: names[n] ?? 'notes.docx',
        operation: 'FileDownloaded',
      }),
    )
    const rows = cloudAppEvents(log.records(), quiet)
    return {
      records: rows.records,
      firstHostile: letters[0] ?? '',
      dataLeft: [...reads, ...files],
      required: [
        {
          act: 'The tokens of Microsoft Office read mail of two people from a foreign network',
          ids: reads,
          minimum: 'medium',
        },
        {
          act: 'The same tokens download files from a foreign network',
          ids: files,
          minimum: 'low',
        },
      ],
      quiet: rows.ids,
    }
  },
})
