import { report, quote } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import { living, type Block } from './page/tree.ts'
import { furnitureIn, startsMoreToRead } from './words/furniture.ts'
import { isFinished } from './words/punctuation.ts'

const WHY = '这一行是网页的按钮、导航、计数或页脚，不是文章的内容'
/** Words like 打印 or 收藏 are taken for buttons only this far from either end of the page. */
const EDGE = 20

/** Drops what a web page puts round an article. */
export const furniture: Rule = {
  id: 'furniture',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const drop = (block: Block, reason: string): void => {
      const text = `删去网页部件“${quote(block.text)}”`
      report(file, { rule: 'furniture', action: 'dropped', text, reason, raw: take(block, 'dropped', 'furniture'), after: '' })
    }
    const kinds = blocks.map((block) => (block.marked && block.kind !== 'list' ? null : classOfBlock(block) === 'web' ? 'strong' : furnitureIn(block.text)))
    const certain = (index: number): boolean => kinds[index] === 'strong'
    const weak = (index: number): boolean => kinds[index] === 'weak' && (index < EDGE || index >= blocks.length - EDGE)
    const dropped = new Set<number>()
    blocks.forEach((_, index) => {
      if (certain(index)) dropped.add(index)
    })
    // A lone 打印 is furniture when furniture stands beside it, directly or through others like it.
    for (const step of [1, -1]) {
      for (let index = step === 1 ? 0 : blocks.length - 1; index >= 0 && index < blocks.length; index += step) if (weak(index) && (dropped.has(index - step) || (weak(index - 1) && weak(index + 1)))) dropped.add(index)
    }
    for (const index of trail(blocks)) dropped.add(index)
    for (const index of [...dropped].sort((a, b) => a - b)) {
      const block = blocks[index]
      if (block) drop(block, WHY)
    }
    dropMoreToRead(blocks.filter((_, index) => !dropped.has(index)), drop)
  }),
}

/** 首页 > 要闻 > 本地 in lines of their own: each that stands beside a lone arrow, and the last one's echo below. */
function trail(blocks: readonly Block[]): number[] {
  const found = new Set<number>()
  blocks.slice(0, EDGE).forEach(({ text }, index) => {
    if (!/^[>＞»›]+$/u.test(text)) return
    for (const beside of [index - 1, index, index + 1]) if ((blocks[beside]?.text.length ?? EDGE) <= 14) found.add(beside)
    const echo = blocks[index + 2]
    if (echo && echo.text === blocks[index + 1]?.text) found.add(index + 2)
  })
  return [...found]
}

/** A list of other articles, from its heading to where text goes on; only past the middle, for it is cut to the end. */
function dropMoreToRead(blocks: readonly Block[], drop: (block: Block, reason: string) => void): void {
  const from = blocks.findIndex((block, index) => index >= blocks.length / 2 && startsMoreToRead(block.text))
  if (from < 0) return
  for (const block of blocks.slice(from)) {
    if (block.hints.apart || block.text.length > 60 || (isFinished(block.text) && block.text.length > 25 && !startsMoreToRead(block.text))) return
    drop(block, '“相关阅读”一类的栏目列出的是别的文章的标题')
  }
}
