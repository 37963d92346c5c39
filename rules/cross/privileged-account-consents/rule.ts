import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5b9e1c37-d204-4a6f-8e12-f3a7c6d0b856',
  name: 'OAuth Consent Granted by a Privileged Account to a Third-Party Application',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  query: `oauth.action: "consent" and not event.outcome: "failure" and not oauth.app.first_party: true
  and ((oauth.grant.breadth: "user" and oauth.account.privileged: true and oauth.grant.tier: ("critical" or "high" or "medium"))
    or (oauth.grant.breadth: "tenant" and oauth.account.age_days < 14 and oauth.grant.scopes_added: * and not oauth.app.own_tenant: true))`,
  yields: [
    'cross/access-granted-from-new-network',
    'm365/known-abused-application',
    'm365/lookalike-application',
    'm365/young-unverified-application',
    'm365/consent-despite-risk',
  ],
  description:
    'An account with a privileged role consented to a third-party application for itself. The application acts with the rights of an administrator; the vendor’s log shows an ordinary user consent. The rule also alerts if an account that was created less than two weeks ago consents to an application of another organization for all users, whatever the permissions: an intruder who can create accounts prepares applications this way, and grants them more permissions later.',
  falsePositives: [
    'An administrator tries a tool with an administrative account. Ask whether the tool is approved.',
    'An administrator receives an account for a project, and first approves its applications.',
  ],
  investigation: `- **Roles of the account**: \`oauth.account.roles\`, \`oauth.account.tier\`.
- **Permissions**: \`oauth.grant.scopes\`; permissions on behalf of a directory administrator reach further than their names suggest.
- **Intent**: the preceding sign-in, and emails with links to consent pages.`,
  response: `1. Ask the administrator. If they do not recognize it, remove the grant, revoke their sessions and treat the account as compromised.
2. Have administrators consent with an account without a mailbox and without an administrative role.`,
  evasion: 'The attacker obtains the consent of an account without a role.',
  setup:
    'Requires the entity store of the pipeline, which reads roles from role assignment records, and from `administrators` in the environment file.',
  skipsApprovedApps: true,
  state: 'experimental',
})
