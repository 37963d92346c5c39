// A team that builds agents on Vertex AI: weekly releases, and a test night in which the service agent reads a new bucket. Google Cloud logs.
import { benignWork } from '../campaign.ts'
import { bucketCall, deployAgent } from '../google-agents.ts'
import { workMoment } from '../google-background.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const end = time('2026-05-29T17:00:00Z')
const runtime = 'vertex-genai-modules/1.121.0+agent_engines gl-python/3.12.4,gzip(gfe)'
const tests = 'google-cloud-storage/3.4.0 gl-python/3.12.4 (gzip),gzip(gfe)'

export default benignWork({
  title: 'Releases and test nights of a team that builds agents',
  sources: [
    'https://docs.cloud.google.com/storage/docs/audit-logging.md.txt',
    'https://github.com/GoogleCloudPlatform/professional-services/blob/main/examples/audit-log-examples/cloud-storage/gcs-data-access-object-list.log',
  ],
  resembles:
    'The service agent of Vertex AI lists buckets, reads a bucket for the first time and reads hundreds of objects in a night; developers deploy from home.',
  accounts: 11,
  days: 90,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'pelham-legaltech.example', 11)
    const project = { name: 'pelham-agents-dev', number: '518806230417' }
    const train = network('80.187.104.66', 3320, 'DE')
    const team = [2, 3, 7].map((index) => person(org, index))
    const releases = Array.from({ length: 25 }, (_, index) => {
      const who = team[index % team.length] ?? org.admin
      return deployAgent(org, {
        at: workMoment(org, end, 90),
        who,
        from: [org.office, who.home, train][index % 3] ?? org.office,
        project,
        name: random.pick(['clause-finder', 'intake-helper']),
        again: index > 1,
      })
    })
    const read = (at: number, agent: string, bucket?: string, object?: string) =>
      bucketCall(org, {
        at,
        project,
        from: null,
        agent,
        ...(bucket === undefined ? {} : { bucket }),
        ...(object === undefined ? {} : { object }),
      })
    const routine = Array.from({ length: 380 }, () =>
      read(workMoment(org, end, 90), runtime, 'pelham-agent-staging', `agent_engine/part-${random.integer(1, 60)}.pkl`),
    )
    const nights = [30, 9].flatMap((before) => {
      const at = end - before * DAY + 5 * HOUR
      return [
        read(at, tests),
        read(at + MINUTE, tests, 'pelham-golden-answers'),
        ...Array.from({ length: 210 }, (_, index) =>
          read(at + 2 * MINUTE + index * 3000, tests, 'pelham-golden-answers', `set-${before}/question-${index}.json`),
        ),
      ]
    })
    return { records: timeline(releases, routine, nights), ids: ids(releases, routine, nights) }
  },
})
