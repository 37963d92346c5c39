import { at, idsOf, nth, ordered, type Place, people, Workspace, workdays } from '../breach-layouts.ts'
import { benignWork } from '../campaign.ts'

const house: Place = { ip: '80.109.6.77', asn: 8412, country: 'AT', city: 'Graz' }
const cloud: Place = { ip: '18.197.40.3', asn: 16509, country: 'DE', city: 'Frankfurt' }
const tools: readonly (readonly [name: string, scopes: readonly string[], method: string])[] = [
  ['Doodle', ['calendar.events', 'userinfo.email', 'openid'], 'calendar.events.insert'],
  ['Yet Another Mail Merge', ['gmail.send', 'spreadsheets', 'userinfo.email'], 'gmail.users.messages.send'],
  ['Lumin PDF', ['drive', 'userinfo.email', 'openid'], 'drive.files.get'],
  ['Dropbox Sign', ['drive.file', 'contacts.readonly', 'openid'], 'drive.files.create'],
]

export default benignWork({
  title: 'The staff of a theatre ask for tools, and the administrator trusts them once a week',
  sources: [
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://cyberz.pro/blog/2026/06/04/shadow-ai-oauth-google-workspace-audit/',
  ],
  resembles:
    'An unknown application is refused, several people ask for it, an administrator trusts it for the whole organization, and the people grant it mail and files in the same hours.',
  accounts: 18,
  days: 142,
  allowed: 'medium',
  build: (random) => {
    const workspace = new Workspace(random)
    const staff = people(
      random,
      'murtheater.example',
      'agnes berta caro daniel eva felix gabi hans ida jonas kathi leo maja nico ona paul resi sepp',
    )
    const admin = nth(staff, 0)
    const work = tools.flatMap(([name, scopes, method], t) => {
      const client = workspace.client(name)
      const [first] = workdays(`2026-0${2 + t}-09`, 9)
      const callers = staff.slice(2 + t * 3, 8 + t * 3)
      const asked = { app_request_info: 'APP_REQUEST_TYPE_INDIVIDUAL' }
      const trust = workspace.admin(
        at(`${first}T15:00:00Z`),
        admin,
        house,
        'SECURITY_SETTINGS',
        'ADD_TO_TRUSTED_OAUTH2_APPS',
        {
          OAUTH2_APP_ID: client.id,
          OAUTH2_APP_NAME: client.name,
          OAUTH2_APP_TYPE: 'WEB_APPLICATION',
          ORG_UNIT_NAME: 'Murtheater',
        },
      )
      return [
        trust,
        ...callers.flatMap((who, i) => [
          workspace.grant(at(`${first}T08:10:00Z`, i * 33), 'deny', who, house, client, scopes, {
            rejection_type: 'SCOPE_BLOCK',
          }),
          workspace.grant(at(`${first}T08:12:00Z`, i * 33), 'request', who, house, client, scopes, {
            ...asked,
            requester_email: who.upn,
          }),
          workspace.grant(at(`${first}T15:20:00Z`, i * 24), 'authorize', who, house, client, scopes),
        ]),
        ...workdays(`2026-0${2 + t}-16`, 40).flatMap((date) =>
          callers
            .filter(() => random.number() < 0.5)
            .map((who) =>
              workspace.call(
                at(`${date}T09:00:00Z`, random.number() * 500),
                who,
                cloud,
                client,
                method,
                random.integer(500, 40_000),
              ),
            ),
        ),
      ]
    })
    return { records: ordered(workspace.office(staff, '2026-02-02', 142, house), work), ids: idsOf(work) }
  },
})
