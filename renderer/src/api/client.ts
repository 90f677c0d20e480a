/** The one client of the page: the same calls over either transport. Faults become exceptions that carry their code. */
import type { Api, EventName, EventValue, Input, Method, Output } from '../../../electron/contract/api.ts'
import type { ErrorCode, Fault } from '../../../electron/contract/errors.ts'

export class CallFault extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.message)
    this.name = 'CallFault'
    this.fault = fault
  }
  get code(): ErrorCode {
    return this.fault.code
  }
}

export interface Client {
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>
  readonly on: <E extends EventName>(event: E, listener: (value: EventValue<E>) => void) => () => void
}

export function createClient(api: Api): Client {
  return {
    call: async (method, input) => {
      const reply = await api.call(method, input)
      if (reply.ok) return reply.value
      throw new CallFault(reply.error)
    },
    on: (event, listener) => api.on(event, listener),
  }
}
