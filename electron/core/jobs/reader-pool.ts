/**
 * Keeps a few reading helpers busy, one file each at a time, and outlives whatever a file does to them:
 * a helper that takes too long, dies, grows too large or has read many files is replaced.
 */
import { fault, type Fault } from '../../contract/errors.ts'
import { BY_RULES } from '../../contract/reviewing.ts'
import type { ReaderChannel, ReaderReply, ReaderRequest } from '../host.ts'
import { NO_OVERLAY, type WordOverlay } from '../language/index.ts'
import type { Portion } from './portion.ts'
import type { PreparedFile } from './prepared.ts'
import { parsePortion, parseReply } from './reply-schema.ts'

interface Failed {
  readonly ok: false
  readonly fault: Fault
}
export type ReadOutcome = { readonly ok: true; readonly file: PreparedFile } | Failed
export type UnpackOutcome = { readonly ok: true; readonly portion: Portion } | Failed
/** What a person calls the file, and where it is. */
export type FileRequest = Pick<ReaderRequest, 'name' | 'path' | 'bytes' | 'beside'>
/** `seconds` that a file of its kind may take; each of its `megabytes` lengthens them by five: an old office PC reads a yearbook of 16,000 lines in twenty. */
export interface Allowance {
  readonly seconds?: number | undefined
  readonly megabytes?: number
}
export interface ReaderPool {
  readonly size: number
  /** Never rejects. An aborted read ends at once with CANCELLED, and its helper with it. */
  readonly read: (request: FileRequest & Pick<ReaderRequest, 'options'>, signal?: AbortSignal, allowance?: Allowance) => Promise<ReadOutcome>
  /** A portion of an archive, from its `from`-th member on. Never rejects. */
  readonly unpack: (request: FileRequest, from: number, signal?: AbortSignal, allowance?: Allowance) => Promise<UnpackOutcome>
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
  /** What people changed of the dictionary: each helper is told when it starts, and with its next file when that is another object. */
  readonly words?: () => WordOverlay
}

interface Job {
  readonly request: Omit<ReaderRequest, 'id'>
  readonly allowed: number
  /** Takes the helper's answer; false when it is none. */
  readonly take: (reply: ReaderReply) => boolean
  readonly fail: (why: Failed) => void
}
interface Helper {
  readonly channel: ReaderChannel
  words: WordOverlay
  served: number
  id: number
  job: Job | null
  timer: NodeJS.Timeout | undefined
}

export const READ_TIMEOUT = 10_000
const MAX_FAILED_STARTS = 3
const NO_BYTES = new Uint8Array(0)

export function createReaderPool(spawn: () => ReaderChannel, options: ReaderPoolOptions): ReaderPool {
  const { size, timeoutMs = READ_TIMEOUT, startMs = 30_000, recycleAfter = 2000, maxRss = 576 * 1024 * 1024, words = () => NO_OVERLAY } = options
  const helpers = new Set<Helper>()
  const idle: Helper[] = []
  const waiting: Job[] = []
  let lastId = 0
  let failedStarts = 0
  let closed = false

  const failure = (code: 'READER_TIMEOUT' | 'READER_CRASHED' | 'CANCELLED', { request, allowed }: Job): Failed => ({ ok: false, fault: fault(code, { file: request.name, ...(code === 'READER_TIMEOUT' ? { seconds: String(Math.round(allowed / 1000)) } : {}) }) })

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
    job?.fail(failure(code, job))
    if (unborn) failStart()
    pump()
  }

  /** A helper that cannot even start will not start for the next file either: those who wait are told, and later reads try once each. */
  function failStart(): void {
    failedStarts++
    if (failedStarts >= MAX_FAILED_STARTS) for (const job of waiting.splice(0)) job.fail(failure('READER_CRASHED', job))
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
    const helper: Helper = { channel, words: NO_OVERLAY, served: 0, id: 0, job: null, timer: undefined }
    helpers.add(helper)
    channel.onExit(() => { lose(helper, 'READER_CRASHED') })
    channel.onReply((reply) => { receive(helper, reply) })
    helper.timer = setTimeout(() => { lose(helper, 'READER_TIMEOUT') }, startMs)
    // An empty file is refused at once: the answer says that the helper is up, so that no file's time pays for its start.
    channel.post({ id: 0, name: '', path: null, bytes: NO_BYTES, options: BY_RULES, unpackFrom: null, ...news(helper) })
  }

  /** The words, where the helper goes by others. */
  function news(helper: Helper): Pick<ReaderRequest, 'words'> {
    const now = words()
    if (helper.words === now) return {}
    helper.words = now
    return { words: now }
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
    clearTimeout(helper.timer)
    helper.job = null
    helper.served++
    const understood = job.take(reply)
    // What cannot be understood came from a helper that a file has taken over.
    const worn = !understood || helper.served >= recycleAfter || (reply.rss ?? 0) > maxRss
    if (worn) retire(helper)
    if (!understood) job.fail(failure('READER_CRASHED', job))
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
      helper.channel.post({ id: helper.id, ...job.request, ...news(helper) })
    }
    while (waiting.length > starting() && helpers.size < size) start()
  }

  function abort(job: Job): void {
    const at = waiting.indexOf(job)
    if (at >= 0) waiting.splice(at, 1)
    for (const helper of helpers) if (helper.job === job) retire(helper)
    job.fail(failure('CANCELLED', job))
    pump()
  }

  function ask<T extends { readonly ok: true }>(request: Omit<ReaderRequest, 'id'>, signal: AbortSignal | undefined, { seconds = timeoutMs / 1000, megabytes = 0 }: Allowance, parse: (reply: ReaderReply) => T | Failed | null): Promise<T | Failed> {
    return new Promise((resolve) => {
      const onAbort = (): void => { abort(job) }
      const done = (outcome: T | Failed): void => {
        signal?.removeEventListener('abort', onAbort)
        resolve(outcome)
      }
      const take = (reply: ReaderReply): boolean => {
        const outcome = parse(reply)
        if (outcome !== null) done(outcome)
        return outcome !== null
      }
      const job: Job = { request, allowed: Math.round(seconds + 5 * megabytes) * 1000, take, fail: done }
      if (closed || signal?.aborted) return done(failure('CANCELLED', job))
      signal?.addEventListener('abort', onAbort)
      waiting.push(job)
      pump()
    })
  }

  return {
    size,
    read: (file, signal, allowance = {}) => {
      const request = { ...file, unpackFrom: null }
      return ask(request, signal, allowance, (reply) => parseReply(reply, request))
    },
    unpack: (file, from, signal, allowance = {}) => ask({ ...file, options: BY_RULES, unpackFrom: from }, signal, allowance, (reply) => parsePortion(reply, file.name, from)),
    close: () => {
      closed = true
      for (const job of waiting.splice(0)) job.fail(failure('CANCELLED', job))
      for (const helper of helpers) {
        const job = retire(helper)
        job?.fail(failure('CANCELLED', job))
      }
    },
  }
}
