// Builders of licence changes, of the Gmail log, of a sign-in without second step, and of an organization that uses both vendors.
import type { RawRecord } from './campaign.ts'
import { type App, activity, type Network, network, type Org, organization, type Person } from './google-layouts.ts'
import { parameters } from './google-parameters.ts'
import type { Tenant } from './microsoft-tenant.ts'
import type { Random } from './random.ts'

/** The people of a Microsoft tenant as people of its Google organization. */
export const orgOf = (random: Random, tenant: Tenant): Org => {
  const plain = organization(random, tenant.domain, tenant.people.length)
  const people = plain.people.map((one, index): Person => {
    const twin = tenant.people[index] ?? tenant.admin
    return { ...one, email: twin.upn, name: twin.name, home: network(twin.ip, 64510, 'DE', 'DE-HE') }
  })
  return { ...plain, people, admin: people[0] ?? plain.admin }
}

interface LicenceParts {
  readonly at: number
  readonly by: Person
  readonly from: Network
  readonly target: Person
  /** The client that made the change for the administrator; the console without one. */
  readonly through?: App
}

/** A paid licence is taken away, or given. */
export const licence = (org: Org, name: 'USER_LICENSE_REVOKE' | 'USER_LICENSE_ASSIGNMENT', parts: LicenceParts) =>
  activity(org, {
    at: parts.at,
    application: 'admin',
    who: parts.by,
    from: parts.from,
    through: parts.through,
    events: [
      {
        type: 'LICENSES_SETTINGS',
        name,
        parameters: parameters({
          USER_EMAIL: parts.target.email,
          PRODUCT_NAME: 'Google Workspace',
          [name === 'USER_LICENSE_REVOKE' ? 'OLD_VALUE' : 'NEW_VALUE']: 'Google Workspace Enterprise Plus',
        }),
      },
    ],
  })

/** A login with the password alone. */
export const passwordSignIn = (
  org: Org,
  parts: { readonly at: number; readonly who: Person; readonly from: Network },
): RawRecord =>
  activity(org, {
    ...parts,
    application: 'login',
    events: [
      {
        type: 'login',
        name: 'login_success',
        parameters: parameters({
          login_type: 'google_password',
          login_challenge_method: ['password'],
          is_suspicious: false,
          is_second_factor: false,
        }),
      },
    ],
  })

interface MailParts {
  readonly at: number
  readonly who: Person
  /** 2: received; 15: a link in the message was opened. */
  readonly kind: 2 | 15
  readonly sender: string
  readonly display: string
  readonly subject: string
  readonly messageId: string
  readonly links: readonly string[]
}

/** One event of a message in the Gmail log. */
export const mailEvent = (org: Org, parts: MailParts): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'gmail',
    who: parts.who,
    from: parts.kind === 2 ? null : parts.who.home,
    events: [
      {
        type: 'delivery_type',
        name: 'delivery',
        parameters: [
          {
            name: 'event_info',
            messageValue: {
              parameter: parameters({
                mail_event_type: parts.kind,
                timestamp_usec: parts.at * 1000,
                elapsed_time_usec: org.random.integer(90_000, 900_000),
                success: true,
              }),
            },
          },
          {
            name: 'message_info',
            messageValue: {
              parameter: [
                ...parameters({
                  subject: parts.subject,
                  rfc2822_message_id: parts.messageId,
                  is_spam: false,
                  link_domain: parts.links,
                  num_message_attachments: 0,
                  payload_size: org.random.integer(9_000, 30_000),
                }),
                {
                  name: 'source',
                  messageValue: {
                    parameter: parameters({
                      address: parts.sender,
                      from_header_address: parts.sender,
                      from_header_displayname: parts.display,
                    }),
                  },
                },
                {
                  name: 'destination',
                  multiMessageValue: [{ parameter: parameters({ address: parts.who.email, service: 'gmail-ui' }) }],
                },
              ],
            },
          },
        ],
      },
    ],
  })
