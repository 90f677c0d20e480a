import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../../electron/contract/errors.ts'
import { loadTools, prepareFile } from '../../../electron/core/jobs/index.ts'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import { parseReply } from '../../../electron/core/jobs/reply-schema.ts'
import { decode } from '../../../electron/core/reading/index.ts'
import { overSharedTexts, root, shared } from '../../shared.ts'
import { encode } from '../reading/encode.ts'
import { sha256, utf8 } from './make.ts'

const tools = loadTools(join(root, 'content'))
const STORY = '青禾街道：一张议事桌议出和睦巷\n\n在青禾街道柳荫巷，网格员把议事桌搬到楼道口，停车、晾晒、噪声三件烦心事当场有了说法。\n全巷四十二户人家推选出七名议事员，每月逢五开议。\n'

describe('a file as the library gets it', () => {
  it('has its hash, its encoding, and every paragraph where it stands', async () => {
    const bytes = encode(STORY, 'gb18030')
    const file = await prepareFile({ name: '来稿/柳荫巷.txt', bytes }, tools)
    expect(file).toMatchObject({ name: '来稿/柳荫巷.txt', sha256: sha256(bytes), bytes: bytes.length, format: 'txt', decoding: { label: 'gb18030', by: 'score', unsure: false } })
    for (const { article } of file.articles) for (const { text, start, end } of article.paragraphs) expect(article.body.slice(start, end)).toBe(text)
    expect(file.articles.map(({ article }) => article.body).join('\n')).toContain('停车、晾晒、噪声三件烦心事当场有了说法。')
    expect(file.articles[0]?.index.body).toContain('网格 格员')
  })

  it('accounts for every character of the decoded original', async () => {
    const bytes = utf8(`\uFEFF${STORY}\r\n\r\n责任编辑：林晚舟\r\n`)
    const { accounts } = await prepareFile({ name: 'a.txt', bytes }, tools)
    expect([accounts[0]?.start, accounts.at(-1)?.end]).toEqual([0, decode(bytes).text.length])
    accounts.forEach(({ start }, i) => expect(start).toBe(accounts[i - 1]?.end ?? 0))
  })

  // Patterns are compiled once they have been used; only then does a long run exhaust the stack.
  it.each(['，', '中'])('reads a line of millions of “%s”', async (sign) => {
    const line = `甲${sign.repeat(6_000_000)}乙`
    for (const text of [STORY, STORY]) await prepareFile({ name: 'a.txt', bytes: utf8(text) }, tools)
    const { articles } = await prepareFile({ name: 'a.txt', bytes: utf8(line) }, tools)
    expect(articles.length).toBe(1)
  }, 60_000)

  it('passes the check that a helper is held to', async () => {
    const file = await prepareFile({ name: 'a.md', bytes: utf8(`---\ntitle: 议事桌\ndate: 2022-05-18\n---\n\n# 议事桌\n\n${STORY}`) }, tools)
    expect(parseReply({ id: 1, ok: true, file: structuredClone(file) }, { name: 'a.md', options: BY_RULES })).toEqual({ ok: true, file })
  })

  it.each<[string, Uint8Array, string]>([
    ['空.txt', new Uint8Array(0), 'EMPTY'],
    ['密.txt', utf8(`机密★5年\n${STORY}`), 'CLASSIFIED_MARK'],
    ['图.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'UNSUPPORTED'],
  ])('%s is refused', async (name, bytes, code) => {
    await expect(prepareFile({ name, bytes }, tools)).rejects.toThrow(expect.objectContaining({ name: 'Refusal', code }) as Refusal)
  })

  it('is the same for the same bytes', async () => {
    const bytes = utf8(STORY)
    expect(await prepareFile({ name: 'a.txt', bytes }, tools)).toEqual(await prepareFile({ name: 'a.txt', bytes }, tools))
  })
})

describe.skipIf(!shared)(overSharedTexts('the real texts'), () => {
  const folder = join(shared ?? '', 'seeds')
  it.each(shared ? readdirSync(folder) : [])('%s: complete, and as the helper may hand it over', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const file = await prepareFile({ name, bytes }, tools)
    expect(parseReply({ id: 1, ok: true, file: structuredClone(file) }, { name, options: BY_RULES })?.ok).toBe(true)
    expect(file.accounts.at(-1)?.end).toBe(decode(bytes).text.length)
  })
})
