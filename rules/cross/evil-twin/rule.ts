import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6c0d8e35-b972-4a14-8d6f-5a1e9c3b7f20',
  name: 'OAuth Application Impersonating an Existing Application or a Known Brand',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1036.005', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  query: `oauth.action: "consent" and not event.outcome: "failure" and not oauth.app.first_party: true and oauth.grant.tier: *
  and ((oauth.app.twin_of: * and not oauth.app.name_flags: "generic" and oauth.grant.tier: ("critical" or "high" or "medium"))
    or (event.dataset: "google_workspace.token" and (oauth.app.lookalike_of: *
      or (not oauth.app.age_days >= 1 and not oauth.app.kind: ("native" or "script" or "addon" or "extension")
        and not oauth.app.own_tenant: true and not oauth.app.allowed: true and not oauth.app.known_abused_verdict: *
        and ((oauth.app.name_flags: "reserved" and (oauth.grant.tier: ("high" or "medium")
            or (oauth.grant.tier: "low" and oauth.entity_store.baseline_ready: true)))
          or (oauth.app.name_flags: "lure_words" and oauth.grant.tier: "low" and oauth.entity_store.baseline_ready: true)
          or ((oauth.app.name_flags: "lure" or (oauth.app.name_flags: "tenant_words" and oauth.app.own_tenant: false))
            and oauth.grant.tier: "medium"))))))`,
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
    'A user granted access to an application that imitates a known application in this tenant or, in Google Workspace, a brand or the organization. The author of an application chooses the name freely, but not the ID. Users and reviewers see the name. A second application that appears within a day of the first does not count, because vendors introduce their clients together. For the names Google and Gmail, sign-in permissions alone also count: the page behind the consent can steal the session. Another rule covers brands in Entra ID.',
  conditions: `- An application has the same or a similar name as a known application in this tenant, but another ID, and a user grants it access to data.
- A user authorizes a Google client with the disguised name of a brand or of the organization (homoglyphs, digits for letters, invisible characters), or with the exact name of the organization.
- A user authorizes a web client on the first day of the client, and its name contains Google or Gmail in any script (Google Drive, Gmail Security Update). Google forbids such names to other developers. Another rule covers critical permissions. Sign-in alone counts only if the history is long enough: earlier, every client seems new.
- A user grants medium permissions to a web client on the first day of the client. Its name begins with a typical lure (Adobe, DocuSign), or with the name of the organization although the client is registered elsewhere. Sign-in permissions alone count only if the name has more words than the brand (DocuSign eSignature): people sign in to the service itself with their Google account.
- Does not alert on a brand after a word such as *for* or *with*, as in *Viewer for Google Drive*, or on common words in the name of a script, an add-on, an installed program, or a client that API controls allow.`,
  falsePositives: [
    'A vendor moves to a new client ID, or has one for each platform.',
    'Two teams chose the same name for their tools.',
    'A new client of Google itself: Google publishes no list of its clients.',
    'The vendor’s own application on its first day, such as the signing service of DocuSign, or another product of Adobe that receives only sign-in permissions.',
  ],
  investigation: `- **Name**: \`oauth.app.name\`; the imitated name: \`oauth.app.lookalike_of\`; a brand with common words: \`oauth.app.name_flags\` (\`reserved\`, \`lure\`). Compare the ID with the ID that the vendor publishes. For Google, \`oauth.app.registration_id\` is the number of the project.
- **Both applications**: \`oauth.app.id\` and \`oauth.app.twin_of\`: owner tenant, publisher, redirect domains, permissions.
- **Consent and its origin**: the preceding sign-in, mail with a consent link.`,
  response: `1. If the vendor does not recognize the new ID, remove its grants and block it. \`consentry apps contain ID\` prints the commands for either platform.
2. If both applications are legitimate, add the new ID to the approved applications.`,
  evasion:
    'The attacker chooses a name without a brand that no other application of the tenant has (*Meeting Notes*), chooses the name of an application that appeared less than a day earlier, or writes the brand after *for*.',
  setup: 'The alerts on applications with the same name require the entity store of the pipeline.',
  references: ['https://support.google.com/cloud/answer/15549049', 'https://support.google.com/a/answer/7281227'],
  repeats: { within: '7d', by: ['service.id'] },
  skipsApprovedApps: true,
  tests: {
    noMatch: [
      { scenario: 'm365/removed-app-comes-back' },
      { scenario: 'google-workspace/authorized-again' },
      { sample: 'google-workspace/token-authorize-mail' },
    ],
  },
})
