import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'grants-of-ended-accounts',
  title: 'Grants of disabled and deleted accounts in use',
  question: 'Which applications are still active for accounts that are disabled, suspended or deleted?',
  attack: ['T1671', 'T1550.001'],
  query: `FROM logs-*-consentry
| WHERE oauth.action IN ("app_use", "app_sign_in") AND oauth.account.status IN ("disabled", "suspended", "archived", "deleted")
| STATS events = COUNT(*), last = MAX(@timestamp), kinds = VALUES(oauth.activity.kind), addresses = VALUES(source.ip) BY service.id, service.name, oauth.account.name, oauth.account.status
| SORT last DESC
| LIMIT 100`,
  kql: 'oauth.action: ("app_use" or "app_sign_in") and oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")',
  reading:
    'Each row is access that outlived its account. Revoke the grant of that account. If a backup or an archive needs this access, approve it in the environment file.',
})
