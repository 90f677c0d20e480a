/** One file of `content/practices`: front matter with the lists, a body that people read; every mistake names file and line. */
import type { Heading, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { z } from 'zod'
import { Refusal } from '../../../contract/errors.ts'
import { PracticeId } from '../../../contract/practice-tag.ts'
import type { Practice } from '../../../contract/practices.ts'
import { parseMarkdown } from '../../reading/markdown.ts'
import { patternFault } from './pattern.ts'
import { plainText } from './plain.ts'

export interface PracticeFile {
  readonly file: string
  readonly order: number
  readonly practice: Practice
  /** Throws MALFORMED at the line of this key of the front matter. */
  readonly refuseAt: (key: string, reason: string) => never
}

/** In characters; tags and boards have room for so many. */
const LONGEST_LABEL = { practice: 6, sub: 8, english: 24 }
const LONGEST_WORD = 20
const SECTIONS = ['定义', '算', '不算', '教学提问'] as const
type Section = (typeof SECTIONS)[number]

const Words = z.array(z.string().trim().min(2).max(LONGEST_WORD)).max(200)
const FrontMatter = z.strictObject({
  id: PracticeId,
  parent: PracticeId.optional(),
  order: z.int().min(1),
  label: z.string().trim().min(2).max(LONGEST_LABEL.sub),
  zh: z.string().trim().min(2).max(40),
  en: z.string().trim().min(2).max(80),
  labelEn: z.string().trim().min(2).max(LONGEST_LABEL.english).optional(),
  strong: Words,
  weak: Words,
  patterns: z.array(z.string().min(2).max(400)).max(60),
  negative: Words,
})
type FrontMatter = z.infer<typeof FrontMatter>

/** `file` is the name that errors show, such as `content/practices/grid.md`. */
export function parsePracticeFile(file: string, text: string): PracticeFile {
  const refuse = (line: number, reason: string): never => {
    throw new Refusal('MALFORMED', { file, line: String(line), reason })
  }
  const { tree, frontMatter } = parseMarkdown(text, file)
  if (frontMatter === null) return refuse(1, '缺少文件头（--- 之间的字段）')
  const lines = text.split(/\r?\n/)
  const refuseAt = (key: string, reason: string, value?: string): never => refuse(lineOf(lines, key, value), reason)
  const fields = checked(frontMatter, refuseAt)
  checkLists(fields, refuseAt)
  const sections = sectionsOf(tree.children.filter(({ type }) => type !== 'yaml'), refuse, lines.length)
  const paragraph = (name: Section): string => {
    const [node, ...more] = sections[name].nodes
    return node?.type === 'paragraph' && more.length === 0 ? toString(node).trim() : refuse(sections[name].line, `“${name}”要写成一段文字`)
  }
  const items = (name: Section): string[] => {
    const [node, ...more] = sections[name].nodes
    if (node?.type !== 'list' || more.length > 0) return refuse(sections[name].line, `“${name}”要写成一个列表`)
    if (node.children.length < 2 || node.children.length > 4) refuse(sections[name].line, `“${name}”要有 2–4 条，现有 ${node.children.length} 条`)
    return node.children.map((item) => toString(item).trim() || refuse(item.position?.start.line ?? 1, `“${name}”里有空的一条`))
  }
  const { id, parent = null, order, label, zh, en, labelEn = en, strong, weak, patterns, negative } = fields
  return {
    file,
    order,
    practice: { id, parent, label, zh, en, labelEn, definition: paragraph('定义'), counts: items('算'), countsNot: items('不算'), question: paragraph('教学提问'), strong, weak, patterns, negative },
    refuseAt,
  }
}

type Refuse = (key: string, reason: string, value?: string) => never

function checked(frontMatter: Readonly<Record<string, unknown>>, refuse: Refuse): FrontMatter {
  const parsed = FrontMatter.safeParse({ ...frontMatter })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue === undefined) throw parsed.error
  if (issue.code === 'unrecognized_keys') return refuse(issue.keys[0] ?? '', `没有名为“${issue.keys[0] ?? ''}”的字段`)
  const key = String(issue.path[0] ?? '')
  const value = issue.path.reduce<unknown>((inside, step) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined), frontMatter)
  if (value === undefined) return refuse(key, `缺少字段“${key}”`)
  if (issue.code === 'too_big') return refuse(key, `“${key}”太长：最多 ${issue.maximum}`, String(value))
  if (issue.code === 'too_small') return refuse(key, `“${key}”太短：至少 ${issue.minimum}`, String(value))
  return refuse(key, `“${key}”的写法不对`, String(value))
}

