/** Words somebody said (引语): what stands in quotes as a sentence of its own, and who says it as the text names them. */
import type { FoundFact } from '../fact.ts'
import { clauseStart, MOST, type Reading } from './reading.ts'

const LEAST = 6
const SAID = '(?:所[言说讲]|说道?|表示|告诉[^，,。：:“”]{0,10}|坦言|回忆道?|感慨道?|感叹道?|介绍道?|指出|强调|赞叹道?|点赞道?|写道|直言|评价道?|叮嘱道?|总结道?|补充道?|解释道?|承诺道?|呼吁道?|透露)'
const SAID_BEFORE = new RegExp(`(?:${SAID}|道来|[问答喊劝]道|道谢|致谢|道)\\s*[：:，,]\\s*$|(?:曾|常|总|还)说\\s*$`, 'u')
const SAID_END = new RegExp(`(?:${SAID}|道来|[问答喊劝]道|道谢|致谢|道)\\s*$`, 'u')
const SAID_AFTER = new RegExp(`^((?:[^。！？“”\\n]|“[^“”\\n]{1,12}”){0,60}?)(?:${SAID}|称赞|认为|感慨不已|感叹不已|赞不绝口|向[^，,。！？“”\\n]{0,12}记者(?:展示|演示|讲|算)[^，,。！？“”\\n]{0,20}|说到(?=。))(?:[，,。：:；;]|$)`, 'u')
/** ”这是…主任陶某常挂在嘴边的一句话, ”政委陶某的这句话. */
const WORDS_OF = /^(?:这是([^，,。！？《》\n]{2,36}?)(?:在[^，,。！？“”]{2,16}(?:上|时|中))?(?:经常|时常|常常|常|总|最)*(?:挂在嘴边的|说得?(?:最多)?的|的|必说的|爱说的|念叨的)[“]?(?:共同|一致|普遍)?(?:一句话|口头禅|开场白|心声|心里话|(?:由衷|真切|深切)?(?:感慨|感受))|([^，,。！？“”\n]{2,40}?)的(?:这|一)(?:句|番|席)(?:心里)?话)/u
/** ”……广场上邻居们的齐声呐喊. */
const CRY_OF = /^[…—，,]{0,4}([\u4e00-\u9fff]{2,16})的(?:齐声|阵阵|声声)?(?:呐喊|呼喊|喊声|欢呼声?|呼声)/u
/** 正在社区巡查的支部书记: what they are at. */
const BUSY = /^正在[^，,的]{1,16}的(?=[^的]{2})/u
const WHO = /(?:[^，,。！？；;“”\n]{2,40}?)$/u
const HOW = /(?:激动|高兴|感慨|笑着|欣慰|动情|开心|深有感触|由衷|不好意思|竖起大拇指|兴奋|满意|这样|如此|如是|坚定|自豪|不禁|自发|深刻|赋诗|娓娓|连连|连声|并?(?:再三|反复)|都|也|还|就|向|对|给|不断|常常?|经常|时常|总是?|曾)?(?:地|的)?(?:对)?(?:记者|我们|大家)?$/u
/** To whom. */
const TO = /(?<=.{2})(?:对|向|跟|冲着?|朝着?)(?!口|接|面|外)[^，,对向跟]{1,16}$/u
/** Where and when they said it. */
const AT = /(?:在|于)?(?:接受)?(?:[^，,在]{0,8}记者)?采访(?:时|中)$|在(?:(?!位于)[^，,]){2,24}(?:[时上中后里]|会上)$/u
/** Parts of a sentence that say when or of what, and not who. */
const ASIDE = /^(?:[\d年月日上下午晚]+|近日|日前|前几天|当天|当时|如今|现在|对此|据了解|其中|随后|(?:回忆|说|谈|提|讲)(?:起|到|及).*|(?:看着|望着|面对|听到|得知|拿着|握着|拉着).*)$/u
/** “…“…”…。”: what is said holds quotes of its own, and its writer had one kind of them only. */
const NESTED = /“(?:[^“”\n]{0,200}“[^“”\n]{1,40}”){1,4}[^“”\n]{0,200}[。！？!?…，,]”/gu
/** 今年初, 接受询问时. */
const WHEN = /^(?:[今去前当][年天日月].{0,6}|[^，,]{0,20}(?:时|后|中|期间|之际|现场|上))$/u
/** Behind a name: not what is theirs, nor whom they are with. */
const NO_DOING = /^(?:[的、和与及等被之”’）)])/u
/** Who is named by a family name and how one speaks to them: 老人陶阿姨, 村民何某. */
const CALLED = /^.{0,24}?[\u4e00-\u9fff](?:某某?|阿姨|阿婆|阿公|大爷|大妈|大娘|大叔|大姐|大哥|大伯|大嫂|女士|先生|奶奶|爷爷|师傅|老师|老汉)/u
/** 在陶青看来，…。“…” */
const IN_THEIR_EYES = /在([^，,。！？“”\n]{2,24})看来[，,][^“”\n]{0,60}[。！？]\s*$/u
/** 声音里带着哭腔：“ */
const BY_VOICE = /^(?:声音|语气|话语|言语|眼[里中含]|脸上|满脸|满眼|神情)[^，,]{1,14}$/u
/** 居民何某：“ */
const CALLED_AT_END = new RegExp(`${CALLED.source}$`, 'u')
/** How far back a 她 looks for its name. */
const FAR = 160

