import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../electron/contract/entry.ts'
import { packOf, type PackOptions } from '../../../electron/core/exporting/index.ts'
import { createSegmenter } from '../../../electron/core/language/index.ts'
import { text } from '../../sources.ts'
import { dataOf, entryOf, PRACTICES, sentence } from './entries.ts'

const page = text('test/fixtures/pack/page.html')
const segmenter = createSegmenter()
const OPTIONS: PackOptions = { page, title: '善治便携包', language: 'zh-CN', made: '2026-11-22', part: [1, 1], cut: segmenter.cut, plain: false }
const packed = async (entries: readonly Entry[], change: Partial<PackOptions> = {}): Promise<string> => new TextDecoder().decode(await packOf(entries, PRACTICES, { ...OPTIONS, ...change }))

const body = '榆溪市推行警网融合，民警和网格员一起走访。\n全年化解纠纷一百二十件。'
const shown = entryOf(1, body, {
  title: '榆溪市：警格连着网格',
  place: { province: '江北省', city: '榆溪市', district: null, basis: 'stated' },
  practices: [
    { id: 'grid.police', strength: 'primary', state: 'draft', decided: null, evidence: [sentence(body, '榆溪市推行警网融合，民警和网格员一起走访。', '警网融合')], inTitle: [], lost: [], judgements: [], differ: false },
    { id: 'mediation', strength: 'secondary', state: 'rejected', decided: { by: '李工', at: '2026-11-20T00:00:00Z' }, evidence: [sentence(body, '全年化解纠纷一百二十件。', '纠纷')], inTitle: [], lost: [], judgements: [{ by: '李工', at: '2026-11-20T00:00:00Z', came: false, settles: false, decision: 'rejected', counts: true }], differ: false },
  ],
} as never)