/** What the schema cannot say of the lists: that each word can fire, stands once, and that patterns are safe. */
function checkLists({ id, parent, label, en, labelEn, strong, weak, patterns, negative }: FrontMatter, refuse: Refuse): void {
  const dot = id.lastIndexOf('.')
  if ((dot === -1 ? undefined : id.slice(0, dot)) !== parent) refuse('parent', `“${id}”的上级要写成“${dot === -1 ? '' : id.slice(0, dot)}”`)
  if (dot === -1 && label.length > LONGEST_LABEL.practice) refuse('label', `“label”太长：最多 ${LONGEST_LABEL.practice}`)
  if (labelEn === undefined && en.length > LONGEST_LABEL.english) refuse('en', `“en”超过 ${LONGEST_LABEL.english} 个字符，要另写短名“labelEn”`)
  for (const pattern of patterns) {
    const fault = patternFault(pattern)
    if (fault !== null) refuse('patterns', `样式“${pattern}”${fault}`, pattern)
  }
  const seen = new Set<string>()
  for (const [key, words] of [['strong', strong], ['weak', weak]] as const) {
    for (const word of words) {
      const plain = plainText(word)
      if (plain.length < 2) refuse(key, `“${word}”里没有可查找的字`, word)
      if (seen.has(plain)) refuse(key, `“${word}”重复`, word)
      seen.add(plain)
      const cancelling = negative.find((against) => plain.includes(plainText(against)))
      if (cancelling !== undefined) refuse('negative', `“${cancelling}”使“${word}”永远不能命中`, cancelling)
    }
  }
  if (strong.length + patterns.length === 0 && weak.length < 2 && parent !== undefined) refuse('strong', '没有触发词，这一项永远不会命中')
}

/** The line of a key of the front matter, or of `value` below it. */
function lineOf(lines: readonly string[], key: string, value?: string): number {
  const at = lines.findIndex((line) => line.startsWith(`${key}:`))
  if (at === -1) return 1
  if (value === undefined || value === '') return at + 1
  const below = lines.findIndex((line, index) => index >= at && line.includes(value))
  return (below === -1 ? at : below) + 1
}

interface Part {
  readonly line: number
  readonly nodes: readonly RootContent[]
}

function sectionsOf(nodes: readonly RootContent[], refuse: (line: number, reason: string) => never, end: number): Readonly<Record<Section, Part>> {
  const heads = nodes.filter((node): node is Heading => node.type === 'heading')
  const line = (node: RootContent | undefined): number => node?.position?.start.line ?? end
  if (nodes[0] !== undefined && nodes[0].type !== 'heading') refuse(line(nodes[0]), '第一节之前不能有文字')
  heads.forEach((head, index) => {
    if (head.depth !== 2) refuse(line(head), '各节的标题用两个井号（##）')
    const name = toString(head)
    if (name !== SECTIONS[index]) refuse(line(head), index < SECTIONS.length ? `这里应是“${SECTIONS[index] ?? ''}”一节，而不是“${name}”` : `多出“${name}”一节`)
  })
  const missing = SECTIONS[heads.length]
  if (missing !== undefined) refuse(end, `缺少“${missing}”一节`)
  const part = (index: number): Part => {
    const [head, next] = [heads[index], heads[index + 1]]
    return { line: line(head), nodes: nodes.slice(head === undefined ? 0 : nodes.indexOf(head) + 1, next === undefined ? nodes.length : nodes.indexOf(next)) }
  }
  return { 定义: part(0), 算: part(1), 不算: part(2), 教学提问: part(3) }
}
