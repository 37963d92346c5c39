import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3deb421f-3b42-4c1c-974e-ee8ad04cfd33',
  name: 'Google Workspace Domain OAuth Consumer Key Regenerated',
  severity: 'medium',
  attack: ['T1671', 'T1098.001'],
  datasets: ['google_workspace.admin'],
  omits: { 'gcp.audit': 'A key of a service account in Google Cloud is not the key of the domain’s own client.' },
  query: 'oauth.action: "credential_add"',
  description:
    'The secret or the certificate of the domain’s own OAuth client was regenerated. In legacy APIs, the key holder can impersonate every user of the domain. The actor now holds the new key, and holders of the previous key lose access.',
  falsePositives: ['A planned rotation for a legacy integration that still uses the domain’s client.'],
  investigation: `- **Actor**: \`user.email\`, from \`source.ip\`. Is there a change request?
- **Credential kind**: \`oauth.credential.kind\`.
- **Use**: \`delegation_grant\` and \`trust_change\` by the same administrator, and unexpected \`app_use\`.`,
  response: `1. Ask the administrator which integration needs the domain’s client.
2. If there is none: regenerate the key again without distributing it, disable the client, and investigate the administrator’s account.`,
  evasion: 'The attacker uses the existing key instead of a new one.',
  state: 'experimental',
  tests: {
    match: [{ sample: 'google-workspace/admin-consumer-secret-renewed' }],
    noMatch: [
      { sample: 'google-workspace/admin-app-password-revoked' },
      { sample: 'google-workspace/admin-token-revoked' },
    ],
  },
})
