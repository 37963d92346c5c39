import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'rare-powerful-applications',
  title: 'Rare applications with powerful permissions',
  question: 'Which applications with high or critical permissions do one or two accounts use?',
  attack: ['T1671'],
  query: `FROM logs-*-consentry
| WHERE oauth.grant.tier IN ("high", "critical") AND oauth.app.first_party == false
| STATS accounts = COUNT_DISTINCT(user.email), events = COUNT(*), first = MIN(@timestamp), last = MAX(@timestamp), tiers = VALUES(oauth.grant.tier) BY service.id, service.name
| WHERE accounts <= 2
| SORT first DESC
| LIMIT 100`,
  kql: 'oauth.grant.tier: ("high" or "critical") and oauth.app.first_party: false',
  reading:
    'The newest applications come first. Look up each ID in the directory of the vendor: check applications with an unverified publisher, an unknown home tenant, or a name that imitates a product. A tool of one team is normal.',
})
