import type { Root, Yaml } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { Refusal } from '../../contract/errors.ts'
import { parseFrontMatter } from './front-matter.ts'
import { MAX_NESTING } from './limits.ts'

const withFrontMatter = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkFrontmatter, ['yaml']).freeze()
const without = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).freeze()

export interface Markdown {
  readonly tree: Root
  readonly frontMatter: Readonly<Record<string, unknown>> | null
}

/** CommonMark with GFM and emphasis that works between Han characters; throws MALFORMED naming `file` and line. */
export function parseMarkdown(text: string, file: string): Markdown {
  refuseDeepNesting(text, file)
  const tree = withFrontMatter.parse(text)
  const first = tree.children[0]
  if (first?.type !== 'yaml') return { tree, frontMatter: null }
  const frontMatter = parseFrontMatter(first.value, lineOf(first) + 1, file)
  // Prose between two rules is text: read again so that nothing of it is taken for data and lost.
  return frontMatter ? { tree, frontMatter } : { tree: without.parse(text), frontMatter: null }
}

const lineOf = (node: Yaml): number => node.position?.start.line ?? 1

/**
 * The parser's time grows with nesting times lines; a bomb is refused before it is parsed.
 * Counts quote markers and list markers at growing indents, never fewer than the parser would see.
 */
function refuseDeepNesting(text: string, file: string): void {
  const indents: number[] = []
  let line = 0
  for (const content of text.split(/\r\n|\n|\r/)) {
    line++
    const markers = /^(?:[\t ]{0,1000}(?:>|[-+*](?=[\t ])|\d{1,9}[.)](?=[\t ])))+/.exec(content.slice(0, 4000))?.[0] ?? ''
    if (markers === '') continue
    const own = markers.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0
    const indent = /^[\t ]*/.exec(markers)?.[0].length ?? 0
    while ((indents.at(-1) ?? -1) >= indent) indents.pop()
    indents.push(indent)
    if (indents.length + own - 1 > MAX_NESTING) throw new Refusal('MALFORMED', { file, line: String(line), reason: `引用或列表嵌套超过 ${MAX_NESTING} 层` })
  }
}
