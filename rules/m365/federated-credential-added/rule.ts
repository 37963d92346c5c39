import { rule } from '../../lib/rule.ts'

export default rule({
  id: '81e2ac58-105d-48ab-b80e-5401ad32ce59',
  name: 'Entra ID Federated Identity Credential Added to an Application',
  severity: 'medium',
  attack: ['T1671', 'T1098.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "credential_add" and oauth.credential.kind: "federated"
  and not (oauth.act.routine: true and oauth.credential.kind_new: false and not oauth.act.network_age_hours: *)`,
  repeats: { within: '1d', by: ['service.id', 'oauth.credential.issuer', 'oauth.credential.subject'] },
  yields: ['m365/credential-on-first-party-application'],
  description:
    'An application now accepts tokens from an external issuer as its own sign-in: a repository pipeline, a Kubernetes cluster, or another cloud. There is no secret to find or to expire. Anyone with control over the named repository, cluster or issuer can sign in as the application as long as the entry exists. An existing entry that now names another issuer or subject counts as a new entry. Several records of one entry in a day raise one alert. The rule ignores the renewal of such a trust by an account or pipeline that has done so for more than a week.',
  falsePositives: [
    'A team migrates its pipeline from secrets to workload identity federation, which is good practice.',
    'Infrastructure as code creates identities for new clusters.',
  ],
  investigation: `- **Trusted issuer**: \`oauth.credential.issuer\`, \`oauth.credential.subject\`, \`oauth.credential.audience\`. Do you own the organization, repository and branch, or the cluster? A subject for pull requests or with a wildcard grants access to outsiders.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, and its permissions.
- **Actor**: \`user.email\` or \`oauth.actor_app.name\`. Did the actor become owner shortly before?
- **Use**: \`app_sign_in\` of the application with \`oauth.credential.kind: federated\`, and its networks.`,
  response: `1. Ask the team that runs the application, and compare the subject with the repository they name.
2. If they do not match: remove the entry and the other credentials of the application, and review its activity since then.
3. If the trust was intended: limit the subject to one repository and one branch or environment.`,
  evasion: 'The attacker adds a secret, which lower-severity rules cover.',
  references: ['https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation'],
  tests: {
    match: [{ sample: 'm365/federated-credential-added' }, { sample: 'entra/audit-federated-credential-added' }],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/credential-secret-added' },
      { sample: 'm365/credential-removed' },
    ],
  },
})
