import { expect, it, onTestFinished } from 'vitest'
import { EntryId, type Notice } from '../../../electron/contract/entry.ts'
import { libraryMethods } from '../../../electron/contract/library.ts'
import type { ReaderChannel, ReaderReply } from '../../../electron/core/host.ts'
import type { PreparedFile } from '../../../electron/core/jobs/prepared.ts'
import { openCore } from '../../../electron/core/services.ts'
import { emptyFolder } from '../library/folder.ts'
import { bytesOf, preparedFile } from '../library/prepared.ts'
import { sha256 } from '../../../electron/core/library/index.ts'
import { testPorts } from './ports.ts'

const original = '字号：大 中 小\n\n第一段说完。（下转四版）\n\n断开的\n\n一行。\n'
const body = '第一段说完。\n断开的一行。'

const cleaned = (id: string, action: Notice['action'], before: string, at: number): Notice => {
  const start = original.indexOf(before)
  return { id, rule: id, action, text: '', reason: '', before, after: '', raw: { start, end: start + before.length }, at: { start: at, end: at }, applied: true }
}

/** What cleaning hands over of such a page, written out by hand. */
function page(): PreparedFile {
  const { prepared } = preparedFile('页.txt', [body])
  const [first] = prepared.articles
  if (!first) throw new Error('no article')
  const join = '\n\n一行'
  const segments = ['第一段说完。', '断开的', '一行。'].map((text) => {
    const [inBody, inRaw] = [body.indexOf(text), original.indexOf(text)]
    return { body: { start: inBody, end: inBody + text.length }, raw: { start: inRaw, end: inRaw + text.length } }
  })
  const joined = { ...cleaned('join', 'repaired', join, 10), before: '\n\n', raw: { start: original.indexOf(join), end: original.indexOf(join) + 2 } }
  const notices = [cleaned('furniture', 'dropped', '字号：大 中 小', 0), cleaned('jump', 'moved', '（下转四版）', 6), joined]
  const bytes = bytesOf(original)
  return { ...prepared, sha256: sha256(bytes), bytes: bytes.length, accounts: [], articles: [{ ...first, article: { ...first.article, raw: { start: 0, end: original.length }, segments, notices } }] }
}

function readerOf(file: PreparedFile): ReaderChannel {
  let listener: (reply: ReaderReply) => void = () => undefined
  return { post: ({ id }) => queueMicrotask(() => listener({ id, ok: true, file })), onReply: (to) => { listener = to }, onExit: () => undefined, kill: () => undefined }
}

it.each([
  ['furniture', '字号：大 中 小\n第一段说完。\n断开的一行。', 'a removed line comes back as a paragraph of its own, as the original had it'],
  ['jump', '第一段说完。（下转四版）\n断开的一行。', 'a removed piece of a line comes back into its line'],
  ['join', '第一段说完。\n断开的\n一行。', 'a joined line breaks again'],
])('undoing %s gives %j: %s', async (id, undone) => {
  let done: (value: unknown) => void = () => undefined
  const finished = new Promise((resolve) => { done = resolve })
  const { ports, heard } = testPorts({ spawnReader: () => readerOf(page()) })
  const core = await openCore(await emptyFolder(), { ...ports, emit: (event, value) => (event === 'import.finished' ? done(value) : ports.emit(event, value)) })
  onTestFinished(() => core.close())
  await core.call('import.paste', { text: original, name: '页.txt' }, new Map())
  await finished
  const ids = heard.flatMap(({ event, value }) => (event === 'library.changed' && typeof value === 'object' && value !== null && 'ids' in value && Array.isArray(value.ids) ? value.ids : []))
  const entryId = EntryId.parse(ids[0])
  const get = async () => libraryMethods['entries.get'].output.parse(await answer('entries.get', { id: entryId }))
  const answer = async (method: string, input: unknown): Promise<unknown> => {
    const reply = await core.call(method, input, new Map())
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value
  }

  const before = await get()
  expect(before.body).toBe(body)
  const { entry, lost } = libraryMethods['entries.setNotice'].output.parse(await answer('entries.setNotice', { id: entryId, notice: id, applied: false }))
  const put = entry.notices.find((one) => one.id === id)
  expect([entry.body, lost, put?.applied, entry.paragraphs.map(({ text }) => text).join('\n')]).toEqual([undone, [], false, undone])
  await answer('entries.setNotice', { id: entryId, notice: id, applied: true })
  expect({ ...(await get()), revision: 1, updatedAt: '', keywords: [] }).toEqual({ ...before, updatedAt: '', keywords: [] })
})
