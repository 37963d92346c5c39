// Double Agents: the token of the Vertex AI service agent leaves the agent and reads buckets from outside. Only Google Cloud audit logs exist.
import { attackCampaign } from '../campaign.ts'
import { bucketCall, deployAgent } from '../google-agents.ts'
import { workMoment } from '../google-background.ts'
import { DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const start = time('2026-04-14T13:05:00Z')
const end = start + 3 * DAY
const inside = 'vertex-genai-modules/1.121.0+agent_engines gl-python/3.12.4,gzip(gfe)'
const caseFile = (index: number): string => `case-${41_000 + index * 7}.json`
const outside = 'curl/8.9.1,gzip(gfe)'

export default attackCampaign({
  title: 'The token of an agent on Vertex AI reads the buckets of the project from outside',
  sources: [
    'https://aidefendlabs.com/en/aia/2026-04/013-vertex-ai-double-agents-service-agent-permissions.html',
    'https://labs.cloudsecurityalliance.org/research/csa-research-note-ai-agent-cloud-privilege-escalation-202604/',
    'https://cybersecurefox.com/en/google-cloud-vertex-ai-security-vulnerability-overprivileged-service-accounts',
  ],
  facts: [
    'Unit 42 published the technique on 31 March 2026.',
    'A harmful tool of a deployed agent asks the metadata service for the token of the service agent.',
    'The token works outside the agent and reads all buckets of the project.',
    'The developer deploys the agent as on other days: the deployment is no sign.',
  ],
  build: (random) => {
    const org = organization(random, 'lumen-claims.example', 12)
    const project = { name: 'lumen-claims-agents', number: '604417729153' }
    const developer = person(org, 3)
    const staging = 'lumen-agent-staging'
    const hosting = network('185.216.71.90', 210558, 'DE')
    const releases = Array.from({ length: 12 }, (_, week) =>
      deployAgent(org, {
        at: start - (84 - week * 7) * DAY - 2 * HOUR,
        who: developer,
        from: org.office,
        project,
        name: 'claims-helper',
        again: week > 0,
      }),
    )
    const routine = Array.from({ length: 420 }, (_, index) =>
      bucketCall(org, {
        at: workMoment(org, end, 84),
        project,
        from: null,
        agent: inside,
        bucket: staging,
        ...(index % 6 === 0 ? {} : { object: `agent_engine/part-${random.integer(1, 90)}.pkl` }),
      }),
    )
    const release = deployAgent(org, {
      at: start - 40 * MINUTE,
      who: developer,
      from: org.office,
      project,
      name: 'claims-helper',
      again: true,
    })
    const call = (minutes: number, bucket?: string, object?: string) =>
      bucketCall(org, {
        at: start + minutes * MINUTE,
        project,
        from: hosting,
        agent: outside,
        ...(bucket === undefined ? {} : { bucket }),
        ...(object === undefined ? {} : { object }),
      })
    const buckets = ['lumen-claims-archive', 'lumen-medical-scans', 'lumen-terraform-state']
    const looks = [call(0), ...buckets.map((bucket, index) => call(2 + index, bucket))]
    const reads = Array.from({ length: 66 }, (_, index) => {
      const bucket = buckets[index % buckets.length] ?? staging
      return call(9 + Math.floor(index / 4), bucket, `2026/03/${caseFile(index)}`)
    })
    return {
      records: timeline(releases, routine, [release], looks, reads),
      firstHostile: idOf(looks[0] ?? release),
      dataLeft: ids(reads),
      required: [
        {
          act: 'The service agent of Vertex AI calls from a hosting network for the first time',
          ids: ids(looks, reads),
          minimum: 'medium',
        },
      ],
      quiet: [...ids(releases.slice(3)), ...ids(routine.slice(0, 30)), idOf(release)],
    }
  },
})
