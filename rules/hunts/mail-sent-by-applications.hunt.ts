import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'mail-sent-by-applications',
  title: 'Mail sent by applications',
  question: 'Which applications send mail, and for how many accounts?',
  attack: ['T1671', 'T1534'],
  query: `FROM logs-*-consentry
| WHERE oauth.action == "app_use" AND oauth.activity.kind == "mail" AND oauth.activity.access == "send"
| STATS messages = SUM(oauth.activity.items), events = COUNT(*), accounts = COUNT_DISTINCT(user.email), first = MIN(@timestamp), last = MAX(@timestamp) BY service.id, service.name
| SORT first DESC
| LIMIT 100`,
  kql: 'oauth.action: "app_use" and oauth.activity.kind: "mail" and oauth.activity.access: "send"',
  reading:
    'The newest sender comes first. A ticket system or a signature tool sends from one account or from all accounts. Read a message of each application that began this week and sends for two or three people.',
})
