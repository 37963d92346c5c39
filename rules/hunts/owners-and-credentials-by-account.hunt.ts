import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'owners-and-credentials-by-account',
  title: 'Accounts that change several applications',
  question: 'Which accounts added credentials, owners or redirect URIs to several applications?',
  attack: ['T1098.001', 'T1671'],
  query: `FROM logs-*-consentry
| WHERE oauth.action IN ("credential_add", "owner_add", "redirect_change") AND event.outcome == "success"
| STATS applications = COUNT_DISTINCT(service.id), names = VALUES(service.name), actions = VALUES(oauth.action), addresses = VALUES(source.ip), last = MAX(@timestamp) BY user.email
| WHERE applications >= 2
| SORT applications DESC
| LIMIT 100`,
  kql: 'oauth.action: ("credential_add" or "owner_add" or "redirect_change") and event.outcome: "success"',
  reading:
    'A developer changes the applications of one team; a pipeline rotates keys on a schedule. Compare addresses and times with the earlier activity of the account.',
})
