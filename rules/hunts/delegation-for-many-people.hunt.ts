import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'delegation-for-many-people',
  title: 'Domain-wide delegation in use',
  question: 'Which Google service accounts act on behalf of how many people, and with which methods?',
  attack: ['T1671', 'T1550.001'],
  query: `FROM logs-google_workspace.*-consentry
| WHERE oauth.action == "app_use" AND oauth.app.kind == "service_account"
| STATS people = COUNT_DISTINCT(user.email), methods = VALUES(oauth.activity.method), addresses = VALUES(source.ip), first = MIN(@timestamp), last = MAX(@timestamp) BY service.id, service.name
| SORT people DESC
| LIMIT 100`,
  kql: 'oauth.action: "app_use" and oauth.app.kind: "service_account"',
  reading:
    'Compare the list with the delegations in the Admin console (Security, API controls). A service account that acts for one or two executives needs as much attention as one that acts for all users.',
})
