import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6c0d8e35-b972-4a14-8d6f-5a1e9c3b7f20',
  name: 'OAuth Application Impersonating an Existing Application',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1036.005', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.app.twin_of: * and not oauth.app.name_flags: "generic"
  and not oauth.app.first_party: true and oauth.grant.tier: ("critical" or "high" or "medium")`,
  yields: [
    'cross/access-granted-from-new-network',
    'm365/known-abused-application',
    'm365/lookalike-application',
    'google-workspace/lookalike-application',
    'm365/young-unverified-application',
    'm365/consent-despite-risk',
    'cross/privileged-account-consents',
  ],
  description:
    'A user granted access to an application with the same or a similar name as a known application in this tenant, but another ID. The author of an application chooses the name freely, but not the ID. Users and reviewers see the name. The rule ignores a second application that appears within a day of the first, because vendors introduce their clients together. It also ignores low-tier permissions, such as sign-in only.',
  falsePositives: [
    'A vendor moves to a new client ID, or has one for each platform.',
    'Two teams chose the same name for their tools.',
  ],
  investigation: `- **Both applications**: \`oauth.app.id\` and \`oauth.app.twin_of\`: owner tenant, publisher, redirect domains, permissions.
- **Consent and its origin**: the preceding sign-in, mail with a consent link.`,
  response: `1. If the vendor does not recognize the new ID, remove its grants and block it. \`consentry apps contain ID\` prints the commands for either platform.
2. If both applications are legitimate, add the new ID to the approved applications.`,
  evasion:
    'The attacker chooses a name that no other application of the tenant has, or the name of an application that appeared less than a day earlier.',
  setup: 'Requires the entity store of the pipeline.',
  repeats: { within: '7d', by: ['service.id'] },
  skipsApprovedApps: true,
  tests: { noMatch: [{ scenario: 'm365/removed-app-comes-back' }, { scenario: 'google-workspace/authorized-again' }] },
})
