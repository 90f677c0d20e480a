import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fault } from '../../../electron/contract/errors.ts'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import type { ReaderReply, ReaderRequest } from '../../../electron/core/host.ts'
import { createReaderPool, type ReaderPool, type ReaderPoolOptions } from '../../../electron/core/jobs/index.ts'
import { fakeHelper, prepared, utf8, type FakeHelper } from './make.ts'

const request = (name: string): Pick<ReaderRequest, 'name' | 'path' | 'bytes' | 'options'> => ({ name, path: `/tmp/${name}`, bytes: null, options: BY_RULES })
const good = ({ id, name }: ReaderRequest): ReaderReply => ({ id, ok: true, file: prepared(name, utf8(name)) })
const up = ({ id }: ReaderRequest): ReaderReply => ({ id, ok: false, fault: fault('EMPTY', { file: '' }) })

let helpers: FakeHelper[] = []
function pool(behave: (request: ReaderRequest) => ReaderReply | 'crash' | null, options: Partial<ReaderPoolOptions> = {}): ReaderPool {
  helpers = []
  return createReaderPool(() => {
    const helper = fakeHelper((asked) => (asked.name === '' ? up(asked) : behave(asked)))
    helpers.push(helper)
    return helper
  }, { size: 2, ...options })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Answers whose sentences do not stand where they say. */
function practicesNobodyFinds(): readonly unknown[] {
  const file = prepared('a', utf8('网格员走访。'))
  const sentence = { start: 0, end: 6, trigger: '网格', marks: [{ start: 0, end: 2 }] }
  const saying = (practices: unknown) => ({ ok: true, file: { ...file, articles: file.articles.map((article) => ({ ...article, description: { ...article.description, practices } })) } })
  const tag = (change: object) => [{ id: 'grid', strength: 'secondary', evidence: [sentence], inTitle: [], ...change }]
  return [
    saying(tag({ evidence: [{ ...sentence, end: 7 }] })), saying(tag({ evidence: [{ ...sentence, marks: [{ start: 4, end: 8 }] }] })), saying(tag({ evidence: [{ ...sentence, start: 3, end: 3 }] })),
    saying(tag({ inTitle: [{ ...sentence, end: 60 }] })), saying(tag({ id: '../grid' })), saying([...tag({}), ...tag({})]), saying(tag({ strength: 'certain' })),
  ]
}

describe('the pool of reading helpers', () => {
  it('hands one file at a time to each helper, and starts no more helpers than it may', async () => {
    const readers = pool(good)
    const names = ['a', 'b', 'c', 'd', 'e']
    const outcomes = await Promise.all(names.map((name) => readers.read(request(name))))
    expect(outcomes.map((outcome) => outcome.ok && outcome.file.name)).toEqual(names)
    expect(helpers.length).toBe(2)
    expect(helpers.flatMap(({ asked }) => asked.map(({ name }) => name)).sort()).toEqual(['', '', ...names])
  })

  it('starts one helper for one file', async () => {
    const readers = pool(good)
    await readers.read(request('a'))
    await readers.read(request('b'))
    expect(helpers.length).toBe(1)
  })

  it('stops a file that takes ten seconds, says so, and goes on with a new helper', async () => {
    const readers = pool((asked) => (asked.name === 'slow' ? null : good(asked)), { size: 1 })
    const slow = readers.read(request('slow'))
    const next = readers.read(request('next'))
    await vi.advanceTimersByTimeAsync(9_999)
    expect(helpers[0]?.killed()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await slow).toEqual({ ok: false, fault: fault('READER_TIMEOUT', { file: 'slow', seconds: '10' }) })
    expect((await next).ok).toBe(true)
    expect(helpers.map((helper) => helper.killed())).toEqual([true, false])
  })

  it('hands small files out ahead once all helpers are at work, never behind a large one, and each has its own time', async () => {
    const SMALL = { megabytes: 0.01 }
    const readers = pool((asked) => (asked.name.startsWith('slow') ? null : good(asked)), { size: 2 })
    const slow = readers.read(request('slow'), undefined, SMALL)
    const large = readers.read(request('slow and large'), undefined, { seconds: 60, megabytes: 1 })
    await vi.advanceTimersByTimeAsync(10)
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const behind = Promise.all(names.map((name) => readers.read(request(name), undefined, SMALL)))
    await vi.advanceTimersByTimeAsync(10)
    expect(helpers.map(({ asked }) => asked.map(({ name }) => name))).toEqual([['', 'slow', ...names.slice(0, -1)], ['', 'slow and large']])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await slow).toMatchObject({ fault: { code: 'READER_TIMEOUT' } })
    // Those behind it lose nothing: another helper reads them, in their order.
    expect((await behind).map((outcome) => outcome.ok)).toEqual(names.map(() => true))
    expect(helpers[2]?.asked.map(({ name }) => name)).toEqual(['', ...names])
    readers.close()
    expect(await large).toMatchObject({ fault: { code: 'CANCELLED' } })
  })

  it('gives up what was handed out ahead without ending the helper, and its answer is nobody’s', async () => {
    const SMALL = { megabytes: 0.01 }
    const readers = pool(() => null, { size: 1 })
    const control = new AbortController()
    const first = readers.read(request('a'), undefined, SMALL)
    await vi.advanceTimersByTimeAsync(10)
    const second = readers.read(request('b'), control.signal, SMALL)
    const third = readers.read(request('c'), undefined, SMALL)
    control.abort()
    expect(await second).toEqual({ ok: false, fault: fault('CANCELLED', { file: 'b' }) })
    expect(helpers[0]?.killed()).toBe(false)
    for (const asked of helpers[0]?.asked.slice(1) ?? []) helpers[0]?.say(good(asked))
    expect([await first, await third].map((outcome) => outcome.ok && outcome.file.name)).toEqual(['a', 'c'])
  })

  it('counts the time of a file handed out ahead from when the one before it is done', async () => {
    const SMALL = { megabytes: 0 }
    const readers = pool(() => null, { size: 1 })
    const first = readers.read(request('a'), undefined, SMALL)
    await vi.advanceTimersByTimeAsync(10)
    const second = readers.read(request('b'), undefined, SMALL)
    await vi.advanceTimersByTimeAsync(6000)
    for (const asked of helpers[0]?.asked.slice(1, 2) ?? []) helpers[0]?.say(good(asked))
    expect(await first).toMatchObject({ ok: true })
    await vi.advanceTimersByTimeAsync(9_999)
    expect(helpers[0]?.killed()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await second).toEqual({ ok: false, fault: fault('READER_TIMEOUT', { file: 'b', seconds: '10' }) })
  })

  it('gives a large file more time', async () => {
    const readers = pool(() => null, { size: 1 })
    const large = readers.read(request('large'), undefined, { megabytes: 5.3 })
    await vi.advanceTimersByTimeAsync(36_999)
    expect(helpers[0]?.killed()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await large).toEqual({ ok: false, fault: fault('READER_TIMEOUT', { file: 'large', seconds: '37' }) })
  })

  it('survives a crash', async () => {
    const readers = pool((asked) => (asked.name === 'bad' ? 'crash' : good(asked)), { size: 1 })
    expect(await readers.read(request('bad'))).toEqual({ ok: false, fault: fault('READER_CRASHED', { file: 'bad' }) })
    expect((await readers.read(request('good'))).ok).toBe(true)
    expect(helpers.length).toBe(2)
  })

  it('replaces a helper that has read its share, or has grown too large', async () => {
    const readers = pool(good, { size: 1, recycleAfter: 3 })
    for (const name of ['a', 'b', 'c', 'd']) await readers.read(request(name))
    expect(helpers.map((helper) => helper.killed())).toEqual([true, false])
    const large = pool((asked) => ({ ...good(asked), rss: 900 * 1024 * 1024 }), { size: 1 })
    for (const name of ['a', 'b']) await large.read(request(name))
    expect(helpers.map((helper) => helper.killed())).toEqual([true, true])
  })

  it('believes nothing that does not have the shape of an answer, and ends whoever says it', async () => {
    const hostile: readonly unknown[] = [
      { ok: true, file: { ...prepared('a', utf8('a')), name: '/etc/passwd' } },
      { ok: true, file: { ...prepared('a', utf8('a')), extra: 1 } },
      { ok: true, file: { ...prepared('a', utf8('a')), sha256: '../../x' } },
      { ok: true, file: { ...prepared('a', utf8('a')), articles: [{ ...prepared('a', utf8('a')).articles[0], article: { ...prepared('a', utf8('a')).articles[0]?.article, body: 'other' } }] } },
      { ok: false, fault: { code: 'NOT_A_CODE', message: '', details: {} } },
      {},
    ]
    for (const reply of [...hostile, ...practicesNobodyFinds()]) {
      // A helper that a file has taken over is not bound by our types.
      const readers = pool(({ id }) => Object.assign({ id }, reply) as ReaderReply, { size: 1 })
      expect(await readers.read(request('a'))).toEqual({ ok: false, fault: fault('READER_CRASHED', { file: 'a' }) })
      expect(helpers[0]?.killed()).toBe(true)
    }
  })

  it('writes the sentence of a refusal anew: no text leaves a helper through an error', async () => {
    const readers = pool(({ id }) => ({ id, ok: false, fault: { code: 'CLASSIFIED_MARK', message: '正文正文', details: { file: '/secret', mark: '机密★', quote: '正文' } } }))
    expect(await readers.read(request('a.txt'))).toEqual({ ok: false, fault: fault('CLASSIFIED_MARK', { file: 'a.txt', mark: '机密★' }) })
  })

  it('ignores answers to questions it did not ask', async () => {
    const readers = pool(() => null, { size: 1 })
    const read = readers.read(request('a'))
    await vi.advanceTimersByTimeAsync(10)
    const id = helpers[0]?.asked.at(-1)?.id ?? 0
    helpers[0]?.say({ id: id + 7, ok: true, file: prepared('a', utf8('wrong')) })
    helpers[0]?.say({ id, ok: true, file: prepared('a', utf8('right')) })
    expect(await read).toMatchObject({ ok: true, file: { articles: [{ article: { body: 'right' } }] } })
  })

  it('ends a read at once when it is cancelled, with its helper', async () => {
    const readers = pool(() => null, { size: 1 })
    const control = new AbortController()
    const busy = readers.read(request('busy'), control.signal)
    const waiting = readers.read(request('waiting'), control.signal)
    await vi.advanceTimersByTimeAsync(10)
    control.abort()
    expect(await Promise.all([busy, waiting])).toEqual(['busy', 'waiting'].map((file) => ({ ok: false, fault: fault('CANCELLED', { file }) })))
    expect(helpers[0]?.killed()).toBe(true)
    expect(await readers.read(request('late'), control.signal)).toMatchObject({ fault: { code: 'CANCELLED' } })
  })

  it('ends all helpers when it closes', async () => {
    const readers = pool(good)
    await Promise.all(['a', 'b', 'c'].map((name) => readers.read(request(name))))
    readers.close()
    expect(helpers.map((helper) => helper.killed())).toEqual([true, true])
  })

  it('tells everybody when helpers cannot start at all, instead of trying for ever', async () => {
    let starts = 0
    const readers = createReaderPool(() => {
      starts++
      return fakeHelper(() => 'crash')
    }, { size: 1 })
    const outcomes = await Promise.all(['a', 'b'].map((name) => readers.read(request(name))))
    expect(outcomes.map((outcome) => !outcome.ok && outcome.fault.code)).toEqual(['READER_CRASHED', 'READER_CRASHED'])
    expect(starts).toBe(3)
  })

  it('does the same when starting throws', async () => {
    const readers = createReaderPool(() => {
      throw new Error('no processes left')
    }, { size: 2 })
    expect(await readers.read(request('a'))).toMatchObject({ fault: { code: 'READER_CRASHED' } })
  })
})
