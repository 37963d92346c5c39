import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { signIn } from '../google-events.ts'
import { run } from '../google-grants.ts'
import { driveFile, driveMember, robot, sharedDrive } from '../google-guests.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'A stolen session makes a service account of a stranger a member of two shared drives, which it copies slowly',
  sources: [
    'https://attack.mitre.org/techniques/T1537/',
    'https://www.mitiga.io/blog/google-workspace-log-insights-threat-hunt',
    'https://cloud.hacktricks.wiki/en/pentesting-cloud/workspace-security/gws-persistence.html',
  ],
  facts: [
    'Data leaves by sharing with an account outside of the organization, not by a consent.',
    'The member is a service account, so there is no sign-in, no second factor and no password to reset.',
    'The access stays after the account that shared is clean again.',
    'The copies are few in a night and come from inside a cloud.',
  ],
  build: (random) => {
    const org = organization(random, 'galerie-montfaucon.example', 19)
    const end = time('2026-04-24T15:00:00Z')
    // This customer collects the login and Drive logs alone.
    const days = seenIn(background(org, { until: end, days: 95, records: 1200 }), ['login', 'drive'])
    const drives = ['Direction', 'Dossiers clients'].map((name) => sharedDrive(org, name))
    const [direction, dossiers] = drives
    if (!direction || !dossiers) throw new RangeError('two drives')
    const ordinary = Array.from({ length: 110 }, () =>
      driveFile(org, {
        at: workMoment(org, end, 90),
        who: person(org, random.integer(1, 9)),
        drive: random.pick(drives),
        name: random.pick(['view', 'view', 'edit', 'download']),
        title: random.pick(['Devis restauration', 'Contrat de prêt', 'Inventaire 2026', 'Relevé acheteurs']),
      }),
    )
    const members = [2, 3, 6, 8].map((place, index) =>
      driveMember(org, {
        at: workMoment(org, end - (index + 3) * 10 * DAY, 9),
        who: person(org, 1),
        drive: index % 2 ? direction : dossiers,
        member: person(org, place),
        role: 'content_manager',
      }),
    )
    const start = time('2026-04-01T20:31:00Z')
    const owner = person(org, 1)
    const proxy = network('192.0.2.66', 62240, 'FR')
    const guest = robot(org, 'sauvegarde-galerie', 'montfaucon-sauvegarde')
    const session = signIn(org, { at: start, who: owner, from: proxy })
    const shared = drives.map((drive, index) =>
      driveMember(org, {
        at: start + (6 + index * 3) * MINUTE,
        who: owner,
        from: proxy,
        drive,
        member: guest,
        role: 'reader',
      }),
    )
    const tool = { ...app(random, 'rclone', ['drive.readonly']), id: `${random.digits(12)}-sa` }
    const copies = [1, 2, 3, 5, 6, 9, 12, 13].flatMap((night) =>
      run(org, { start: start + night * DAY + 4 * HOUR, count: random.integer(7, 12), gap: [60, 400] }, (at, index) =>
        driveFile(org, {
          at,
          who: guest,
          from: network('192.0.2.171', 396982, 'BE'),
          drive: night % 2 ? direction : dossiers,
          name: 'download',
          title: `${random.pick(['Contrat', 'Expertise', 'Facture', 'Provenance'])} ${night}${index}`,
          kind: random.pick(['pdf', 'spreadsheet', 'document']),
          app: tool,
        }),
      ),
    )
    return {
      records: timeline(days.records, ordinary, members, [session], shared, copies),
      firstHostile: ids([session])[0] ?? '',
      dataLeft: ids(copies),
      required: [
        {
          act: 'A service account from outside becomes a member of a shared drive',
          ids: ids(shared),
          minimum: 'medium',
        },
        { act: 'The service account downloads files every night', ids: ids(copies), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(members, ordinary.slice(0, 8))],
    }
  },
})
