import {
  at,
  idOf,
  idsOf,
  nth,
  ordered,
  type Person,
  type Place,
  people,
  Workspace,
  workdays,
} from '../breach-layouts.ts'
import { attackCampaign } from '../campaign.ts'

const office: Place = { ip: '81.174.160.9', asn: 6871, country: 'GB', city: 'Hull' }
const server: Place = { ip: '194.87.232.70', asn: 210644, country: 'FI', city: 'Helsinki' }
const scopes = ['gmail.modify', 'gmail.settings.basic', 'drive', 'contacts.readonly', 'openid']

export default attackCampaign({
  title: 'An administrator approves the timecard application that a lure made the staff ask for',
  sources: [
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://cyberz.pro/blog/2026/06/04/shadow-ai-oauth-google-workspace-audit/',
  ],
  facts: [
    'The attack begins with a consent screen for an application that looks useful, without malware and without a false login page.',
    'The application harvests credentials and documents through the interface of Drive, and mail through that of Gmail.',
    'A grant stays valid until the user or an administrator ends it.',
    'A tenant that restricts unknown applications collects requests of the users, and the administrator decides.',
  ],
  build: (random) => {
    const workspace = new Workspace(random)
    const domain = 'humberside-builders.example'
    const staff = people(
      random,
      domain,
      'adam beth colin dawn ed fay greg holly ian jess ken liz mike nina owen pam ray sue tim una',
    )
    const admin = nth(staff, 0)
    const timecards = workspace.client('Timecard Sync for Workspace')
    const signature = workspace.client('Lumin PDF')
    const unit = { OAUTH2_APP_TYPE: 'WEB_APPLICATION', ORG_UNIT_NAME: 'Humberside Builders' }
    const asked = { app_request_info: 'APP_REQUEST_TYPE_INDIVIDUAL' }
    const drafters = staff.slice(12, 17)
    const pdf = ['drive.file', 'userinfo.email', 'openid']
    const background = ordered(
      workspace.office(staff, '2026-03-02', 85, office),
      drafters.flatMap((who, i) => [
        workspace.grant(at('2026-03-03T09:00:00Z', i), 'request', who, office, signature, pdf, {
          ...asked,
          requester_email: who.upn,
        }),
        workspace.grant(at('2026-03-03T13:30:00Z', i * 8), 'authorize', who, office, signature, pdf),
      ]),
      workdays('2026-03-04', 80).flatMap((date) =>
        drafters.map((who) =>
          workspace.call(
            at(`${date}T08:00:00Z`, random.number() * 500),
            who,
            { ...server, ip: '13.41.20.88', asn: 16509, country: 'GB' },
            signature,
            'drive.files.get',
            41_000,
          ),
        ),
      ),
    )

    // Nine people click on the letter of the wages office, are refused, and ask for access.
    const callers = [3, 4, 6, 7, 9, 10, 11, 17, 18].map((index) => nth(staff, index))
    const refused = callers.map((who, i) =>
      workspace.grant(at('2026-05-11T07:05:00Z', i * 9), 'deny', who, office, timecards, scopes, {
        rejection_type: 'SCOPE_BLOCK',
      }),
    )
    const requests = callers.map((who, i) =>
      workspace.grant(at('2026-05-11T07:06:00Z', i * 9), 'request', who, office, timecards, scopes, {
        ...asked,
        requester_email: who.upn,
      }),
    )
    const trust = workspace.admin(
      at('2026-05-11T10:12:00Z'),
      admin,
      office,
      'SECURITY_SETTINGS',
      'ADD_TO_TRUSTED_OAUTH2_APPS',
      {
        OAUTH2_APP_ID: timecards.id,
        OAUTH2_APP_NAME: timecards.name,
        ...unit,
      },
    )
    const wave = callers.map((who, i) =>
      workspace.grant(at('2026-05-11T10:40:00Z', i * 17), 'authorize', who, office, timecards, scopes),
    )
    const get = 'gmail.users.messages.get'
    const reads = ['gmail.users.messages.list', ...Array.from({ length: 11 }, () => get)]
    const exports = Array.from({ length: 8 }, () => 'drive.files.export')
    const mail = workspace.calls('2026-05-11T20:00:00Z', callers, 14, server, timecards, reads)
    const files = workspace.calls('2026-05-12T00:10:00Z', callers, 9, server, timecards, exports)
    const filter = ['gmail.users.settings.filters.create']
    const filters = workspace.calls('2026-05-13T21:15:00Z', callers.slice(0, 4), 3, server, timecards, filter)
    const letters = Array.from({ length: 16 }, () => 'gmail.users.messages.send')
    const sent = workspace.calls('2026-05-14T06:50:00Z', callers.slice(0, 2), 40, server, timecards, letters)

    // A customer calls; the administrator changes passwords and ends six of nine grants.
    const undo = (who: Person, minutes: number, name: string, more = {}) =>
      workspace.admin(at('2026-05-15T11:00:00Z', minutes), admin, office, 'USER_SETTINGS', name, {
        USER_EMAIL: who.upn,
        ...more,
      })
    const response = callers
      .slice(0, 6)
      .flatMap((who, i) => [
        undo(who, i * 3, 'CHANGE_PASSWORD'),
        undo(who, i * 3 + 1, 'REVOKE_3LO_TOKEN', { APP_ID: timecards.id }),
      ])
    const later = workspace.calls('2026-05-18T22:20:00Z', callers.slice(6), 15, server, timecards, reads)
    return {
      records: ordered(background, refused, requests, [trust], wave, mail, files, filters, sent, response, later),
      firstHostile: idOf(nth(refused, 0)),
      dataLeft: idsOf([...mail, ...files, ...later]),
      required: [
        {
          act: 'trust of an application for the company hours after it was refused',
          ids: [idOf(trust)],
          minimum: 'medium',
        },
        { act: 'nine grants of mail, settings and Drive in a morning', ids: idsOf(wave), minimum: 'medium' },
        {
          act: 'the application reads the mail and exports the files of nine people',
          ids: idsOf([...mail, ...files]),
          minimum: 'medium',
        },
        {
          act: 'the application makes filters and sends letters as the staff',
          ids: idsOf([...filters, ...sent]),
          minimum: 'high',
        },
        { act: 'the application reads on where its grant was not ended', ids: idsOf(later), minimum: 'medium' },
      ],
      quiet: idsOf(background),
    }
  },
})
