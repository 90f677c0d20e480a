/**
 * Keeps a few reading helpers busy and outlives whatever a file does to them: a helper that takes too long, dies,
 * grows too large or has read many files is replaced. A helper reads one file at a time; behind a small one the next small ones
 * are handed to it already, so that it need not wait while the library stores what came before.
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
  /** Read within moments: whoever stands behind it does not wait long. */
  readonly small: boolean
  /** Takes the helper's answer; false when it is none. */
  readonly take: (reply: ReaderReply) => boolean
  readonly fail: (why: Failed) => void
}
interface Helper {
  readonly channel: ReaderChannel
  words: WordOverlay
  served: number
  up: boolean
  /** What it was handed, in its order: it is at work on the first. Nobody waits any more for one that is not `wanted`. */
  readonly handed: { readonly id: number; readonly job: Job; wanted: boolean }[]
  timer: NodeJS.Timeout | undefined
}

export const READ_TIMEOUT = 10_000
const MAX_FAILED_STARTS = 3
const NO_BYTES = new Uint8Array(0)
/** Small files that a helper is handed at once, and what counts as small. */
export const HANDED = 8
const SMALL_MEGABYTES = 0.25

export function createReaderPool(spawn: () => ReaderChannel, options: ReaderPoolOptions): ReaderPool {
  const { size, timeoutMs = READ_TIMEOUT, startMs = 30_000, recycleAfter = 4000, maxRss = 576 * 1024 * 1024, words = () => NO_OVERLAY } = options
  const helpers = new Set<Helper>()
  const waiting: Job[] = []
  let lastId = 0
  let failedStarts = 0
  let closed = false

  const failure = (code: 'READER_TIMEOUT' | 'READER_CRASHED' | 'CANCELLED', { request, allowed }: Job): Failed => ({ ok: false, fault: fault(code, { file: request.name, ...(code === 'READER_TIMEOUT' ? { seconds: String(Math.round(allowed / 1000)) } : {}) }) })

  /** Takes a helper out of service; its later messages mean nothing any more. Answers with the file it was at work on; those behind that one are read by another. */
  function retire(helper: Helper): Job | null {
    if (!helpers.delete(helper)) return null
    clearTimeout(helper.timer)
    helper.channel.kill()
    const [first, ...behind] = helper.handed.splice(0)
    waiting.unshift(...behind.flatMap(({ job, wanted }) => (wanted ? [job] : [])))
    return first?.wanted ? first.job : null
  }

  function lose(helper: Helper, code: 'READER_TIMEOUT' | 'READER_CRASHED'): void {
    if (!helpers.has(helper)) return
    const unborn = !helper.up
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

  const starting = (): number => [...helpers].filter(({ up }) => !up).length

  function start(): void {
    let channel: ReaderChannel
    try {
      channel = spawn()
    } catch {
      failStart()
      return
    }
    const helper: Helper = { channel, words: NO_OVERLAY, served: 0, up: false, handed: [], timer: undefined }
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
    if (!helper.up) {
      failedStarts = 0
      helper.up = true
      clearTimeout(helper.timer)
      return pump()
    }
    const place = helper.handed.findIndex(({ id }) => id === reply.id)
    const [done] = place < 0 ? [] : helper.handed.splice(place, 1)
    if (done === undefined) return
    helper.served++
    const understood = done.job.take(reply)
    // What cannot be understood came from a helper that a file has taken over.
    const worn = !understood || helper.served >= recycleAfter || (reply.rss ?? 0) > maxRss
    if (worn) {
      // It may have begun the next one: that is read anew by another.
      const begun = retire(helper)
      if (begun !== null) waiting.unshift(begun)
    } else if (place === 0) watch(helper)
    if (!understood) done.job.fail(failure('READER_CRASHED', done.job))
    pump()
  }

  /** The time of a file runs from when the one before it is done. */
  function watch(helper: Helper): void {
    clearTimeout(helper.timer)
    const first = helper.handed[0]
    if (first !== undefined) helper.timer = setTimeout(() => { lose(helper, 'READER_TIMEOUT') }, first.job.allowed)
  }

  /** The helper that is to have the next file: an idle one, or, once all are started, one at work on small files when this is small too. */
  function taker({ small }: Job): Helper | undefined {
    const behind = small && helpers.size >= size
    const ready = [...helpers].filter(({ up, handed }) => up && (handed.length === 0 || (behind && handed.length < HANDED && handed.every(({ job }) => job.small))))
    return ready.sort((a, b) => a.handed.length - b.handed.length)[0]
  }

  function pump(): void {
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const helper = taker(job)
      if (helper === undefined) break
      waiting.shift()
      const id = ++lastId
      helper.handed.push({ id, job, wanted: true })
      if (helper.handed.length === 1) watch(helper)
      helper.channel.post({ id, ...job.request, ...news(helper) })
    }
    while (waiting.length > starting() && helpers.size < size) start()
  }

  function abort(job: Job): void {
    const at = waiting.indexOf(job)
    if (at >= 0) waiting.splice(at, 1)
    for (const helper of helpers) {
      const place = helper.handed.findIndex((one) => one.job === job)
      const handed = helper.handed[place]
      if (place === 0) retire(helper)
      else if (handed !== undefined) handed.wanted = false
    }
    job.fail(failure('CANCELLED', job))
    pump()
  }

  function ask<T extends { readonly ok: true }>(request: Omit<ReaderRequest, 'id'>, signal: AbortSignal | undefined, { seconds = timeoutMs / 1000, megabytes }: Allowance, parse: (reply: ReaderReply) => T | Failed | null): Promise<T | Failed> {
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
      const job: Job = { request, allowed: Math.round(seconds + 5 * (megabytes ?? 0)) * 1000, small: request.bytes === null && megabytes !== undefined && megabytes <= SMALL_MEGABYTES, take, fail: done }
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
        const left = helper.handed.splice(0)
        retire(helper)
        for (const { job, wanted } of left) if (wanted) job.fail(failure('CANCELLED', job))
      }
    },
  }
}
