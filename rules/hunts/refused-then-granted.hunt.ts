import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'refused-then-granted',
  title: 'Refused, then granted',
  question: 'Which applications received a consent after a refused one?',
  attack: ['T1671', 'T1528'],
  query: `FROM logs-*-consentry
| WHERE oauth.action IN ("consent", "consent_block", "consent_request", "delegated_grant")
| EVAL blocked = CASE(oauth.action == "consent_block" OR event.outcome == "failure", @timestamp, null), granted = CASE(oauth.action IN ("consent", "delegated_grant") AND event.outcome == "success", @timestamp, null)
| STATS refused = MIN(blocked), given = MAX(granted), accounts = VALUES(user.email), tiers = VALUES(oauth.grant.tier) BY service.id, service.name
| WHERE given > refused
| SORT given DESC
| LIMIT 100`,
  kql: 'oauth.action: ("consent" or "consent_block" or "consent_request" or "delegated_grant")',
  reading:
    'An administrator who approves a user’s blocked request follows the process. A consent by another account minutes later, or after a policy was weakened in between, does not.',
})
