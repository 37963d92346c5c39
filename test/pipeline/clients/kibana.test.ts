import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { openKibana } from '../../../pipeline/clients/kibana.ts'
import { listen } from '../../support/local-server.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

it.each<[string, RequestListener, object]>([
  [
    'a redirect',
    (_, response) => response.writeHead(307, { location: 'https://login.example/sso?token=hunter2' }).end(),
    {
      code: 'kibana_not_kibana',
      message: expect.stringMatching(/returned 307 with a redirect to https:\/\/login\.example\/sso instead/),
    },
  ],
  ['no response', () => undefined, { code: 'kibana_unreachable', message: expect.stringMatching(/within 0.2 s/) }],
  [
    'half a response',
    (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'),
    { code: 'kibana_unreachable', message: expect.stringMatching(/within 0.2 s/) },
  ],
])('%s instead of a response from Kibana causes a clear error', async (_, answer, expected) => {
  server = createServer(answer)
  const url = `http://127.0.0.1:${await listen(server)}`
  await expect(openKibana({ url, timeoutMs: 200 }).send('GET', '/status')).rejects.toMatchObject(expected)
})