/** `people`: everybody the text names, of whom a 他 or 她 can be one. */
export function quotes({ body, quoted, state }: Reading, people: readonly string[]): readonly FoundFact[] {
  const nested = [...body.matchAll(NESTED)].map(({ 0: whole, index }) => ({ text: whole.slice(1, -1), start: index + 1, end: index + whole.length - 1 }))
  const inside = (at: number): boolean => nested.some(({ start, end }) => start < at && at < end)
  return [...nested, ...quoted.filter(({ start }) => !inside(start))]
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ text, start, end }): readonly FoundFact[] => {
      if (text.length < LEAST || !/[\u4e00-\u9fff]{3}/u.test(text)) return []
      const before = body.slice(Math.max(0, start - 60), start - 1)
      const begins = before === '' || /[\n。！？：:”…]\s*$|[讯电](?:[ \u3000]+|[ \u3000]?[（(][^（）()]{2,30}[）)])$/u.test(before)
      const said = SAID_BEFORE.test(before)
      const ends = /[。！？!?…；;，,]$/u.test(text)
      if (!said && !(ends && (begins || (/[，,]\s*$/u.test(before) && SAID_AFTER.test(body.slice(end + 1, end + 40)))))) return []
      const speaker = said || /[：:]\s*$/u.test(before) ? speakerBefore(body, start - 1, people) : speakerAfter(body, start - 1, body.slice(end + 1, end + 90), people)
      return [state({ kind: 'quote', of: { speaker } }, start - 1, end + 1)]
    })
    .slice(0, MOST)
}

/** …俞敬明老人激动地告诉记者：“ */
function speakerBefore(body: string, quote: number, people: readonly string[]): string | null {
  const colon = body.slice(Math.max(0, quote - 3), quote).search(/[：:，,]\s*$/u)
  const at = colon < 0 ? quote : Math.max(0, quote - 3) + colon
  const from = clauseStart(body, at)
  const clause = body.slice(from, at)
  const said = SAID_END.exec(clause)
  if (said === null && BY_VOICE.test(clause.trim())) return actorBefore(body.slice(clauseStart(body, from - 1, 'sentence'), from), people)
  if (said === null) return people.some((name) => clause.trimEnd().endsWith(name)) || CALLED_AT_END.test(clause.trim()) ? tidy(clause, body, from, people) : null
  return tidy(clause.slice(0, said.index), body, from, people) ?? actorBefore(body.slice(clauseStart(body, from - 1, 'sentence'), from), people)
}

