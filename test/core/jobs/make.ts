/** Small values of the shapes that travel through an import. */
import { createHash } from 'node:crypto'
import { BY_RULES, type Boundary } from '../../../electron/contract/reviewing.ts'
import type { ReaderChannel, ReaderReply, ReaderRequest } from '../../../electron/core/host.ts'
import type { PreparedFile } from '../../../electron/core/jobs/prepared.ts'
import { NOTHING_MORE } from '../cleaning/nothing-more.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const START: Boundary = { at: 0, confidence: 1, basis: 'start', reason: '文件从这里开始' }

/** What a helper would say of a one-line text. */
export function prepared(name: string, bytes: Uint8Array): PreparedFile {
  const body = new TextDecoder().decode(bytes)
  const span = { start: 0, end: body.length }
  return {
    name,
    sha256: sha256(bytes),
    bytes: bytes.length,
    format: 'txt',
    decoding: { label: 'utf-8', by: 'strict', unsure: false },
    cleaner: 1,
    rules: 'r1',
    text: null,
    boundaries: [START],
    options: BY_RULES,
    sheets: [],
    pictures: [],
    accounts: [{ ...span, fate: 'kept', rule: null, ordinal: 1 }],
    articles: [
      {
        article: {
          ordinal: 1,
          raw: span,
          title: body,
          kicker: null,
          subtitle: null,
          authors: [],
          source: { media: null, page: null, url: null },
          date: { value: null, precision: null, basis: null },
          rightsStatement: null,
          editorNote: null,
          incomplete: false,
          incompleteReason: null,
          body,
          paragraphs: [{ n: 1, kind: 'paragraph', level: null, text: body, ...span }],
          segments: [{ body: span, raw: span }],
          notices: [],
          ...NOTHING_MORE,
        },
        description: {
          title: body,
          titleIsProvisional: false,
          kind: body.includes('案例') ? 'case' : 'other',
          kindReason: '测试',
          place: { province: null, city: null, district: null, basis: null },
          rightsLevel: 'open',
          inferences: [],
          absent: { date: 'not-stated' },
          keywords: [],
          practices: [],
        },
        fingerprint: [],
      index: { title: '', keywords: '', body: '', notes: '', characters: '' },
      },
    ],
  }
}

/** A helper that answers as `behave` says, one request after the other; null leaves it silent for good. */
export interface FakeHelper extends ReaderChannel {
  readonly killed: () => boolean
  readonly crash: () => void
  readonly say: (reply: ReaderReply) => void
  readonly asked: readonly ReaderRequest[]
}
export function fakeHelper(behave: (request: ReaderRequest) => ReaderReply | 'crash' | null | Promise<ReaderReply | 'crash' | null>): FakeHelper {
  const asked: ReaderRequest[] = []
  let listener: (reply: ReaderReply) => void = () => undefined
  let exit: () => void = () => undefined
  let dead = false
  let silent: Promise<void> = Promise.resolve()
  let last: Promise<void> = Promise.resolve()
  const answer = async (request: ReaderRequest): Promise<void> => {
    if (dead) return
    const reply = await behave(request)
    if (reply === null) silent = new Promise(() => undefined)
    if (dead || reply === null) return silent
    if (reply === 'crash') {
      dead = true
      exit()
    } else listener(reply)
  }
  return {
    asked,
    killed: () => dead,
    crash: () => { exit() },
    say: (reply) => { listener(reply) },
    post: (request) => {
      asked.push(request)
      last = last.then(() => answer(request))
    },
    onReply: (found) => { listener = found },
    onExit: (found) => { exit = found },
    kill: () => { dead = true },
  }
}
