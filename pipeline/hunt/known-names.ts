// Names in alerts: records of Microsoft Graph contain only the IDs of accounts and applications; other records contain the names.
import type { Alert } from '../../rules/lib/alert.ts'
import { applicationInWords } from '../../rules/lib/reason.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { accountNames, appNames } from '../review/account-names.ts'

const ids = /(the application )?\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi

/** Returns a function that replaces IDs in an alert with the names in the entity store at the time of the alert. */
export function nameAlerts(store: InMemoryStore): (alert: Alert) => Alert {
  return (alert) => {
    const { organization, oauth } = alert
    const tenant = organization?.id ?? ''
    const now = Date.parse(alert['@timestamp'])
    const [nameOfAccount, nameOfApp] = [accountNames(store, now), appNames(store, now)]
    const nameOf = (id: string, isApp: boolean) => {
      const name = isApp ? nameOfApp(tenant, id.toLowerCase()) : nameOfAccount(tenant, id.toLowerCase())
      return name === id.toLowerCase() ? undefined : name
    }
    const reason = alert.reason.replace(ids, (text, isApp: string | undefined, id: string) => {
      const name = nameOf(id, isApp !== undefined)
      if (name === undefined) return text
      return isApp === undefined ? name : applicationInWords(id, name)
    })
    if (reason === alert.reason) return alert
    const { account } = oauth ?? {}
    const ofAccount = account?.id === undefined || account.name !== undefined ? undefined : nameOf(account.id, false)
    return {
      ...alert,
      reason,
      ...(ofAccount !== undefined && { oauth: { ...oauth, account: { ...account, name: ofAccount } } }),
    }
  }
}
