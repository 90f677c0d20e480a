import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../../../electron/core/cleaning/index.ts'
import { loadTools } from '../../../../../electron/core/jobs/index.ts'
import { read } from '../../../../../electron/core/reading/index.ts'
import { root, overSharedTexts, shared } from '../../../../shared.ts'
import { articleOf } from '../../article.ts'
import { HELD_OUT } from './held-out.ts'
import { extract } from './named.ts'

const KINDS = ['person', 'brand', 'platform', 'honour']
const bare = (text: string): string => text.replaceAll(/[“”\s]/gu, '')

describe.skipIf(!shared)(overSharedTexts('names in real texts, annotated by hand'), () => {
  const file = (name: string): string => join(shared ?? '', name)
  const items = (name: string): ReadonlyMap<string, string> =>
    new Map(gunzipSync(readFileSync(file(join('corpus', name)))).toString('utf8').trim().split('\n').map((line) => JSON.parse(line)).map(({ id, text }: { id: string; text: string }) => [id, text]))

  /** The body of each, by its source. */
  async function bodies(): Promise<ReadonlyMap<string, string>> {
    const tools = loadTools(join(root, 'content'))
    const packs = new Map<string, ReadonlyMap<string, string>>()
    const found = new Map<string, string>()
    for (const { source } of HELD_OUT) {
      const [name = '', id = ''] = source.split('/')
      if (name.endsWith('.gz')) {
        const pack = packs.get(name) ?? items(name)
        packs.set(name, pack)
        found.set(source, pack.get(id) ?? '')
      } else {
        const document = await read({ name: id, bytes: readFileSync(file(source)) }, tools)
        found.set(source, clean(document).articles[0]?.body ?? '')
      }
    }
    return found
  }

  it('are found, and little else is', async () => {
    const texts = await bodies()
    const missed: string[] = []
    const wrong: string[] = []
    const tally = new Map(KINDS.map((kind) => [kind, { wanted: 0, right: 0, found: 0 }]))
    for (const { source, names, optional } of HELD_OUT) {
      const body = texts.get(source) ?? ''
      for (const [, start, name] of names) expect(body.slice(start, start + name.length)).toBe(name)
      const { paragraphs } = articleOf(body.split('\n'))
      const facts = extract({ title: null, body, paragraphs, date: null, place: { province: null, city: null, district: null }, authors: [] })
      const allowed = new Set(optional.map(bare))
      for (const kind of KINDS) {
        const count = tally.get(kind)
        if (count === undefined) continue
        const open = new Set(names.flatMap(([own, , name]) => (own === kind ? [bare(name)] : [])))
        count.wanted += open.size
        for (const fact of facts) {
          if (fact.kind !== kind || !('name' in fact.of)) continue
          const name = bare(fact.of.name)
          if (open.delete(name)) count.right++
          else if (allowed.has(name)) continue
          else wrong.push(`${kind} ${fact.of.name}`)
          count.found++
        }
        missed.push(...[...open].map((name) => `${kind} ${name}`))
      }
    }
    console.info([...tally].map(([kind, { wanted, right, found }]) => `${kind}: precision ${right} of ${found}, recall ${right} of ${wanted}`).join('; '))
    // A family name that is also a word, once, with nothing that tells; a historical figure.
    expect({ missed, wrong }).toEqual({ missed: ['person 连德仁', 'person 张英', 'person 高健'], wrong: [] })
  }, 60_000)
})
