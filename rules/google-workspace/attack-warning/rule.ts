import { rule } from '../../lib/rule.ts'

export default rule({
  id: '93b7f1e0-4d58-4a6c-8c25-e0a9d6b3f714',
  name: 'Google Workspace Account Attack Warning Received',
  severity: 'medium',
  attack: ['T1078.004'],
  datasets: ['google_workspace.login'],
  query: `event.action: ("gov_attack_warning" or "suspicious_login_less_secure_app" or "suspicious_programmatic_login")`,
  repeats: { within: '7d', by: ['user.email', 'event.action'] },
  description:
    'Google warns that government-backed attackers target an account, or that a program signed in suspiciously with the account password. App passwords and legacy protocols bypass MFA, as tokens do: attackers persuade victims to create an app password.',
  falsePositives: ['A traveling user signs in with a mail client.'],
  investigation: `- **Account**: \`user.email\`; source: \`source.ip\`.
- **Access of the account**: app passwords, application tokens, recovery addresses, forwarding.
- **Earlier activity**: a message that requests a code or an app password.`,
  response: `1. Speak with the user in person or by phone, not by email.
2. Delete app passwords, revoke tokens, reset the password, and enroll the account in the Advanced Protection Program.`,
  evasion: 'The attacker uses methods and addresses that Google does not attribute to an attacker.',
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/creative-phishing-academics-critics-of-russia',
  ],
  tests: {
    match: [{ sample: 'google-workspace/login-attack-warning' }],
    noMatch: [{ sample: 'google-workspace/login-success' }],
  },
})