describe('a pack', () => {
  it('holds each entry with its paragraphs and its practices, sentence by sentence', async () => {
    const { entries, practices, ...about } = dataOf(await packed([shown]))
    expect(about).toMatchObject({ format: 1, language: 'zh-CN', title: '善治便携包', made: '2026-11-22', part: [1, 1] })
    expect(practices.map(({ id, parent, label }) => [id, parent, label])).toEqual([['grid', null, '网格化治理'], ['grid.police', 'grid', '警网融合']])
    const [entry] = entries
    expect(entry?.paragraphs).toEqual([['paragraph', 0, 0, 21], ['paragraph', 0, 22, 34]])
    expect(entry?.tags).toEqual([{ practice: 'grid.police', strength: 'primary', confirmed: false, body: [{ span: [0, 21], marks: [[5, 9]] }], title: [] }])
    expect(entry?.body?.slice(5, 9)).toBe('警网融合')
  })

  it('says nothing of how an entry came into the library, of what people rejected, or of who decided', async () => {
    const imported: Entry = { ...shown, notices: [{ id: 'n', rule: 'page', action: 'dropped', text: '', reason: '', before: '页码秘密', after: '', raw: null, at: null, applied: true }], original: { sha256: 'a'.repeat(64), file: '内部文件名.txt', bytes: 1, format: 'txt', encoding: 'utf-8', ordinal: 1, raw: { start: 0, end: 1 } } }
    const data = JSON.stringify(dataOf(await packed([imported])))
    for (const secret of ['内部文件名', '页码秘密', '李工', 'mediation']) expect(data).not.toContain(secret)
  })

  it('carries of a restricted entry its title, source and practices, and not a word of its text', async () => {
    const restricted = entryOf(2, body, { ...shown, editorNote: '编者按的话', rights: { level: 'restricted', statement: '未经许可不得转载' } })
    const [entry] = dataOf(await packed([restricted])).entries
    expect(entry).toMatchObject({ title: '榆溪市：警格连着网格', body: null, paragraphs: [], editorNote: null, rights: { level: 'restricted', statement: '未经许可不得转载' }, tags: [{ practice: 'grid.police', body: [] }] })
    const all = JSON.stringify(dataOf(await packed([restricted])))
    for (const words of ['民警和网格员', '编者按的话']) expect(all).not.toContain(words)
  })

  it('carries no provisional title of a restricted entry: it is made of the text’s words', async () => {
    const rights = { level: 'restricted', statement: null } as const
    const provisional = { title: '榆溪市：警网融合 · 走访', titleIsProvisional: true, rights }
    const { entries } = dataOf(await packed([
      entryOf(2, body, { ...provisional, place: { province: '江北省', city: '榆溪市', district: null, basis: 'stated' } }),
      entryOf(3, body, { ...provisional, source: { media: '榆溪日报', page: null, url: null } }),
      entryOf(4, body, provisional),
      entryOf(5, body, { ...provisional, rights: { level: 'internal', statement: null } }),
    ]))
    expect(entries.map(({ title, provisional: named }) => [title, named])).toEqual([['未题名（榆溪市）', true], ['未题名（榆溪日报）', true], ['未题名', true], ['榆溪市：警网融合 · 走访', true]])
  })

  it('puts practices of the first level before sub-practices', async () => {
    const tag = (id: string) => ({ id, strength: 'secondary', state: 'draft', decided: null, evidence: [sentence(body, '全年化解纠纷一百二十件。', '纠纷')], inTitle: [], lost: [], judgements: [], differ: false })
    const [entry] = dataOf(await packed([entryOf(2, body, { practices: ['grid', 'grid.police', 'mediation'].map(tag) } as never)])).entries
    expect(entry?.tags.map(({ practice }) => practice)).toEqual(['grid', 'mediation', 'grid.police'])
  })

  it('indexes no keyword of a restricted entry: it would be a word of the text', async () => {
    const restricted = entryOf(2, body, { keywords: ['走访'], rights: { level: 'restricted', statement: null } })
    expect(JSON.stringify(dataOf(await packed([restricted])).index)).not.toContain('走访')
  })

  it('is the same bytes for the same entries', async () => {
    expect(await packed([shown, entryOf(2, body)])).toBe(await packed([shown, entryOf(2, body)]))
  })

  it('takes entries as they come', async () => {
    async function* later(): AsyncGenerator<Entry> {
      yield shown
      await Promise.resolve()
      yield entryOf(2, body)
    }
    const html = new TextDecoder().decode(await packOf(later(), PRACTICES, OPTIONS))
    expect(html).toBe(await packed([shown, entryOf(2, body)]))
  })
})

const HOSTILE = ['</script><script>alert(1)</script>', '<!-- <script>', ']]>', '𠮷野家与𰻞𰻞面', 'a\u2028b\u2029c', '$& $1 $`', '__PACK_DATA__', '\ud83d', '"quoted" & \'single\'', '\u0000\u0007']

describe.each([false, true])('no text breaks out (plain: %s)', (plain) => {
  it.each(HOSTILE)('%j', async (title) => {
    const html = await packed([entryOf(1, `${title}\n第二段`, { title })], { plain, title })
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html.match(/<\/script/g)).toHaveLength(1)
    expect(html).not.toContain('<!--')
    expect(html).not.toMatch(/[\u2028\u2029]/)
    expect(dataOf(html).entries[0]).toMatchObject({ title, body: `${title}\n第二段` })
    expect(dataOf(html).title).toBe(title)
  })

  it('and the title of the page reads as it was given', async () => {
    const [, title] = /<title>(.*)<\/title>/.exec(await packed([shown], { plain, title: '甲<乙> & "丙"' })) ?? []
    expect(title).toBe('甲&lt;乙&gt; &amp; &quot;丙&quot;')
  })
})

it('refuses a page that is not the one that was built', async () => {
  await expect(packed([shown], { page: '<title></title>' })).rejects.toThrow('__PACK_TITLE__')
})
