import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd566572e-bd6e-432f-80b3-498ceee6c660',
  type: 'threshold',
  name: 'OAuth Application Read Much on Its First Day',
  severity: 'medium',
  attack: ['T1671', 'T1114.002', 'T1213'],
  datasets: ['o365.audit', 'google_workspace.token', 'google_workspace.drive'],
  omits: {
    'azure.aadgraphactivitylogs':
      'It names an account by an id, the unified audit log by its address: one account would count as two.',
    'azure.graphactivitylogs':
      'It names an account by an id, the unified audit log by its address: one account would count as two.',
    'google_workspace.calendar': 'It has no reads of mail, chats, contacts or the directory.',
    'google_workspace.chat': 'The call that read the chat is in the token log, too: it would count twice.',
    'google_workspace.gmail_reports': 'The call that read the message is in the token log, too: it would count twice.',
    'google_workspace.keep': 'It has no reads of mail, chats, contacts or the directory.',
  },
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure"
  and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts" or "directory")
  and oauth.activity.access: ("list" or "read" or "export")
  and oauth.app.used_days < 1
  and not oauth.app.kind: ("native" or "service_account") and not oauth.app.known_abused: true`,
  interval: '12h',
  from: 'now-24h',
  threshold: { field: ['service.id', 'user.id', 'event.dataset'], value: 10 },
  skipsApprovedApps: true,
  yields: [
    // Exchange Online New OAuth Application Read Fifty Messages at Once
    '4c0d6f6e-2b61-4a4b-9a31-0c9d5e7b81f2',
  ],
  description:
    'An application that is not the vendor’s own read mail, files, chats, contacts or the directory of one account at least ten times within a day after it was first used here. An attacker who wins a consent by phishing takes the data before anybody looks. A product that a user connects reads in its first day, too, but mostly less often. Synchronization does not count, because each mail program begins with it. An application that is known from attacks has an alert already.',
  falsePositives: [
    'A user connected a product that reads all mail at the start, such as a search tool or an assistant.',
    'An administrator introduced a product that reads mail for itself.',
  ],
  triage: `#### What to look at

- **Which application, for which account**: \`service.id\` and \`user.id\` (the group of this alert); \`oauth.app.name\`, \`oauth.app.users\`, \`oauth.app.tier_held\` of the events.
- **Who gave the consent**: \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`; \`consent\` with the same \`oauth.app.id\`.
- **How much**: \`oauth.activity.items\`, \`oauth.activity.bytes\`, and the time between two reads.
- **From where**: \`source.ip\`: the network of the vendor, or a hosting provider?

#### What to do

1. Ask the user whether they connected the application, and which link led to it.
2. If they do not know it: revoke the grant, end the sessions of the account, and look for others with the same application.
3. If the organization wants it: approve it for use in the environment file.`,
  evasion: 'The intruder waits for a day after the first use, or reads a few items a day.',
  setup: 'Needs the entity store of the pipeline.',
  parameters: { reads: 'threshold.value', usedDays: 'oauth.app.used_days <' },
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads files and the log of Drive, too; the first day begins with the first use, not with the first mention in a log; leaves out applications that are known from attacks',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 4,
      alerts: 'more',
      what: 'alerts on ten reads instead of twelve',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
