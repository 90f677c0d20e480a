/** One file of `content/cases`: front matter with the citations, a body in which every figure is a link to one of them. Every mistake names file and line. */
import type { Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { z } from 'zod'
import { Citation } from '../../../contract/bundled.ts'
import { Refusal } from '../../../contract/errors.ts'
import { parseMarkdown } from '../../reading/markdown.ts'
import { pathOf, type Gazetteer } from '../gazetteer.ts'
import { bodyOf } from './body.ts'
import type { BundledCase } from './bundled-case.ts'

const SECTIONS = ['背景', '做了什么', '怎样运转', '数据', '局限与原文未述']
const SHORTEST_BODY = 600
const LONGEST_BODY = 1200
/** A longer run of the original's own words would be its sentence, not a fact. */
const LONGEST_RUN = 13

const Id = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const Words = z.array(z.string().trim().min(2).max(20))
const FrontMatter = z.strictObject({
  key: Id,
  title: z.string().trim().min(4).max(60),
  place: z.string(),
  keywords: Words.min(5).max(20),
  citations: z.array(Citation.extend({ id: Id, date: z.string().regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/).nullable(), authors: z.array(z.string().trim().min(2).max(50)) })).min(1).max(5),
  original: z.strictObject({ enough: z.int().min(3), facts: Words.min(6).max(40) }),
})
type FrontMatter = z.infer<typeof FrontMatter>
export type Refuse = (line: number, reason: string) => never

/** `file` is the name that errors show, such as `content/cases/huaibei.md`. Throws MALFORMED. */
export function parseCaseFile(file: string, text: string, gazetteer: Gazetteer): BundledCase {
  const refuse: Refuse = (line, reason) => {
    throw new Refusal('MALFORMED', { file, line: String(line), reason })
  }
  const { tree, frontMatter } = parseMarkdown(text, file)
  if (frontMatter === null) return refuse(1, '缺少文件头（--- 之间的字段）')
  const lines = text.split(/\r?\n/)
  const refuseAt = (key: string, reason: string, value = ''): never => refuse(lineOf(lines, key, value), reason)
  const { key, title, keywords, citations, original, place } = checked(frontMatter, refuseAt)
  if (!file.endsWith(`/${key}.md`)) refuseAt('key', `“${key}”要与文件名一致`)
  if (original.enough > original.facts.length) refuseAt('enough', `“enough”多于 facts 的条数（${original.facts.length}）`)
  for (const fact of original.facts) if (hanRun(fact) > LONGEST_RUN) refuseAt('facts', `“${fact}”是原文的句子，不是事实`, fact)
  refuseTwice(original.facts, (fact) => refuseAt('facts', `“${fact}”重复`, fact))
  refuseTwice(citations.map(({ id }) => id), (id) => refuseAt('citations', `出处“${id}”重复`, id))

  checkSections(tree, refuse, lines.length)
  const { body, paragraphs, figures } = bodyOf(tree, new Set(citations.map(({ id }) => id)), refuse)
  const length = body.replaceAll(/\s/g, '').length
  if (length < SHORTEST_BODY || length > LONGEST_BODY) refuse(lines.length, `正文要有 ${SHORTEST_BODY}–${LONGEST_BODY} 字，现有 ${length} 字`)
  for (const { id } of citations) if (!figures.some(({ citation }) => citation === id)) refuseAt('citations', `没有一处数据出自“${id}”`, id)
  return { key, title, place: placeOf(place, gazetteer) ?? refuseAt('place', `地名库里没有“${place}”；要写“省/市”或“省/市/区县”的全称`), keywords, body, paragraphs, citations, figures, original }
}

type RefuseAt = (key: string, reason: string, value?: string) => never

function checked(frontMatter: Readonly<Record<string, unknown>>, refuse: RefuseAt): FrontMatter {
  const parsed = FrontMatter.safeParse(frontMatter)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue === undefined) throw parsed.error
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  const value = path.reduce<unknown>((inside, step) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined), frontMatter)
  const name = path.map(String).join('.')
  const key = String(path.findLast((step) => typeof step === 'string') ?? '')
  if (issue.code === 'unrecognized_keys') return refuse(key, `没有名为“${name}”的字段`)
  if (value === undefined) return refuse(String(path[0] ?? ''), `缺少字段“${name}”`)
  return refuse(key, `“${name}”的写法不对`, typeof value === 'object' ? '' : String(value))
}

/** The line of a key of the front matter, or of `value` at or below it. */
function lineOf(lines: readonly string[], key: string, value: string): number {
  const at = lines.findIndex((line) => line.split(/[\s{,]+/).includes(`${key}:`))
  if (at === -1) return 1
  const below = value === '' ? -1 : lines.findIndex((line, index) => index >= at && line.includes(value))
  return (below === -1 ? at : below) + 1
}

function refuseTwice(words: readonly string[], refuse: (word: string) => never): void {
  const twice = words.find((word, index) => words.indexOf(word) !== index)
  if (twice !== undefined) refuse(twice)
}

const hanRun = (text: string): number => Math.max(0, ...(text.match(/\p{Script=Han}+/gu) ?? []).map(({ length }) => length))

function checkSections(tree: Root, refuse: Refuse, end: number): void {
  const nodes: readonly RootContent[] = tree.children.filter(({ type }) => type !== 'yaml')
  if (nodes[0] !== undefined && nodes[0].type !== 'heading') refuse(nodes[0].position?.start.line ?? 1, '第一节之前不能有文字')
  const heads = nodes.flatMap((node) => (node.type === 'heading' ? [{ name: toString(node), depth: node.depth, line: node.position?.start.line ?? 1 }] : []))
  heads.forEach(({ name, depth, line }, index) => {
    if (depth !== 2) refuse(line, '各节的标题用两个井号（##）')
    if (name !== SECTIONS[index]) refuse(line, index < SECTIONS.length ? `这里应是“${SECTIONS[index] ?? ''}”一节，而不是“${name}”` : `多出“${name}”一节`)
  })
  const missing = SECTIONS[heads.length]
  if (missing !== undefined) refuse(end, `缺少“${missing}”一节`)
}

function placeOf(path: string, gazetteer: Gazetteer): BundledCase['place'] | null {
  const [province, city, district = null] = path.split('/')
  const known = gazetteer.names.get(district ?? city ?? '')?.divisions.some((division) => pathOf(division) === path) === true
  return known && province !== undefined && city !== undefined ? { province, city, district } : null
}
