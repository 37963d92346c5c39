import { googleUses, microsoftUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: '97b3bde3-3119-47a6-ac11-55115036277b',
  type: 'threshold',
  name: 'OAuth Application Used from a New Network',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1078.004', 'T1199'],
  datasets: [...microsoftUses, 'azure.signinlogs', ...googleUses, 'google_workspace.access_evaluation', 'gcp.audit'],
  query: `oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure" and (oauth.activity.network_age_hours < 1 or (oauth.grant.from_new_network: true and oauth.activity.address_age_hours < 1)
    or (oauth.grant.from_new_network: true and oauth.activity.network_new: true and not oauth.grant.app_only: true
      and not oauth.account.network_age_hours >= 168 and not oauth.app.kind: "native" and oauth.app.users >= 1 and oauth.app.users < 5)
    or (oauth.activity.network_new: true and oauth.grant.app_only: true
      and ((oauth.grant.from_new_network: true and oauth.app.used_days < 1) or (oauth.action: "app_sign_in" and oauth.actor_app.self: false and oauth.act.network_age_hours: *))))
  and (oauth.activity.network_new: true or oauth.grant.app_only: true or oauth.app.kind: "service_account"
    or not oauth.activity.access: ("list" or "read" or "sync" or "export" or "send"))
  and not oauth.app.first_party: true and not oauth.app.idle_days >= 60
  and not oauth.credential.age_hours <= 24
  and not (oauth.action: "app_sign_in" and oauth.app.used_days >= 1 and not oauth.app.awake_days: *
    and (oauth.credential.age_hours <= 168 or oauth.credential.outlived: true or (oauth.credential.age_hours: * and oauth.credential.kind_new: true)))
  and not oauth.app.tier_held: "low"
  and ((saas.source.hosting: true and oauth.app.established: true) or not oauth.app.tier_held: "medium")`,
  yields: [
    'cross/new-account-from-new-network',
    'm365/objects-erased-from-new-network',
    'cross/application-reaches-new-api',
    'm365/mail-rule-by-application',
    'm365/exchange-role-to-application',
    'm365/mail-rule-hides-messages',
    'google-workspace/mail-settings-through-api',
    'cross/new-application-deletes-mail',
    'google-workspace/extension-published-by-new-application',
  ],
  interval: '30m',
  from: 'now-3h',
  threshold: { field: ['service.id'], value: 1 },
  skipsOwnNetworks: true,
  description:
    'After at least two weeks in known networks, this application is now active in a new network. It uses its own key or the tokens of its users. Programs run where they are deployed. A new network is often the only sign of a leaked key, or of tokens stolen from the vendor, because there is no sign-in and no consent.',
  conditions: `- An application acts in a new network after at least two weeks in known networks. A network counts as new if the application has never used its autonomous system. If no log names the autonomous system, the network counts as new if the application has never used an address in the same block (/16 of IPv4, /32 of IPv6).
- Excludes networks where the account owner signs in, programs on user devices, applications that used new networks on three days in the last month, and applications with only low permissions.
- An application first uses a network of a provider that rents out servers, VPN exits or proxies (\`saas.source.hosting\`). Such a network counts at its first use, even if the application often changes networks.
- An application with only medium permissions, such as access to calendars, uses such a provider network. For this application, only these networks count, and only if many accounts have used the application for a month.
- An application that uses the tokens of users raises the alert for its first act in the network and for the changes in the first hour, and another rule counts the items that it reads or sends in that hour. An application without a user raises it for each act in the first hour.
- An application with one to four users, other than a program on a device, acts in the month after its grant in a new network where the account has not signed in for a week, if the account granted the access on its owner’s first day in a network. This case needs no known networks, because the application may belong to the intruder.
- An application without a user is used for the first time, and an administrator granted it high or critical permissions from a new network in the last month.
- A service account obtains the first token of another service account, from a network that the obtaining account first used in the last week. One stolen key leads from account to account.
- A service account with few addresses uses a new address, even in its usual network, if an account gave it a key, an owner or a workload from a new network in the last month.
- Other rules cover a credential added in the last week to an application in use, and an application that was dormant for two months.`,
  falsePositives: [
    'The application moves to another host, or its vendor to another provider.',
    'A user runs a mail client on a device that uses a commercial VPN.',
    'A developer runs the application on a laptop with the production key. Discuss this with the developer.',
  ],
  investigation: `- **Network**: \`source.ip\`, \`source.as.organization.name\`, \`source.geo.country_iso_code\` of the events: is it a provider that the vendor names, a VPN, a home connection or a hosting company?
- **Application**: \`service.id\` (group-by field); \`oauth.app.name\`, \`oauth.app.tier_held\` of the events. A Drive record may name only the project; \`oauth.app.id\` is the client ID.
- **Use in the old network**: other records with the same \`oauth.app.id\` in that hour. If both networks are active, the application has not moved.
- **Activity from that network**: \`oauth.activity.kind\`, \`oauth.activity.method\`, \`oauth.account.name\` with the same \`source.ip\`.
- **Credential**: \`oauth.credential.id\` of \`app_sign_in\`. Check the storage of that key, and the accounts that can read it.
- **Other applications from the same address**: \`app_use\` and \`app_sign_in\` by \`source.ip\`.`,
  response: `1. Ask the team or the vendor that runs the application whether the application was moved.
2. If not: revoke its tokens and remove its key at once, then find the leak. \`consentry apps contain ID\` prints the commands for either platform.
3. If the application was moved: add the network to the environment file.`,
  evasion:
    'The attacker uses a proxy at the application’s provider, in the same autonomous system, or uses tokens with only medium permissions, such as access to calendars, from a provider that is not known to rent out servers.',
  setup:
    'Requires the entity store of the pipeline. With an ASN database, an address change within one provider raises no alert. Without one, an address change within a block (/16 of IPv4, /32 of IPv6) raises no alert.',
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals'],
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/workload-identity',
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
  ],
  parameters: { hours: 'oauth.activity.network_age_hours <' },
  tests: { noMatch: [{ scenario: 'cross/new-key-from-elsewhere' }] },
})
