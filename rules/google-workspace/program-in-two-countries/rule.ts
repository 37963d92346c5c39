import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c098ef39-afbd-4f85-abde-cd99cc7b2554',
  type: 'threshold',
  name: 'Google Workspace New Installed Program Used in Two Countries',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['google_workspace.token'],
  omits: {
    'gcp.audit': 'This log contains no programs on devices.',
    'google_workspace.calendar': 'The token log also contains the call.',
    'google_workspace.chat': 'The token log also contains the call.',
    'google_workspace.drive': 'The token log also contains the call.',
    'google_workspace.gmail_reports': 'The token log also contains the call.',
    'google_workspace.keep': 'The token log also contains the call.',
  },
  query: `(oauth.action: "consent" or (oauth.action: "app_use" and oauth.activity.network_new: true)) and oauth.app.kind: "native" and not oauth.app.first_party: true
  and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS") and not oauth.app.known_abused_verdict: "mail-client"
  and not oauth.app.users >= 3 and not oauth.app.age_days >= 14
  and (oauth.grant.tier: ("critical" or "high") or oauth.app.tier_held: ("critical" or "high"))`,
  interval: '1h',
  within: '3d',
  threshold: {
    field: ['service.id', 'user.email'],
    value: 2,
    cardinality: [{ field: 'source.geo.country_iso_code', value: 2 }],
  },
  repeats: { within: '30d' },
  description:
    'Within three days, a user authorized a third-party program on a device, or the program first used a network, in two countries. The program has critical or high permissions, fewer than three users, and was first seen less than two weeks ago. A new program runs on the device of the user who authorized it. Malware that keeps its commands and the stolen data in the victim’s calendar or files runs on the victim’s computer, and its operator uses the same token on a rented server. Only the first call in each network counts. Other rules cover web applications, which run where they are deployed. The rule ignores mobile apps and known mail clients, because phones roam.',
  falsePositives: [
    'A user travels with a laptop in the first days of a program, or uses a VPN with an exit abroad.',
    'A developer runs the same program on a laptop and on a rented server abroad.',
  ],
  investigation: `- **Program and account**: \`service.id\` and \`user.email\` (group-by fields); \`oauth.app.name\`, \`oauth.grant.scopes\` of the consent. Does anybody else use this program?
- **Countries**: \`source.geo.country_iso_code\`, \`source.ip\`, \`source.as.organization.name\` of the events: does the user sign in there?
- **Order of the calls**: calls that alternate between the countries within hours cannot come from one device.
- **Activity abroad**: \`oauth.activity.method\`, \`oauth.activity.bytes\`; in the calendar or Drive log, the objects that were written and deleted.`,
  response: `1. Ask the user through another channel about the program and about both places.
2. If the user does not recognize the second place: revoke the tokens of the program, block it in API controls, and examine the computer of the user for malware.
3. Keep the objects that the program wrote as evidence.`,
  evasion:
    'The operator calls from a server in the country of the victim, waits three days after the first calls from the victim’s computer, or uses a program that the organization has known for two weeks.',
  setup: 'Requires the entity store of the pipeline, and countries in the records or an address database.',
  parameters: { countries: 'threshold.cardinality' },
  requires: ['license:google-enterprise'],
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/apt41-innovative-tactics'],
  tests: { match: [], noMatch: [] },
})
