import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import { living, type Block } from './page/tree.ts'
import { isFinished } from './words/punctuation.ts'

const HEADING = /^[【[（(]?\s*(?:\p{Script=Han}{0,16}(?:严正|郑重|版权|免责|法律|著作权|转载)?声明|版权(?:所有|说明|信息)|免责条款|转载须知|特别提示)\s*[】\]）)]?[:：]?$/u
/** Words of such a statement, by what they are about: two kinds together make one. */
const TOPICS: readonly RegExp[] = [/版权|著作权|知识产权/u, /转载|转贴|复制|摘编|镜像|链接|引用|使用本/u, /未经[\p{Script=Han}]{0,12}(?:授权|许可|同意|允许)|已经?授权|授权[\p{Script=Han}]{0,4}(?:媒体|网站|使用)/u, /法律责任|侵权|违者|追究|必究/u, /不代表本|仅供参考|以(?:原文|官方|正式)[\p{Script=Han}]{0,4}为准|如有(?:侵权|异议)|请与?我们联系|联系删除/u]
const STARTS = /^(?:本网|本报|本站|本刊|本平台|本公众号|凡|声明|版权|未经|转载|免责|特此|本文|文章|以上|任何|©|\*|注[:：]|[【[]?(?:声明|版权声明|免责声明|特别声明)[】\]]?)/u
const LONGEST_BLOCK = 8
const EDGE = 8

const topicsOf = (text: string): number => TOPICS.filter((topic) => topic.test(text.slice(0, 1500))).length

/** Moves statements of copyright and liability, wherever they were put, out of the text. */
export const rights: Rule = {
  id: 'rights',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const move = (found: readonly Block[], reason: string): void => {
      const statement = found.map(({ text }) => text).join('\n')
      const first = found[0]
      if (!first) return
      const spans = found.map((block) => take(block, 'moved', 'rights'))
      const raw = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
      story.fields.rightsStatement = story.fields.rightsStatement === null ? statement : `${story.fields.rightsStatement}\n${statement}`
      report(file, { rule: 'rights', action: 'moved', text: `版权声明“${quote(statement)}”（${found.length} 段）移入“权利”`, reason, raw, after: '' })
    }
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index]
      if (!block || (block.marked && block.kind !== 'heading')) continue
      if (HEADING.test(block.text) && block.text.length <= 24) {
        const end = statementEnd(blocks, index)
        if (end > index + 1) {
          move(blocks.slice(index, end), `“${block.text}”以下各段讲的是转载和版权，不是文章的内容`)
          index = end - 1
          continue
        }
      }
      const edge = index < EDGE || index >= blocks.length - EDGE
      const topics = edge && block.text.length <= 800 ? topicsOf(block.text) : 0
      if (topics >= 2 && STARTS.test(block.text) && classOfBlock(block) !== 'lead') move([block], '这一段讲的是转载和版权，不是文章的内容')
    }
  }),
}

/** The end of a headed statement: after the last paragraph, with few others between, that speaks of copying and its consequences. */
function statementEnd(blocks: readonly Block[], heading: number): number {
  let end = heading + 1
  let quiet = 0
  for (let index = heading + 1; index < blocks.length && index <= heading + LONGEST_BLOCK; index++) {
    const block = blocks[index]
    if (!block || ['byline', 'lead', 'labels'].includes(classOfBlock(block))) break
    const topics = topicsOf(block.text)
    if (topics >= 2 || (topics === 1 && index === heading + 1)) {
      end = index + 1
      quiet = 0
    } else if (++quiet > (isFinished(block.text) && block.text.length > 40 ? 1 : 2)) break
  }
  return end
}
