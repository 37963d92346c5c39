// Builders of sign-ins at services that trust Google as the identity provider: the SAML log.
import type { RawRecord } from './campaign.ts'
import { workMoment } from './google-background.ts'
import { activity, type Org, type Parts } from './google-layouts.ts'
import { parameters } from './google-parameters.ts'

/** A person opens a service of the company with the Google account. */
export const samlService = (
  org: Org,
  parts: Parts & { readonly service: string; readonly startedBy?: 'idp' | 'sp' },
): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'saml',
    who: parts.who,
    from: parts.from,
    events: [
      {
        type: 'login',
        name: 'login_success',
        parameters: parameters({
          application_name: parts.service,
          initiated_by: parts.startedBy ?? 'sp',
          orgunit_path: `/${parts.who.unit}`,
          saml_status_code: 'SUCCESS_URI',
        }),
      },
    ],
  })

/** `count` ordinary sign-ins at these services, from the office and from home. */
export const samlDays = (
  org: Org,
  parts: {
    readonly until: number
    readonly days: number
    readonly count: number
    readonly services: readonly string[]
  },
): RawRecord[] =>
  Array.from({ length: parts.count }, () => {
    const who = org.random.pick(org.people)
    return samlService(org, {
      at: workMoment(org, parts.until, parts.days),
      who,
      from: org.random.integer(1, 3) === 1 ? who.home : org.office,
      service: org.random.pick(parts.services),
    })
  })
