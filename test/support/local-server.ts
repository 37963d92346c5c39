// Servers of a test, on a free port of this machine.
import { once } from 'node:events'
import { Server as HttpServer, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'

export interface Answer {
  readonly status: number
  /** A text is sent unchanged, any other value as JSON. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

export async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  // On a busy machine, a client could reuse a connection just as the server closes it as idle.
  if (server instanceof HttpServer) server.keepAliveTimeout = 0
  server.listen(0, host)
  await once(server, 'listening')
  return portOf(server)
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

export const urlOf = (server: Server): string => `http://127.0.0.1:${portOf(server)}`

export async function closeServer(server: HttpServer): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  const port = await listen(probe)
  probe.close()
  await once(probe, 'close')
  return port
}
