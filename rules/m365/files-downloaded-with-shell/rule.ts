import { rule } from '../../lib/rule.ts'

export default rule({
  id: '95b0e7d3-4f1a-4a82-b3c6-7e2d8f5a0c19',
  type: 'threshold',
  name: 'SharePoint Files Downloaded in Bulk with a Shell or Script',
  severity: 'medium',
  attack: ['T1213.002', 'T1020'],
  datasets: ['o365.audit'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
    'azure.graphactivitylogs': 'The unified audit log also contains files that are read through Graph.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use" and event.action: ("FileDownloaded" or "FileSyncDownloadedFull" or "FileAccessed")
  and saas.program.kind: ("shell" or "script") and not oauth.grant.app_only: true`,
  within: '1h',
  threshold: { field: ['user.id', 'service.id'], value: 30 },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: ['m365/known-abused-application', 'm365/script-as-user-client'],
  description:
    'A shell or a script, not a browser or an Office program, opened thirty SharePoint or OneDrive files for one person within an hour. Attackers use a stolen session or token this way: the client can be a Microsoft client, such as the SharePoint Online Management Shell, which needs no consent.',
  falsePositives: ['An administrator moves a site with PnP PowerShell or the SharePoint Online Management Shell.'],
  investigation: `- **Actor and client**: \`user.id\` and \`service.id\` (group-by fields); \`user_agent.original\`, \`application.name\` of the events.
- **Source**: \`source.ip\`; sign-ins of the account from that address, and their method.
- **Files**: \`file.path\`, \`url.path\`.`,
  response: `1. Ask the person whether they ran the script.
2. If not: revoke the sessions, reset the password, and list the opened files.`,
  evasion:
    'The script sets the user agent of a browser or of Windows Explorer (WebDAV), or opens fewer than thirty files an hour.',
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft'],
  parameters: { files: 'threshold.value' },
  tests: { match: [], noMatch: [] },
})
