// A thief gives three dull clients one right each. The clean-up removes one of them; the export to BigQuery is the only log.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { activityRows } from '../google-big-query.ts'
import { admin, authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { inRow, resetCookies, revokeForUser } from '../google-incident-work.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { downloadByClient } from '../google-sharing.ts'

const papers = ['Board minutes', 'Share plan', 'Bid Rotterdam', 'Bank mandate', 'Salary bands', 'Insurance file']

export default attackCampaign({
  title: 'Three small clients with one right each, and a clean-up that removes only the one for mail',
  sources: [
    'https://support.google.com/a/answer/6328616',
    'https://www.proofpoint.com/us/blog/email-and-cloud-threats/when-trusted-apps-become-trusted-backdoors-what-vercel-incident-shows',
    'https://attack.mitre.org/techniques/T1671/',
  ],
  facts: [
    'A new password revokes only the tokens with mail scopes.',
    'A client with a Drive scope keeps its token, so that it survives the usual response.',
    'Several clients with one right each look smaller than one client with all of them.',
  ],
  build: (random) => {
    const org = organization(random, 'havenbrug.example', 40)
    const hostile = time('2026-04-13T08:20:00Z')
    const end = hostile + 27 * DAY
    const days = background(org, { until: end, days: 112, records: 1100 })
    const [assistant, colleague, manager] = inUnit(org, 'Operations')
    if (!assistant || !colleague || !manager) throw new RangeError('nobody in operations')
    const labels = app(random, 'Label Print Helper', ['drive.readonly'])
    const contacts = app(random, 'Contact Tidy', ['contacts.readonly', 'directory.readonly'])
    const space = app(random, 'Mailbox Space Report', ['gmail.readonly'])
    const home = network('2001:db8:77:1c00:8d1:44f0:21:9', 64521, 'DE', 'DE-HE')
    const neighbour = network('2001:db8:7a:90:1:3b:c2:5e', 64522, 'DE', 'DE-BY')

    const entry = [signIn(org, { at: hostile, who: assistant, from: home })]
    const grants = [
      authorize(org, { at: hostile + 6 * MINUTE, who: assistant, app: labels, from: home }),
      authorize(org, { at: hostile + 4 * DAY + HOUR, who: assistant, app: contacts, from: home }),
      authorize(org, { at: hostile + 8 * DAY + 3 * HOUR, who: assistant, app: space, from: home }),
    ]
    const people = calls(org, {
      start: hostile + 4 * DAY + 2 * HOUR,
      count: 6,
      gap: [40, 200],
      who: assistant,
      app: contacts,
      from: home,
      methods: ['people.connections.list', 'people.people.listDirectoryPeople'],
      bytes: [40_000, 190_000],
    })
    const mail = [8, 9, 10].flatMap((later) =>
      calls(org, {
        start: hostile + later * DAY + 4 * HOUR,
        count: 34,
        gap: [90, 420],
        who: assistant,
        app: space,
        from: home,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [4_000, 220_000],
      }),
    )
    // The administrator resets the account and removes the client that he knows of.
    const reset = hostile + 11 * DAY + 5 * HOUR
    const response = [
      admin(org, {
        at: reset,
        who: org.admin,
        type: 'USER_SETTINGS',
        name: 'CHANGE_PASSWORD',
        values: { USER_EMAIL: assistant.email },
      }),
      resetCookies(org, { at: reset + MINUTE, who: org.admin, target: assistant }),
      ...revokeForUser(org, { at: reset + 3 * MINUTE, who: org.admin, app: space, target: assistant }),
    ]
    const copies = [14, 15, 16, 17].flatMap((later, place) =>
      inRow(org, hostile + later * DAY, 16, [300, 1300]).flatMap((at, index) =>
        downloadByClient(org, {
          at,
          who: assistant,
          app: labels,
          from: place % 2 === 0 ? home : neighbour,
          title: papers[index % papers.length] ?? '',
          kind: 'pdf',
          bytes: random.integer(90_000, 6_000_000),
        }),
      ),
    )
    const again = [colleague, manager].map((who, index) =>
      authorize(org, { at: hostile + 18 * DAY + index * 5 * HOUR, who, app: space, from: who.home }),
    )
    const reads = calls(org, {
      start: hostile + 21 * DAY,
      count: 40,
      gap: [60, 500],
      who: manager,
      app: space,
      from: neighbour,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get'],
      bytes: [4_000, 220_000],
    })
    return {
      records: activityRows(timeline(days.records, entry, grants, people, mail, response, copies, again, reads)),
      firstHostile: ids(entry)[0] ?? '',
      dataLeft: ids(people, mail, copies, reads),
      required: [
        {
          act: 'One account gives three clients that nobody knows the rights to Drive, contacts and mail',
          ids: ids(grants),
          minimum: 'medium',
        },
        { act: 'The new client reads the mail of the assistant', ids: ids(mail), minimum: 'medium' },
        { act: 'The Drive client copies files after the reset of the account', ids: ids(copies), minimum: 'medium' },
        {
          act: 'Two colleagues grant the client that the administrator removed, and it reads mail',
          ids: ids(again, reads),
          minimum: 'medium',
        },
      ],
      quiet: days.quiet,
    }
  },
})
