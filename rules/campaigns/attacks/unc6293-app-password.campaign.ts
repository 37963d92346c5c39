// A researcher is talked into an app password and hands it to the people on the other end.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin } from '../google-events.ts'
import { governmentWarning, lessSecureAlert, lessSecureLogin, riskyAction } from '../google-grants.ts'
import { DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'UNC6293: app password for a false State Department platform gives lasting mailbox access',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/creative-phishing-academics-critics-of-russia',
    'https://citizenlab.ca/2025/06/russian-government-linked-social-engineering-targets-app-specific-passwords/',
    'https://hackerpranks.com/blog/3366',
  ],
  facts: [
    'The attackers wrote slowly and politely for weeks, as officials of the State Department with colleagues in copy.',
    'A guide told the target to make an app password, said to be a key for a secure guest platform.',
    'The target sent the sixteen letters to the attackers, who set up a mail program with them.',
    'An app password passes the second factor, so the mailbox stayed open from residential proxies and rented servers.',
    'Google later found the access and warned the targets of attackers with government backing.',
  ],
  build: (random) => {
    const org = organization(random, 'eastlens-institute.example', 12)
    const proxy = network('203.0.113.230', 64733, 'US', 'US-TX')
    const server = network('203.0.113.233', 64734, 'US', 'US-FL')
    const who = person(org, 4)
    const start = time('2026-06-04T13:26:00Z')
    const end = start + 11 * DAY
    const quietDays = background(org, { until: end, days: 85, records: 200 })
    const made = riskyAction(org, { at: start, who, from: who.home, action: 'Create app password' })
    const logins = [start + 5 * HOUR, start + 2 * DAY, start + 6 * DAY + 3 * HOUR].map((at, index) => ({
      at,
      from: index === 1 ? server : proxy,
    }))
    const warnings = logins.map(({ at, from }) => lessSecureLogin(org, { at: at + 2 * MINUTE, who, from }))
    const alerts = logins.slice(0, 1).map(({ at, from }) => lessSecureAlert(org, { at: at + 2 * MINUTE, who, from }))
    const backed = governmentWarning(org, { at: start + 9 * DAY, who })
    const answer = (minutes: number, name: string) =>
      admin(org, {
        at: start + 9 * DAY + 70 * MINUTE + minutes * MINUTE,
        who: org.admin,
        type: 'USER_SETTINGS',
        name,
        values: { USER_EMAIL: who.email },
      })
    const response = [answer(0, 'REVOKE_ASP'), answer(3, 'CHANGE_PASSWORD'), answer(5, 'RESET_SIGNIN_COOKIES')]
    return {
      records: timeline(quietDays.records, [made], warnings, alerts, [backed], response),
      firstHostile: idOf(made),
      dataLeft: [],
      required: [
        { act: 'A program signs in with a password alone', ids: ids(warnings, alerts), minimum: 'medium' },
        { act: 'Google warns of attackers with government backing', ids: [idOf(backed)], minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
