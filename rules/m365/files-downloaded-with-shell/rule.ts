import { rule } from '../../lib/rule.ts'

export default rule({
  id: '95b0e7d3-4f1a-4a82-b3c6-7e2d8f5a0c19',
  type: 'threshold',
  name: 'SharePoint Files Downloaded in Bulk with a Shell or Script',
  severity: 'medium',
  attack: ['T1213.002', 'T1020'],
  datasets: ['o365.audit'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.',
    'azure.graphactivitylogs': 'A file that is read through Graph is in the unified audit log, too.',
  },
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_use" and event.action: ("FileDownloaded" or "FileSyncDownloadedFull" or "FileAccessed")
  and user_agent.original: (*python* or *aiohttp* or axios* or node or node-fetch* or undici* or curl/* or Go-http-client* or fasthttp* or *PowerShell/* or PostmanRuntime* or Wget/* or reqwest* or *rclone*) and not oauth.grant.app_only: true`,
  from: 'now-1h',
  threshold: { field: ['user.id', 'service.id'], value: 30 },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
  ],
  description:
    'A shell or a script, not a browser or a program of Office, opened thirty files of SharePoint or OneDrive for one person within an hour. A stolen session or token is emptied so: the client may be one of Microsoft, such as the SharePoint Online Management Shell, which needs no consent.',
  falsePositives: ['An administrator moves a site with PnP PowerShell or the SharePoint Online Management Shell.'],
  triage: `#### What to look at

- **Who, with which client**: \`user.id\` and \`service.id\` (the group of this alert); \`user_agent.original\`, \`application.name\` of the events.
- **From where**: \`source.ip\`; sign-ins of the account from there, and how they began.
- **Which files**: \`file.path\`, \`url.path\`.

#### What to do

1. Ask the person whether they ran it.
2. If not: end the sessions, reset the password, and list the files taken.

#### How it is evaded

The script sets the user agent of a browser, or takes fewer than thirty files in an hour.`,
  evasion: 'The intruder sets the user agent of a browser.',
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft'],
  parameters: { files: 'threshold.value' },
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'knows the user agent of Node',
    },
  ],
  tests: { match: [], noMatch: [] },
})
