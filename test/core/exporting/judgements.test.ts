import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { FileEntry } from '../../../electron/contract/judgement-file.ts'
import { readJudgements, writeJudgements } from '../../../electron/core/exporting/index.ts'

const at = '2026-11-22T08:00:00.000Z'
const entry = FileEntry.parse({
  sha256: 'a'.repeat(64), ordinal: 2, body: 'b'.repeat(64), keys: [1, 2, 3], title: '一则手记',
  practices: [{ practice: 'grid.police', label: '警网融合', decision: 'rejected', settles: false, by: '李敏', at }],
  passages: [{ practice: 'grid', label: '网格', start: 3, quote: '𠮷祥\n网格', nth: 0, of: 1, by: '王芳', at }],
  facts: [{ subject: '', decision: 'changed', found: '老马', value: { kind: 'brand', of: { name: '老马', kind: 'person', place: null } }, basis: 'user', settles: true, start: null, quote: '老马', nth: 0, of: 0, by: '王芳', at }],
})
const bytes = writeJudgements([entry], at)
const text = (): string => new TextDecoder().decode(bytes)
/** Lines with the sum of them behind. */
const sealed = (lines: string): Uint8Array => new TextEncoder().encode(`${lines}${JSON.stringify({ end: createHash('sha256').update(lines).digest('hex') })}\n`)
const [head = '', line = ''] = text().split('\n')
const refused = (given: Uint8Array) => readJudgements('意见.judgements', given).then(() => null, (error: unknown) => (error instanceof Refusal ? [error.code, error.message] : ['thrown', String(error)]))

describe('a judgements file', () => {
  it('is read as it was written', async () => {
    expect(await readJudgements('意见.judgements', bytes)).toEqual({ head: { format: 'shanzhi-judgements', version: 2, made: at, entries: 1, judgements: 3 }, entries: [entry] })
    expect(text().split('\n')).toHaveLength(4)
  })

  it('is read though an editor put a byte order mark in front', async () => {
    expect((await readJudgements('意见.judgements', Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), bytes]))).entries).toEqual([entry])
    expect(await refused(Uint8Array.of(0xef, 0xbb, 0xbf))).toEqual(['EMPTY', expect.stringContaining('是空的')])
  })

  it('of the first version, which tells less, is read', async () => {
    const first = sealed(`${head.replace('"version":2', '"version":1')}\n${line.replaceAll(',"reading":""', '')}\n`)
    expect((await readJudgements('意见.judgements', first)).entries).toEqual([entry])
  })

  it.each<[string, Uint8Array, string, string]>([
    ['empty', new Uint8Array(), 'EMPTY', '“意见.judgements”是空的，没有可导入的内容。'],
    ['a text', new TextEncoder().encode('网格员每天走访。\n'), 'NOT_JUDGEMENTS', '“意见.judgements”不是意见文件，没有导入。请选择由本软件“导出意见”写成的 .judgements 文件。'],
    ['a file of another program', sealed('{"format":"other","version":1}\n'), 'NOT_JUDGEMENTS', '“意见.judgements”不是意见文件'],
    ['bytes of a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0xff]), 'NOT_JUDGEMENTS', '“意见.judgements”不是意见文件'],
    ['written by a newer program', sealed('{"format":"shanzhi-judgements","version":3,"more":true}\n'), 'JUDGEMENTS_NEWER', '由更新的版本写成（3，本程序支持到 2）'],
    ['cut off', bytes.subarray(0, bytes.byteLength - 40), 'CORRUPT', '没有结尾一行，可能没有复制完'],
    ['cut off after a line', new TextEncoder().encode(`${head}\n${line}\n`), 'CORRUPT', '没有结尾一行'],
    ['changed in one character', new TextEncoder().encode(text().replace('rejected', 'rejecteD')), 'CORRUPT', '内容与校验和不符'],
    ['short of an entry', sealed(`${head}\n`), 'CORRUPT', '条数与文件开头写的不符'],
    ['wrong in a line', sealed(`${head}\n${line.replace('"rejected"', '"perhaps"')}\n`), 'MALFORMED', '“意见.judgements”第 2 行有误：practices.0.decision不符合意见文件的格式'],
    ['no JSON in a line', sealed(`${head}\n{"sha256":\n`), 'MALFORMED', '第 2 行有误：这一行不符合'],
    ['too many entries', sealed(`${head.replace('"entries":1', '"entries":100001')}\n`), 'TOO_MANY', '有 100001 项，超过上限 100000'],
    ['not UTF-8', ((): Uint8Array => {
      const lines = Buffer.concat([Buffer.from(`${head}\n`), Buffer.from([0xff, 0xfe, 0x0a])])
      return Buffer.concat([lines, Buffer.from(`${JSON.stringify({ end: createHash('sha256').update(lines).digest('hex') })}\n`)])
    })(), 'CORRUPT', '有不是 UTF-8 的字节'],
  ])('that is %s is refused as a whole', async (_, given, code, words) => {
    expect(await refused(given)).toEqual([code, expect.stringContaining(words)])
  })

  it('that is huge is refused before it is read', async () => {
    expect(await refused(new Uint8Array(65 * 1024 * 1024))).toEqual(['TOO_BIG', '“意见.judgements”有 65.0 MB，超过单个文件的上限 64.0 MB。请拆分后再导入。'])
  })

  it('whatever is done to it, is read as it was or refused with a code', async () => {
    await fc.assert(fc.asyncProperty(fc.nat({ max: bytes.byteLength - 1 }), fc.nat({ max: 255 }), fc.nat({ max: 3 }), async (where, byte, cut) => {
      const given = Uint8Array.from([...bytes.subarray(0, where), ...(cut === 0 ? [byte] : []), ...bytes.subarray(where + cut)])
      const answer = await refused(given)
      // A blank more in the last line changes nothing that is said.
      if (answer === null) expect((await readJudgements('意见.judgements', given)).entries).toEqual([entry])
      else expect(['CORRUPT', 'NOT_JUDGEMENTS', 'JUDGEMENTS_NEWER', 'MALFORMED', 'TOO_MANY']).toContain(answer[0])
    }), { numRuns: 400 })
  })

  it('takes any bytes without being thrown off', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (given) => {
      expect((await refused(given))?.[0]).toMatch(/^(EMPTY|NOT_JUDGEMENTS)$/)
    }))
  })
})
