// Builders of Admin console changes: system-defined rules, Chrome extensions, trusted clients and delegations.
import type { RawRecord } from './campaign.ts'
import { admin } from './google-events.ts'
import { type App, activity, type Org, type Parts, text } from './google-layouts.ts'
import { parameters } from './google-parameters.ts'

/** An administrator turns a system-defined rule on or off, or changes its email recipients. */
export const systemRule = (
  org: Org,
  parts: Parts & { readonly rule: string; readonly status?: 'ON' | 'OFF'; readonly receivers?: string },
): RawRecord => {
  const { rule, status, receivers } = parts
  const policy = `policies/akajj264ao${text(org.random, 8)}`
  const before = status === 'OFF' ? 'ON' : 'OFF'
  const values = {
    SYSTEM_DEFINED_RULE_NAME: rule,
    SYSTEM_DEFINED_RULE_ACTION_STATUS_CHANGE: status
      ? `Status changed from ${before} to ${status}.`
      : 'Status unchanged.',
    SYSTEM_DEFINED_RULE_ACTION_SEVERITY_CHANGE: 'Severity unchanged.',
    SYSTEM_DEFINED_RULE_ACTION_RECEIVERS_CHANGE:
      receivers ?? 'Email notification status unchanged, receivers unchanged.',
  }
  const event = {
    type: 'SYSTEM_DEFINED_RULES',
    name: 'SYSTEM_DEFINED_RULE_UPDATED',
    parameters: parameters(values),
    resourceIds: [policy],
  }
  return {
    ...activity(org, { at: parts.at, application: 'admin', who: parts.who, from: parts.from, events: [event] }),
    resourceDetails: [
      {
        id: policy,
        title: rule,
        type: 'RULE',
        ownerDetails: { ownerType: 'CUSTOMER', ownerIdentity: [{ customerIdentity: { id: org.customerId.slice(1) } }] },
      },
    ],
  }
}

/** An administrator grants or revokes domain-wide delegation to a client. */
export const delegation = (org: Org, parts: Parts & { readonly app: App; readonly removed?: boolean }): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'DOMAIN_SETTINGS',
    name: parts.removed ? 'REMOVE_API_CLIENT_ACCESS' : 'AUTHORIZE_API_CLIENT_ACCESS',
    values: {
      DOMAIN_NAME: org.domain,
      API_CLIENT_NAME: parts.app.id,
      ...(parts.removed ? {} : { API_SCOPES: parts.app.scopes }),
    },
  })

/** An administrator trusts a client for one organizational unit. */
export const trust = (
  org: Org,
  parts: Parts & { readonly app: App; readonly kind: 'WEB_APPLICATION' | 'CHROME_EXTENSION'; readonly unit: string },
): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'SECURITY_SETTINGS',
    name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
    values: {
      OAUTH2_APP_ID: parts.app.id,
      OAUTH2_APP_NAME: parts.app.name,
      OAUTH2_APP_TYPE: parts.kind,
      ORG_UNIT_NAME: parts.unit,
    },
  })

interface Extension {
  /** The ID of the extension in the store, not of its OAuth client. */
  readonly id: string
  readonly name: string
}

/** Somebody requests a Chrome extension from the administrators. */
export const extensionRequest = (
  org: Org,
  parts: Parts & { readonly extension: Extension; readonly reason: string },
): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'chrome',
    who: parts.who,
    from: parts.from,
    events: [
      {
        type: 'EXTENSION_REQUEST_TYPE',
        name: 'EXTENSION_REQUEST',
        parameters: parameters({
          TIMESTAMP: parts.at,
          APP_ID: parts.extension.id,
          APP_NAME: parts.extension.name,
          USER_JUSTIFICATION: parts.reason,
          ORG_UNIT_NAME: parts.who.unit,
          CHROME_ORG_UNIT_ID: text(org.random, 14),
        }),
      },
    ],
  })

/** An administrator changes one setting of an extension for an organizational unit, for example to install it for all its users. */
export const extensionPolicy = (
  org: Org,
  parts: Parts & {
    readonly extension: Extension
    readonly unit: string
    readonly setting: string
    readonly before: string
    readonly after: string
  },
): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'CHROME_OS_SETTINGS',
    name: 'CHANGE_CHROME_OS_APPLICATION_SETTING',
    values: {
      APP_ID: parts.extension.id,
      CHROME_OS_SESSION_TYPE: 'User',
      SETTING_NAME: parts.setting,
      OLD_VALUE: parts.before,
      NEW_VALUE: parts.after,
      ORG_UNIT_NAME: parts.unit,
    },
  })