/** 村民何某拉着她的手，激动地说：“: who acts in an earlier clause of the same sentence. */
function actorBefore(clauses: string, people: readonly string[]): string | null {
  return actorIn(clauses.split(/[，,]/u).map((clause) => clause.trim()).filter((clause) => clause !== ''), people)
}

/** ”居民王某说; of ”回忆起当年，陶某说 the last part. */
function speakerAfter(body: string, quote: number, after: string, people: readonly string[]): string | null {
  const [, mark, other] = WORDS_OF.exec(after) ?? []
  if (mark !== undefined || other !== undefined) return tidy(mark ?? other ?? '', body, quote, people)
  const parts = (SAID_AFTER.exec(after)?.[1] ?? '').split(/[，,]/u).map((part) => part.trim()).filter((part) => part !== '' && !ASIDE.test(part) && part.replace(AT, '') !== '')
  return tidy(parts.at(-1) ?? '', body, quote, people) ?? CRY_OF.exec(after)?.[1] ?? IN_THEIR_EYES.exec(body.slice(Math.max(0, quote - 90), quote))?.[1] ?? actorAfter(after, people.filter((name) => !isAddressed(body.slice(quote, body.indexOf('”', quote)), name)))
}

/** “多亏老陶……” is not said by 陶青. */
const isAddressed = (said: string, name: string): boolean => [name, `老${name.charAt(0)}`, `小${name.charAt(0)}`, ...['警官', '书记', '主任', '法官', '大姐', '师傅', '老师'].map((word) => name.charAt(0) + word)].some((call) => said.includes(call))

/** ”近日，青山区网格员陶青在走访时…: who acts right behind the words, where the text names them. */
function actorAfter(after: string, people: readonly string[]): string | null {
  return actorIn((/^[^。！？；;：:“”\n]{2,60}/u.exec(after.trimStart())?.[0] ?? '').split(/[，,]/u), people)
}

function actorIn(parts: readonly string[], people: readonly string[]): string | null {
  for (const part of parts) {
    if (ASIDE.test(part) || WHEN.test(part)) continue
    const clause = part.replace(/^(?:[这那]是|[\d年月日近前上下午晚时许点]+)/u, '')
    const ends = [...people.flatMap((name) => (clause.includes(name) ? [clause.indexOf(name) + name.length] : [])), ...(CALLED.exec(clause)?.slice(0, 1).map(({ length }) => length) ?? [])]
    const end = Math.min(...ends)
    if (ends.length === 0 || /[让对向给把被为和与]/u.test(clause.slice(0, end)) || NO_DOING.test(clause.slice(end))) continue
    return clause.slice(0, end)
  }
  return null
}

function tidy(text: string, body: string, at: number, people: readonly string[]): string | null {
  const bare = text.trim().replaceAll(/[“”]/gu, '').replace(HOW, '').replace(HOW, '').replace(AT, '').replace(HOW, '').replace(TO, '').replace(AT, '')
  const [who = ''] = WHO.exec(bare.replace(BUSY, '')) ?? []
  const name = who.replace(/^.*(?:获得|赢得|收到|得到)了?/u, '').replace(/^(?:的|正如|诚如|恰如|对此|其中|如今|现在|正在|随后|当时|这是)+/u, '')
  if (/^[他她]$/u.test(bare)) return lastNamed(body, at, people)
  return name.length < 2 || ASIDE.test(name) || /^(?:有人|有的|他们|她们|大家|人们|我们)$/u.test(name) ? null : name
}

/** Whom the text named last, not far before `at`. */
function lastNamed(body: string, at: number, people: readonly string[]): string | null {
  const before = body.slice(Math.max(0, at - FAR), at)
  let [last, found]: [number, string | null] = [-1, null]
  for (const name of people) {
    const index = before.lastIndexOf(name)
    if (index > last) [last, found] = [index, name]
  }
  return found
}
