import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'sign-ins-without-a-browser',
  title: 'Libraries and scripts behind applications',
  question: 'Which script user agents appear with which applications?',
  attack: ['T1671', 'T1528'],
  query: `FROM logs-*-consentry
| WHERE oauth.action IN ("app_use", "app_sign_in") AND TO_LOWER(user_agent.original) RLIKE ".*(python|go-http|curl|okhttp|axios|powershell|postman|java/).*"
| STATS events = COUNT(*), accounts = COUNT_DISTINCT(user.email), applications = VALUES(service.name), first = MIN(@timestamp), last = MAX(@timestamp) BY user_agent.original
| SORT first DESC
| LIMIT 100`,
  kql: 'oauth.action: ("app_use" or "app_sign_in") and user_agent.original: (*python* or *curl* or *axios* or *PowerShell* or *Postman*)',
  reading:
    'Integrations use libraries every day. Look for a library that appears with a Microsoft or Google client for the first time, and for one that is active for several people.',
})
