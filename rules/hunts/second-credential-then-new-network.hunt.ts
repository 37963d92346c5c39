import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'second-credential-then-new-network',
  title: 'Second credential, then a new network',
  question: 'Which applications received another credential and were then used from a new network?',
  attack: ['T1098.001', 'T1671'],
  query: `FROM logs-*-consentry
| WHERE oauth.action == "credential_add" OR oauth.activity.network_new == true
| EVAL added = CASE(oauth.action == "credential_add", @timestamp, null), moved = CASE(oauth.activity.network_new == true, @timestamp, null)
| STATS credential = MAX(added), network = MAX(moved), addresses = VALUES(source.ip), accounts = VALUES(user.email) BY service.id, service.name
| WHERE network > credential
| EVAL hours = DATE_DIFF("hours", credential, network)
| SORT hours ASC
| LIMIT 100`,
  kql: 'oauth.action: "credential_add" or oauth.activity.network_new: true',
  reading:
    'A shorter interval is more suspicious. Ask the account that added the credential where the new one is stored. A move to another host explains the network, but rarely both events.',
})
