/** What a text says its practice costs or where it falls short (局限与成本): the clause that says it. Most texts say neither. */
import type { Span } from '../../../../contract/span.ts'
import { matchesOf } from './matches.ts'

/** A clause that names what was spent, with the amount. */
const COST = /(?:投入(?!使用)|总投资(?=[约近超]?\d[\d.]{0,6}[余多]?万元)|(?<=^|[，。；\n“]|[累合总]计|计划|已|共|统筹|筹措|财政|先后)投资(?=[余多近约超]?[^，。；]{0,4}\d[\d.]{0,6}[余多]?[百千]?[万亿]?[余多]?元(?:[用建完改打升新实开购]|，(?:用于|建成|新建|改造|打造|升级)))|斥资|耗资|总造价|造价|经费|财政(?:列支|拨付|安排|补贴|投入)|专项资金|以奖代补|列支)[^，。；：！？\n]{0,30}?[\d一二三四五六七八九十百千]{1,12}(?:\.\d{1,4})?(?:余|多)?[百千]?[万亿]?(?:余|多)?(?:元|美元)/gu
/** A sentence that admits something: 仍存在…不足, 难点在于, 有待加强. */
const SHORT = /(?:(?:[仍还尚](?:然|有|需)?(?:存在|面临)?|依然(?:存在|面临)?|[但也](?:仍)?(?:存在|面临))(?:着|了|一些|诸多|不少|较多|一定(?:的)?|许多|部分|明显(?:的)?|突出(?:的)?)?[^，。；！？\n]{0,30}?(?:不足|短板|薄弱环节|差距|困难|难题|瓶颈|局限|制约|不够[^，。；！？\n]{1,6}|不高|不平衡|不充分|缺口|难点|问题)(?=[，。；！？]|$)|(?:难点|不足之处|短板|局限)(?:在于|主要是|是)[^。；！？\n]{2,60}|(?:有待|尚待|亟待|仍需|还需)(?:进一步)?(?:加强|完善|提高|提升|解决|健全|破解|改进|优化)[^，。；！？\n]{0,30}|尚未(?:完全)?(?:建立|形成|覆盖|健全|解决|实现)[^，。；！？\n]{0,30})/gu
/** What was so before the practice began, or what others' problem it solved, is no limit of it. */
const PAST = /(?:过去|以前|此前|曾经?|当时|原来|起初|之前|针对|为解决|破解|解决|着力|围绕|聚焦|由于历史|一度|长期以来|瞄准|紧盯|排查|整治|发现|没有|不再|化解|面对)[^。！？\n]{0,60}$/u
const LONGEST = 290

/** `plain` is `plainText(body)`. In the order of the text, disjoint. */
export function limitsIn(plain: string): readonly Span[] {
  const found: Span[] = []
  for (const [pattern, past] of [[COST, false], [SHORT, true]] as const) {
    for (const match of matchesOf(pattern, plain)) {
      if (past && PAST.test(sentenceBefore(plain, match.index))) continue
      const span = { start: match.index, end: Math.min(match.index + match[0].length, match.index + LONGEST) }
      if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push(span)
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

const LOOK_BACK = 80

function sentenceBefore(plain: string, at: number): string {
  const text = plain.slice(Math.max(0, at - LOOK_BACK), at)
  return text.slice(Math.max(...['。', '！', '？', '\n'].map((end) => text.lastIndexOf(end))) + 1)
}
