import { redact } from './redact.ts'

/** A failure of the world (a broker gone, a cluster that refuses): thrown at the edges only. Its message holds no secret. */
export class WorldError extends Error {
  readonly code: string
  readonly retryable: boolean
  constructor(code: string, message: string, options: { cause?: unknown; retryable: boolean }) {
    super(redact(message), { cause: options.cause })
    this.name = 'WorldError'
    this.code = code
    this.retryable = options.retryable
  }
}
