/**
 * Keeps a few reading helpers busy, one file each at a time, and outlives whatever a file does to them:
 * a helper that takes too long, dies, grows too large or has read many files is replaced.
 */
import { fault, type Fault } from '../../contract/errors.ts'
import { BY_RULES } from '../../contract/reviewing.ts'
import type { ReaderChannel, ReaderReply, ReaderRequest } from '../host.ts'
import type { PreparedFile } from './prepared.ts'
import { parseReply } from './reply-schema.ts'

export type ReadOutcome = { readonly ok: true; readonly file: PreparedFile } | { readonly ok: false; readonly fault: Fault }
export interface ReaderPool {
  readonly size: number
  /** Never rejects. An aborted read ends at once with CANCELLED, and its helper with it. `megabytes` of the file lengthen its time by a second each. */
  readonly read: (request: Omit<ReaderRequest, 'id'>, signal?: AbortSignal, megabytes?: number) => Promise<ReadOutcome>
  /** Ends all helpers; whoever waits gets CANCELLED. */
  readonly close: () => void
}
export interface ReaderPoolOptions {
  readonly size: number
  readonly timeoutMs?: number
  readonly startMs?: number
  /** Files a helper reads before it is replaced: what leaks in it cannot add up (decision 0210). */
  readonly recycleAfter?: number
  /** Resident bytes above which a helper is replaced after the file at hand. */
  readonly maxRss?: number
}

interface Job {
  readonly request: Omit<ReaderRequest, 'id'>
  readonly allowed: number
  readonly done: (outcome: ReadOutcome) => void
}
interface Helper {
  readonly channel: ReaderChannel
  served: number
  id: number
  job: Job | null
  timer: NodeJS.Timeout | undefined
}

export const READ_TIMEOUT = 10_000
const MAX_FAILED_STARTS = 3
const NO_BYTES = new Uint8Array(0)

export function createReaderPool(spawn: () => ReaderChannel, options: ReaderPoolOptions): ReaderPool {
  const { size, timeoutMs = READ_TIMEOUT, startMs = 30_000, recycleAfter = 2000, maxRss = 768 * 1024 * 1024 } = options
  const helpers = new Set<Helper>()
  const idle: Helper[] = []
  const waiting: Job[] = []
  let lastId = 0
  let failedStarts = 0
  let closed = false

  const failure = (code: 'READER_TIMEOUT' | 'READER_CRASHED' | 'CANCELLED', { request, allowed }: Job): ReadOutcome => ({ ok: false, fault: fault(code, { file: request.name, ...(code === 'READER_TIMEOUT' ? { seconds: String(Math.round(allowed / 1000)) } : {}) }) })

  /** Takes a helper out of service; its later messages mean nothing any more. */
  function retire(helper: Helper): Job | null {
    if (!helpers.delete(helper)) return null
    clearTimeout(helper.timer)
    const at = idle.indexOf(helper)
    if (at >= 0) idle.splice(at, 1)
    helper.channel.kill()
    const { job } = helper
    helper.job = null
    return job
  }

  function lose(helper: Helper, code: 'READER_TIMEOUT' | 'READER_CRASHED'): void {
    if (!helpers.has(helper)) return
    const unborn = helper.id === 0
    const job = retire(helper)
    job?.done(failure(code, job))
    if (unborn) failStart()
    pump()
  }

  /** A helper that cannot even start will not start for the next file either: those who wait are told, and later reads try once each. */
  function failStart(): void {
    failedStarts++
    if (failedStarts >= MAX_FAILED_STARTS) for (const job of waiting.splice(0)) job.done(failure('READER_CRASHED', job))
  }

  const starting = (): number => [...helpers].filter((helper) => helper.id === 0).length

  function start(): void {
    let channel: ReaderChannel
    try {
      channel = spawn()
    } catch {
      failStart()
      return
    }
    const helper: Helper = { channel, served: 0, id: 0, job: null, timer: undefined }
    helpers.add(helper)
    channel.onExit(() => { lose(helper, 'READER_CRASHED') })
    channel.onReply((reply) => { receive(helper, reply) })
    helper.timer = setTimeout(() => { lose(helper, 'READER_TIMEOUT') }, startMs)
    // An empty file is refused at once: the answer says that the helper is up, so that no file's time pays for its start.
    channel.post({ id: 0, name: '', path: null, bytes: NO_BYTES, options: BY_RULES })
  }

  function receive(helper: Helper, reply: ReaderReply): void {
    if (!helpers.has(helper)) return
    if (helper.id === 0) {
      failedStarts = 0
      release(helper)
      return
    }
    const { job } = helper
    if (!job || reply.id !== helper.id) return
    const outcome = parseReply(reply, job.request)
    clearTimeout(helper.timer)
    helper.job = null
    helper.served++
    // What cannot be understood came from a helper that a file has taken over.
    const worn = outcome === null || helper.served >= recycleAfter || (reply.rss ?? 0) > maxRss
    if (worn) retire(helper)
    job.done(outcome ?? failure('READER_CRASHED', job))
    if (worn) pump()
    else release(helper)
  }

  function release(helper: Helper): void {
    clearTimeout(helper.timer)
    helper.id = ++lastId
    idle.push(helper)
    pump()
  }

  function pump(): void {
    while (waiting.length > 0 && idle.length > 0) {
      const helper = idle.shift()
      const job = waiting.shift()
      if (!helper || !job) return
      helper.job = job
      helper.id = ++lastId
      helper.timer = setTimeout(() => { lose(helper, 'READER_TIMEOUT') }, job.allowed)
      helper.channel.post({ id: helper.id, ...job.request })
    }
    while (waiting.length > starting() && helpers.size < size) start()
  }

  function abort(job: Job): void {
    const at = waiting.indexOf(job)
    if (at >= 0) waiting.splice(at, 1)
    for (const helper of helpers) if (helper.job === job) retire(helper)
    job.done(failure('CANCELLED', job))
    pump()
  }

  return {
    size,
    read: (request, signal, megabytes = 0) =>
      new Promise((resolve) => {
        const onAbort = (): void => { abort(job) }
        const job: Job = {
          request,
          allowed: timeoutMs + Math.floor(megabytes) * 1000,
          done: (outcome) => {
            signal?.removeEventListener('abort', onAbort)
            resolve(outcome)
          },
        }
        if (closed || signal?.aborted) return resolve(failure('CANCELLED', job))
        signal?.addEventListener('abort', onAbort)
        waiting.push(job)
        pump()
      }),
    close: () => {
      closed = true
      for (const job of waiting.splice(0)) job.done(failure('CANCELLED', job))
      for (const helper of helpers) {
        const job = retire(helper)
        job?.done(failure('CANCELLED', job))
      }
    },
  }
}
