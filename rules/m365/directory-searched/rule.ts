import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c8e54d17-09ab-4c6f-8f2e-5b7d1a3e6c04',
  type: 'threshold',
  name: 'Microsoft Graph Directory Enumerated for Applications, Roles and Policies',
  severity: 'medium',
  attack: ['T1087.004', 'T1526'],
  datasets: ['azure.graphactivitylogs', 'azure.aadgraphactivitylogs'],
  omits: { 'o365.audit': 'This log does not contain reads of the directory.' },
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: ("directory" or "admin" or "policy")
  and oauth.activity.access: ("list" or "read")
  and not oauth.activity.method: ("GET /users" or "GET /groups" or "GET /devices" or */me* or */users/* or *ember*)
  and not (oauth.account.privileged: true and not oauth.account.network_age_hours < 24)
  and not (oauth.app.used_days >= 2 and not oauth.activity.access_age_hours < 168)
  and (not oauth.app.first_party: true or oauth.app.id: ("04b07795-8ddb-461a-bbee-02f9e1bf7b46" or "1950a258-227b-4e31-a9cf-717495945fc2"
    or "1b730954-1685-4b74-9bfd-dac224a7b894" or "14d82eec-204b-4c2f-b7e8-296a70dab67e" or "de8bc8b5-d9f9-48b1-a8ad-b748da725064"
    or "d3590ed6-52b3-4102-aeff-aad2292ab01c" or "29d9ed98-a469-4536-ade2-f981bc1d605e"))`,
  interval: '1h',
  within: '1h',
  threshold: {
    field: ['service.id', 'source.ip'],
    value: 5,
    cardinality: [{ field: 'oauth.activity.method', value: 5 }],
  },
  skipsApprovedApps: true,
  yields: ['m365/microsoft-client-reads-from-new-network'],
  repeats: { within: '7d' },
  description:
    'One program requested five kinds of directory data from Microsoft Graph or its predecessor Azure AD Graph within an hour: applications, service principals, their owners and permissions, roles, grants and policies. Lists of users, groups and devices do not count: many products need them. Tools such as AzureHound, ROADtools and GraphRunner read all kinds, regardless of user agent and network. An administrator may explore the tenant, except from a network that the account first used that day. An application that has been in use for two days counts only in the week in which it begins to read the directory: an inventory product repeats its requests every night. Other rules cover an application in a new network.',
  falsePositives: [
    'An inventory, governance or posture management product reads the whole directory. Approve the product in the environment file.',
    'A developer without an administrator role explores the tenant with Graph PowerShell.',
  ],
  investigation: `- **Program and source**: \`service.id\` and \`source.ip\` (group-by fields); \`user_agent.original\`, \`oauth.account.id\` of the events.
- **Requested data**: \`oauth.activity.method\` of the events.
- **Token**: sign-ins of the account or the service principal from this address, and their method.`,
  response: `1. Ask the owner of the account or the application whether they ran the program.
2. If not: revoke the sessions or rotate the keys, and look for new owners, keys, roles and consents: enumeration prepares the next step.`,
  evasion:
    'The attacker spreads the enumeration over days, lists the directory in the portal, or uses an administrator in a known network.',
  references: ['https://github.com/SpecterOps/AzureHound'],
  parameters: { kinds: 'threshold.cardinality' },
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  tests: { match: [], noMatch: [] },
})
