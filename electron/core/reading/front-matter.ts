import { LineCounter, parseDocument } from 'yaml'
import { Refusal } from '../../contract/errors.ts'
import { MAX_FRONT_MATTER } from './limits.ts'

const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
/** What the parser's codes mean to the person who wrote the file. */
const REASONS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一个字段写了两次',
  TAB_AS_INDENT: '缩进用了制表符，请改用空格',
  BAD_INDENT: '缩进不对',
  MISSING_CHAR: '缺少引号、括号或冒号',
  MULTILINE_IMPLICIT_KEY: '字段名占了多行，可能缺少引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，请给值加上引号',
  UNEXPECTED_TOKEN: '有多余的符号',
  BAD_ALIAS: '引用了不存在的锚点',
}

/**
 * YAML front matter as plain data, or null when it is not a mapping (then it is text between two rules, not front matter).
 * Objects have no prototype, and keys that could reach one are left out.
 * Throws MALFORMED with the line in the file (`firstLine` is the line of the YAML's first line).
 */
export function parseFrontMatter(yaml: string, firstLine: number, file: string): Readonly<Record<string, unknown>> | null {
  const refuse = (line: number, reason: string): never => {
    throw new Refusal('MALFORMED', { file, line: String(line), reason: `文件头（YAML）${reason}` })
  }
  if (yaml.length > MAX_FRONT_MATTER) return refuse(firstLine, '太长')
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(yaml, { version: '1.2', schema: 'core', lineCounter, uniqueKeys: true, prettyErrors: false, stringKeys: true })
    const error = document.errors[0]
    if (error) {
      if (!/^[^\s:：#]+:(\s|$)/m.test(yaml)) return null
      return refuse(firstLine + lineCounter.linePos(error.pos[0]).line - 1, REASONS[error.code] ?? '写法不对')
    }
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 50 })
    return value instanceof Map ? record(value) : null
  } catch (error) {
    if (error instanceof Refusal) throw error
    // The parser recurses: thousands of open brackets or aliases of aliases end here, not in a hang.
    return refuse(firstLine, '嵌套太深或引用太多')
  }
}

function record(map: ReadonlyMap<unknown, unknown>): Readonly<Record<string, unknown>> {
  const result: Record<string, unknown> = Object.create(null)
  for (const [key, value] of map) if (!PROTOTYPE_KEYS.has(String(key))) result[String(key)] = plain(value)
  return result
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return record(value)
  return Array.isArray(value) ? value.map(plain) : value
}
