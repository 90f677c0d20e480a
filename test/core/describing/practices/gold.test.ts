import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe as suite, expect, it } from 'vitest'
import { clean } from '../../../../electron/core/cleaning/index.ts'
import type { CleanArticle } from '../../../../electron/core/cleaning/article.ts'
import { createTagger, loadTaxonomy } from '../../../../electron/core/describing/practices/index.ts'
import { foldText } from '../../../../electron/core/language/index.ts'
import { readText as read } from '../../../../electron/core/reading/index.ts'
import { overSharedTexts, shared } from '../../../shared.ts'
import { contentFolder } from '../article.ts'

interface Gold {
  readonly file: string
  readonly articles: readonly {
    readonly practice_tags: readonly { readonly tag: string; readonly strength: string; readonly evidence: readonly { readonly text: string }[] }[]
    readonly tag_traps: readonly { readonly text: string; readonly not_tag: string }[]
  }[]
}

const tag = createTagger(loadTaxonomy(contentFolder))
const text = (...path: string[]): string => readFileSync(join(shared ?? '', ...path), 'utf8')
const articlesOf = (name: string): readonly CleanArticle[] => clean(read({ name, bytes: readFileSync(join(shared ?? '', 'seeds', name)) })).articles
const goldFiles = shared === null ? [] : readdirSync(join(shared, 'gold')).filter((name) => name.endsWith('.json')).sort()

suite.skipIf(!shared)(overSharedTexts('practices against the annotations'), () => {
  it.each(goldFiles)('%s: every practice is found with its sentence, none is false', (name) => {
    const gold: Gold = JSON.parse(text('gold', name))
    const [wanted] = gold.articles
    const [article] = articlesOf(gold.file)
    if (wanted === undefined || article === undefined) throw new Error('nothing to compare')
    const found = new Map(tag(article).map((one) => [one.id as string, one]))
    const required = wanted.practice_tags.filter(({ strength }) => strength !== 'mention')
    const allowed = new Set(wanted.practice_tags.flatMap((one) => [one.tag, one.tag.split('.')[0]]))
    const missed = required.filter((one) => !found.has(one.tag)).map((one) => one.tag)
    const wrong = [...found.keys()].filter((id) => !allowed.has(id))
    const elsewhere = required.filter((one) => {
      const sentences = (found.get(one.tag)?.evidence ?? []).map(({ start, end }) => foldText(article.body.slice(start, end)))
      return found.has(one.tag) && !one.evidence.some((evidence) => sentences.some((sentence) => sentence.includes(foldText(evidence.text)) || foldText(evidence.text).includes(sentence)))
    })
    const leaves = [...found.keys()].filter((id) => id.includes('.'))
    const agreed = wanted.practice_tags.filter((one) => found.get(one.tag)?.strength === one.strength).length
    console.info(`${gold.file}: precision ${leaves.length - wrong.length} of ${leaves.length}, recall ${required.length - missed.length} of ${required.length}; strength as annotated ${agreed} of ${wanted.practice_tags.filter((one) => found.has(one.tag)).length}`)
    expect({ missed, wrong, elsewhere: elsewhere.map((one) => one.tag) }).toEqual({ missed: [], wrong: [], elsewhere: [] })
    const trapped = wanted.tag_traps.filter((trap) => found.get(trap.not_tag)?.evidence.some(({ marks }) => marks.some((mark) => trap.text.includes(article.body.slice(mark.start, mark.end)) && article.body.includes(trap.text))))
    expect(trapped.map((trap) => trap.not_tag)).toEqual([])
  })

  it('the six items of a newspaper page that are about something else show nothing, its two cases show what they are about', () => {
    const [page] = readdirSync(join(shared ?? '', 'seeds')).sort()
    const shown = articlesOf(page ?? '').map((article) => tag(article).map(({ id }) => id as string))
    expect(shown.map((ids) => ids.length > 0)).toEqual([true, false, false, false, false, false, true, false])
    expect(shown[0]).toEqual(expect.arrayContaining(['grid.loop', 'fengqiao.center', 'smart.xueliang', 'mediation.method', 'party.property', 'system.leadership']))
    expect(shown[6]).toContain('service.front')
  })

  it('of untitled write-ups nothing is lost by what came later: these practices they show beyond doubt', () => {
    const [, first, second] = readdirSync(join(shared ?? '', 'seeds')).sort()
    const ids = (name: string | undefined): string[] => tag(articlesOf(name ?? '')[0] ?? { title: null, body: '', paragraphs: [] }).map(({ id }) => id)
    expect(ids(first)).toEqual(expect.arrayContaining(['grid.layout', 'grid.workforce', 'grid.party', 'grid.platform', 'grid.linkage', 'fengqiao.center', 'fengqiao.order', 'mediation.person', 'mediation.group', 'party.neighbour', 'sanzhi.legalaid', 'safety.stability', 'service.hotline']))
    expect(ids(second)).toEqual(expect.arrayContaining(['grid.layout', 'grid.linkage', 'fengqiao.local', 'smart.xueliang', 'smart.command', 'smart.community', 'mediation.person', 'sanzhi.charter', 'safety.gang', 'petition.mechanism', 'system.force']))
  })
})
