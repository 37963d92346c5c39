import { Entra, officeDays } from '../breach-entra.ts'
import { at, idOf, idsOf, nth, ordered, type Place, people, workdays } from '../breach-layouts.ts'
import { Tenant } from '../breach-unified.ts'
import { attackCampaign } from '../campaign.ts'

const school: Place = { ip: '193.190.64.12', asn: 2611, country: 'BE', city: 'Gent' }
const server = '5.181.159.70'
const second = '5.181.159.112'
const scopes = 'Calendars.ReadWrite Mail.Read Mail.Send People.Read offline_access openid profile'

export default attackCampaign({
  title: 'An application writes its own lure into the calendars of a school',
  sources: [
    'https://nhimg.org/articles/calendar-invite-phishing-exposes-outlooks-trust-gap-in-microsoft-365/',
    'https://nhimg.org/articles/microsoft-teams-oauth-phishing-turns-meeting-trust-into-cloud-access/',
    'https://fyntralink.com/en/blog/calphishing-eviltokens-m365-calendar-invite-mfa-bypass-saudi-financial-2026/',
  ],
  facts: [
    'The lure is an entry in the Outlook calendar, and stays after the mail that carried it is removed.',
    'The link leads through the login page of Microsoft to a consent, not to a false password page.',
    'The grant asks for continuous access with offline_access and survives the change of the password.',
    'Follow-up invitations come from compromised accounts of the same organization.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'sint-amand-college.example')
    const entra = new Entra(tenant)
    const staff = people(
      random,
      tenant.domain,
      'an bert cato dries els frank greet hugo ine jan katrien luc mieke nele otto piet riet sofie',
    )
    const admin = nth(staff, 0)
    const planner = tenant.app('Oudercontact Planner')
    const twin = tenant.app('Oudercontact Planner')
    const timetable = tenant.app('Untis Timetable')
    const users = staff.slice(8, 14)
    const background = ordered(
      officeDays(tenant, staff, '2026-01-05', 74, school),
      users.flatMap((who, i) =>
        tenant.consent(
          at('2026-01-07T08:15:00Z', i * 12),
          who,
          timetable,
          'Calendars.Read User.Read offline_access',
          i === 0,
        ),
      ),
      workdays('2026-01-12', 60).flatMap((date) =>
        users
          .filter(() => random.number() < 0.3)
          .map((who) => entra.signIn(at(`${date}T07:00:00Z`, random.number() * 500), who, timetable, school)),
      ),
    )

    // The first teacher follows an invitation from outside.
    const first = nth(staff, 4)
    const signIn = entra.signIn(at('2026-03-09T18:42:00Z'), first, planner, { ...school, ip: '84.196.41.7', asn: 6848 })
    const consent = tenant.consent(at('2026-03-09T18:42:40Z'), first, planner, scopes, true)
    const entries = Array.from({ length: 32 }, (_, i) =>
      tenant.item(at('2026-03-09T19:05:00Z', i * 0.7), 'Create', first, planner, server, 'Oudercontact: kies uw uren'),
    )
    const sent = Array.from({ length: 32 }, (_, i) =>
      tenant.item(at('2026-03-09T19:05:12Z', i * 0.7), 'Send', first, planner, server, 'Oudercontact: kies uw uren'),
    )

    // Seven colleagues choose their hours the next day.
    const caught = [2, 5, 6, 9, 11, 14, 16].map((index) => nth(staff, index))
    const wave = caught.map((who, i) => tenant.consent(at('2026-03-10T07:20:00Z', i * 27), who, planner, scopes))
    const spread = caught.flatMap((who, i) =>
      Array.from({ length: 6 }, (_, n) =>
        tenant.item(at('2026-03-10T09:50:00Z', i * 19 + n), 'Send', who, planner, server, 'Oudercontact: kies uw uren'),
      ),
    )
    const mail = [first, ...caught].flatMap((who, i) =>
      Array.from({ length: 5 }, (_, n) =>
        tenant.mail(at('2026-03-10T21:00:00Z', i * 24 + n * 4), who, planner, server, random.integer(30, 70)),
      ),
    )

    // The school disables the application; a twin of the same name comes through the entries that stay in the calendars.
    const off = tenant.principalAct(at('2026-03-11T10:30:00Z'), admin, 'Update service principal.', planner, [
      { Name: 'AccountEnabled', NewValue: '[\r\n  false\r\n]', OldValue: '[\r\n  true\r\n]' },
      { Name: 'Included Updated Properties', NewValue: 'AccountEnabled', OldValue: '' },
    ])
    const resets = caught.map((who, i) =>
      tenant.account(at('2026-03-11T10:40:00Z', i * 2), admin, 'Reset user password.', who),
    )
    const again = [nth(staff, 10), nth(caught, 1), nth(caught, 4)].flatMap((who, i) =>
      tenant.consent(at('2026-03-13T06:55:00Z', i * 95), who, twin, scopes, i === 0),
    )
    const reread = [nth(staff, 10), nth(caught, 1)].flatMap((who, i) =>
      Array.from({ length: 4 }, (_, n) =>
        tenant.mail(at('2026-03-14T01:10:00Z', i * 40 + n * 5), who, twin, second, random.integer(30, 60)),
      ),
    )
    return {
      records: ordered(
        background,
        [signIn],
        consent,
        entries,
        sent,
        wave.flat(),
        spread,
        mail,
        [off],
        resets,
        again,
        reread,
      ),
      firstHostile: idOf(nth(consent, 0)),
      dataLeft: idsOf([...mail, ...reread]),
      required: [
        { act: 'consent to an unknown application that reads and sends mail', ids: idsOf(consent), minimum: 'medium' },
        {
          act: 'the application sends its invitation to the whole school',
          ids: idsOf([...entries, ...sent, ...spread]),
          minimum: 'medium',
        },
        {
          act: 'several colleagues consent to the same new application',
          ids: idsOf(wave.slice(2).flat()),
          minimum: 'high',
        },
        { act: 'the application reads eight mailboxes in a night', ids: idsOf(mail), minimum: 'medium' },
        {
          act: 'a twin of the disabled application receives consents',
          ids: idsOf([...again, ...reread]),
          minimum: 'high',
        },
      ],
      quiet: idsOf(background),
    }
  },
})
