// Builders of Gmail rules that an administrator makes for everybody, and of the messages that such a rule copies.
import type { RawRecord } from './campaign.ts'
import { admin } from './google-events.ts'
import { activity, type Network, type Org, type Person } from './google-layouts.ts'
import { parameters } from './google-parameters.ts'

interface RuleParts {
  readonly at: number
  readonly who: Person
  readonly from?: Network | null | undefined
  readonly act: 'CREATE' | 'CHANGE' | 'DELETE'
  /** The name that the administrator gave to the rule. */
  readonly label: string
  readonly unit?: string
}

/** A rule of content compliance, a footer or a route: the log has its kind and its name alone. */
export const mailRule = (org: Org, parts: RuleParts): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'EMAIL_SETTINGS',
    name: `${parts.act}_GMAIL_SETTING`,
    values: {
      SETTING_NAME: 'MESSAGE_SECURITY_RULE',
      USER_DEFINED_SETTING_NAME: parts.label,
      ORG_UNIT_NAME: parts.unit ?? org.domain,
    },
  })

interface DeliveryParts {
  readonly at: number
  readonly who: Person
  /** 1: sent; 2: received. */
  readonly kind: 1 | 2
  readonly sender: string
  readonly subject: string
  readonly to: readonly { readonly address: string; readonly service: string }[]
  /** The rule that acted on the message. */
  readonly rule?: string
}

/** One message of the Gmail log with all of its destinations. */
export const delivery = (org: Org, parts: DeliveryParts): RawRecord => {
  const { at, who, kind, sender, subject, to, rule } = parts
  return activity(org, {
    at,
    application: 'gmail',
    who,
    from: null,
    events: [
      {
        type: 'delivery_type',
        name: 'delivery',
        parameters: [
          {
            name: 'event_info',
            messageValue: {
              parameter: parameters({
                mail_event_type: kind,
                timestamp_usec: at * 1000,
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
                  subject,
                  rfc2822_message_id: `<${org.random.uuid()}@mail.${sender.split('@')[1] ?? org.domain}>`,
                  is_spam: false,
                  num_message_attachments: org.random.integer(0, 2),
                  payload_size: org.random.integer(6_000, 90_000),
                }),
                {
                  name: 'source',
                  messageValue: { parameter: parameters({ address: sender, from_header_address: sender }) },
                },
                { name: 'destination', multiMessageValue: to.map((one) => ({ parameter: parameters({ ...one }) })) },
                ...(rule === undefined
                  ? []
                  : [
                      {
                        name: 'triggered_rule_info',
                        multiMessageValue: [
                          { parameter: parameters({ rule_name: rule, policy_holder_address: org.domain }) },
                        ],
                      },
                    ]),
              ],
            },
          },
        ],
      },
    ],
  })
}
