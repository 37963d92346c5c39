import { rule } from '../../lib/rule.ts'

export default rule({
  id: '93b7f1e0-4d58-4a6c-8c25-e0a9d6b3f714',
  name: 'Google Workspace Warning of an Attack on an Account',
  severity: 'medium',
  attack: ['T1078.004'],
  datasets: ['google_workspace.login'],
  language: 'kuery',
  query: `event.action: ("gov_attack_warning" or "suspicious_login_less_secure_app" or "suspicious_programmatic_login")`,
  repeats: { within: '7d' },
  description:
    'Google judges that attackers with government backing aim at an account, or that a program signed in with its password in a suspicious way. App passwords and old protocols pass the second factor as a token does: attackers talk victims into creating one.',
  falsePositives: ['A mail program of the user signs in from a journey.'],
  triage: `#### What to look at

- **Which account**: \`user.email\`; from where: \`source.ip\`.
- **What the account allows**: app passwords, tokens of applications, recovery addresses, forwarding.
- **What came before**: a message that asks for a code or for an app password.

#### What to do

1. Speak with the user, and not by mail.
2. Delete app passwords, revoke tokens, reset the password, and enroll the account in the Advanced Protection Program.`,
  evasion: 'The intruder uses methods and addresses that Google does not attribute to an attacker.',
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/creative-phishing-academics-critics-of-russia',
  ],
  tests: {
    match: [{ sample: 'google-workspace/login-attack-warning' }],
    noMatch: [{ sample: 'google-workspace/login-success' }],
  },
})
