import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'bc6d4d6e-8de5-4e4d-a97a-911334759a63',
  type: 'threshold',
  name: 'Microsoft Graph Used to Change Devices or Sign-in Policies from a New Network',
  severity: 'high',
  attack: ['T1485', 'T1531', 'T1078.004'],
  datasets: ['azure.graphactivitylogs', 'azure.aadgraphactivitylogs'],
  omits: { 'o365.audit': 'It contains neither the commands of Intune nor the network of an application.' },
  query: `event.outcome: "success" and oauth.action: "app_use"
  and ((oauth.activity.kind: "admin" and oauth.activity.access: ("delete" or "export")) or (oauth.activity.kind: "policy" and oauth.activity.access: ("delete" or "write" or "permission")))
  and (oauth.activity.network_age_hours < 24 or oauth.account.network_new: true or oauth.account.network_age_hours < 24)`,
  interval: '15m',
  from: 'now-1h',
  threshold: { field: ['service.id', 'source.ip', 'oauth.activity.access'], value: 1 },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'An application or an administrator wiped devices, deployed code to devices, changed a sign-in policy, or exported or deleted an eDiscovery search from a new network. With one key of an application, or one session of an administrator, an intruder erases all devices of an organization in minutes, without malware. Intune does not limit the number of wipes. After one change to a sign-in policy, an intruder can sign in as any user.',
  conditions: `- An application or an administrator wipes or retires a device from a network that was new to the application or the account in the last day.
- An application or an administrator assigns a script, an application or a configuration to devices from such a network. An Intune script runs as the system on each computer of a group, including the workstations of administrators, and the intruder takes their sessions there.
- An application or an administrator changes or deletes a sign-in policy from such a network. Sign-in policies include Conditional Access, named locations, authentication methods, consent policies, cross-tenant access, trusted certificate authorities and federated domains.
- An application or an administrator exports or deletes an eDiscovery search from such a network. An eDiscovery export contains whole mailboxes, and leaves no record in the mailbox audit log.`,
  falsePositives: [
    'An administrator wipes a lost device, assigns an application or changes a policy while traveling.',
    'A lifecycle application or a pipeline for device scripts runs on a new host.',
  ],
  investigation: `- **Application and source**: \`service.id\` and \`source.ip\` (the group of this alert); \`oauth.account.id\` if a person acted, \`user_agent.original\` of the events.
- **Objects**: \`url.path\` of the events. For a script, read its content and the groups of its assignments in Intune.
- **Credential or session**: \`app_sign_in\` of the application and sign-ins of the account from this address.`,
  response: `1. Disable the service principal or the account first, then ask its owner.
2. If nobody in the organization did it: cancel pending wipes in Intune, delete new scripts and isolate the computers that ran them, restore deleted objects within thirty days, and replace all credentials of the application.
3. Require the approval of a second administrator for wipes.`,
  evasion:
    'The intruder works through a proxy at the provider of the application or the administrator, or waits a day in the new network.',
  references: [
    'https://learn.microsoft.com/en-us/graph/api/intune-devices-manageddevice-wipe',
    'https://cloud.google.com/blog/topics/threat-intelligence/abusing-intune-permissions-entra-id-environments',
  ],
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  setup: 'Needs the entity store of the pipeline, and sign-ins to know the networks of administrators.',
  tests: { match: [], noMatch: [] },
})
