import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'drift-of-scopes',
  title: 'Applications that gain permissions step by step',
  question: 'Which applications received permissions in several steps, and how far apart?',
  attack: ['T1671', 'T1098.003'],
  query: `FROM logs-*-consentry
| WHERE oauth.grant.scopes_added IS NOT NULL AND event.outcome == "success" AND oauth.app.first_party == false
| STATS steps = COUNT_DISTINCT(oauth.act.bundle), added = VALUES(oauth.grant.scopes_added), tiers = VALUES(oauth.grant.tier_added), first = MIN(@timestamp), last = MAX(@timestamp) BY service.id, service.name
| EVAL days = DATE_DIFF("days", first, last)
| WHERE steps >= 3 AND days >= 1
| SORT steps DESC
| LIMIT 100`,
  kql: 'oauth.grant.scopes_added: * and event.outcome: "success" and oauth.app.first_party: false',
  reading:
    'An application of your organization gains permissions with its features. A third-party application that requests a few permissions each week avoids the review that the whole list would have caused.',
})
