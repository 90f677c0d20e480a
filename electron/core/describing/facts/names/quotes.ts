/** Words somebody said (引语): what stands in quotes as a sentence of its own, and who says it as the text names them. */
import type { FoundFact } from '../fact.ts'
import { clauseStart, MOST, type Reading } from './reading.ts'

const LEAST = 6
const SPOKEN_BEFORE = /(?:说道?|表示|道|告诉[^，,。：:“”]{0,10}|坦言|回忆道?|感慨道?|感叹道?|介绍道?|称|指出|强调|赞叹道?|笑着说|点赞道?|反映|提到|写道|问道?|答道?|直言|算起账来)?[：:，,]?\s*$/u
const SAID_BEFORE = /(?:说道?|表示|告诉[^，,。：:“”]{0,10}|坦言|回忆道?|感慨道?|感叹道?|介绍道?|指出|强调|赞叹道?|笑着说|点赞道?|写道|问道?|直言|道)\s*[：:，,]\s*$/u
const SAID_AFTER = /^([^。！？“”\n]{0,50}?)(?:说道?|表示|告诉[^，,。：:“”]{0,10}|坦言|回忆道?|感慨道?|感叹道?|介绍道?|指出|赞叹道?|点赞|称赞|直言)(?:[，,。：:；;]|$)/u
const WHO = /(?:[^，,。！？；;“”\n]{2,40}?)$/u
const HOW = /(?:激动|高兴|感慨|笑着|欣慰|动情|开心|深有感触|由衷|不好意思|竖起大拇指|兴奋|满意|这样|如此|坚定|自豪|不禁|都|也|还|就|向|对|给|不断)?(?:地|的)?(?:对)?(?:记者|我们|大家)?$/u

export function quotes({ body, quoted, state }: Reading): readonly FoundFact[] {
  return quoted
    .flatMap(({ text, start, end }): readonly FoundFact[] => {
      if (text.length < LEAST || !/[\u4e00-\u9fff]{3}/u.test(text)) return []
      const before = body.slice(Math.max(0, start - 60), start - 1)
      const after = body.slice(end + 1, end + 80)
      const begins = before === '' || /[\n。！？：:”…]\s*$/u.test(before)
      const said = SAID_BEFORE.test(before)
      const ends = /[。！？!?…；;，,]$/u.test(text)
      if (!(said && SPOKEN_BEFORE.test(before)) && !(ends && begins)) return []
      return [state({ kind: 'quote', of: { speaker: said ? speakerBefore(body, start - 1) : speakerAfter(after) } }, start - 1, end + 1)]
    })
    .slice(0, MOST)
}

/** …俞敬明老人激动地告诉记者：“ */
function speakerBefore(body: string, quote: number): string | null {
  const colon = body.slice(Math.max(0, quote - 3), quote).search(/[：:，,]\s*$/u)
  const at = colon < 0 ? quote : Math.max(0, quote - 3) + colon
  const clause = body.slice(clauseStart(body, at), at)
  const said = /(?:说道?|表示|告诉[^，,。：:“”]{0,10}|坦言|回忆道?|感慨道?|感叹道?|介绍道?|指出|强调|赞叹道?|笑着说|点赞道?|写道|问道?|直言|道)\s*$/u.exec(clause)
  return tidy(said === null ? clause : clause.slice(0, said.index))
}

/** ”居民王某说 */
function speakerAfter(after: string): string | null {
  const [, who = ''] = SAID_AFTER.exec(after) ?? []
  const last = who.split(/[，,]/u).find((part) => part.trim() !== '') ?? ''
  return tidy(last)
}

function tidy(text: string): string | null {
  const [who = ''] = WHO.exec(text.trim().replace(HOW, '').replace(HOW, '')) ?? []
  const name = who.replaceAll(/[“”]/gu, '').replace(/^.*(?:获得|赢得|收到|得到)了?/u, '').replace(/^(?:的|对此|其中|如今|现在|正在|随后|当时)+/u, '')
  return name.length < 2 ? null : name
}
