import { at, idOf, idsOf, nth, ordered, type Place, people, Workspace, workdays } from '../breach-layouts.ts'
import { attackCampaign } from '../campaign.ts'

const office: Place = { ip: '62.97.210.4', asn: 2116, country: 'NO', city: 'Bergen' }
const relay: Place = { ip: '193.32.249.140', asn: 39351, country: 'SE', city: 'Malmo' }
const server: Place = { ip: '89.187.178.56', asn: 60068, country: 'GB', city: 'London' }
const directory = ['admin.directory.user', 'admin.directory.user.alias', 'userinfo.email', 'openid']
const gmail = ['gmail.modify', 'userinfo.email', 'openid']

export default attackCampaign({
  title: 'An application adds hidden second addresses to thirty accounts in one night',
  sources: [
    'https://runtimeforge.io/writing/when-30-accounts-picked-up-hidden-email-aliases/',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/admin-user-settings',
  ],
  facts: [
    'About thirty accounts of a Workspace tenant had second addresses that nobody had ordered.',
    'The list of users in the console does not show the addresses; each account must be opened.',
    'The addresses were added in one night and stayed for a week.',
    'The clean-up removed the addresses with the same interface, and came before all grants were known.',
  ],
  build: (random) => {
    const workspace = new Workspace(random)
    const domain = 'fjordkraft-rederi.example'
    const names = Array.from({ length: 34 }, (_, i) => `crew${String(i + 1).padStart(2, '0')}`).join(' ')
    const [admin, helper] = [nth(people(random, domain, 'signe'), 0), nth(people(random, domain, 'torbjorn'), 0)]
    const crew = people(random, domain, names)
    const toolkit = workspace.client('Directory Toolkit')
    const crm = workspace.client('Pipedrive')
    const sellers = crew.slice(20, 27)
    const background = ordered(
      workspace.office([admin, helper, ...crew.slice(18)], '2026-02-02', 78, office),
      sellers.map((who, i) =>
        workspace.grant(at('2026-02-04T09:00:00Z', i * 9), 'authorize', who, office, crm, [
          'calendar.events',
          'openid',
        ]),
      ),
      workdays('2026-02-05', 74).flatMap((date) =>
        sellers.map((who) =>
          workspace.call(
            at(`${date}T06:00:00Z`, random.number() * 600),
            who,
            { ...server, ip: '34.240.7.19', asn: 16509, country: 'IE' },
            crm,
            'calendar.events.list',
            2100,
          ),
        ),
      ),
      workdays('2026-02-09', 70)
        .filter((_, i) => i % 6 === 0)
        .map((date, i) =>
          workspace.admin(at(`${date}T10:00:00Z`, i), helper, office, 'USER_SETTINGS', 'ADD_NICKNAME', {
            USER_EMAIL: nth(crew, i).upn,
            USER_NICKNAME: `deck${i + 1}@${domain}`,
          }),
        ),
    )

    // Three seafarers grant the client first; then a session of the administrator is taken over.
    const mates = [nth(crew, 3), nth(crew, 11), nth(crew, 29)]
    const early = mates.map((who, i) =>
      workspace.grant(at('2026-04-08T19:20:00Z', i * 130), 'authorize', who, office, toolkit, gmail),
    )
    const entry = workspace.login(at('2026-04-09T22:31:00Z'), admin, relay, true)
    const grant = workspace.grant(at('2026-04-09T22:36:20Z'), 'authorize', admin, relay, toolkit, directory)
    const list = [0, 1].map((i) =>
      workspace.call(at('2026-04-09T22:40:00Z', i), admin, server, toolkit, 'directory.users.list', 91_000),
    )
    const marks = crew.slice(0, 30).map((who) => ({
      USER_EMAIL: who.upn,
      USER_NICKNAME: `${who.upn.split('@')[0]}.${random.uuid().slice(0, 6)}@${domain}`,
    }))
    const aliases = marks.flatMap((mark, i) => {
      const time = at('2026-04-09T22:44:00Z', i * 0.9)
      return [
        workspace.admin(time, admin, server, 'USER_SETTINGS', 'ADD_NICKNAME', mark),
        workspace.call(time, admin, server, toolkit, 'directory.users.aliases.insert', 410),
      ]
    })
    const get = 'gmail.users.messages.get'
    const reads = ['gmail.users.messages.list', ...Array.from({ length: 29 }, () => get)]
    const mail = workspace.calls('2026-04-10T01:00:00Z', mates, 45, server, toolkit, reads)
    const bin = Array.from({ length: 4 }, () => 'gmail.users.messages.trash')
    const trash = workspace.calls('2026-04-11T02:00:00Z', mates, 20, server, toolkit, bin)

    // The clean-up comes a week later, takes the addresses and the administrator's grant, and forgets the seafarers.
    const undo = (time: string, name: string, more = {}) =>
      workspace.admin(at(time), helper, office, 'USER_SETTINGS', name, { USER_EMAIL: admin.upn, ...more })
    const response = [
      undo('2026-04-16T08:05:00Z', 'CHANGE_PASSWORD'),
      undo('2026-04-16T08:06:00Z', 'RESET_SIGNIN_COOKIES'),
      undo('2026-04-16T08:09:00Z', 'REVOKE_3LO_TOKEN', { APP_ID: toolkit.id }),
      ...marks.map((mark, i) =>
        workspace.admin(at('2026-04-16T08:30:00Z', i * 0.2), helper, office, 'USER_SETTINGS', 'REMOVE_NICKNAME', mark),
      ),
    ]
    const later = workspace.calls('2026-04-17T23:30:00Z', mates, 1440, server, toolkit, reads.slice(0, 12))
    return {
      records: ordered(background, early, [entry, grant], list, aliases, mail, trash, response, later),
      firstHostile: idOf(nth(early, 0)),
      dataLeft: idsOf([...list, ...mail, ...later]),
      required: [
        {
          act: 'an administrator gives a strange client the directory from a suspicious session',
          ids: idsOf([entry, grant]),
          minimum: 'high',
        },
        { act: 'thirty second addresses in half an hour', ids: idsOf(aliases), minimum: 'medium' },
        { act: 'the client reads the mail of three people', ids: idsOf([...mail, ...trash]), minimum: 'medium' },
        { act: 'the client reads on after its grant of the administrator ended', ids: idsOf(later), minimum: 'medium' },
      ],
      quiet: idsOf(background),
    }
  },
})
