import { Flags } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { rawSpan } from './page/runs.ts'
import { living } from './page/tree.ts'

/** A lower-case Latin word on its own, blanks on both sides, Chinese on both sides of these. */
const WORD = /(?<=[\p{Script=Han}，、。；：”）》])[ \u00A0\u3000]{1,20}([a-z]{2,14})[ \u00A0\u3000]{1,20}(?=[\p{Script=Han}“（《])/gu
const SPACED_LATIN = /[\p{Script=Han}][ \u00A0][A-Za-z0-9][\w.+-]{0,20}[ \u00A0](?=[\p{Script=Han}])/gu
/** Words of grammar belong to a sentence, not to Chinese. */
const GRAMMAR: ReadonlySet<string> = new Set('and or of the to in for with by on at is are as from an be was were that this it its into not but than then also will can which has have had'.split(' '))
/** Words that Chinese writers do put into a sentence in lower case. */
const USUAL: ReadonlySet<string> = new Set('app km kg cm mm ml mg kw kwh mpa ppm vlog web email wifi iphone ipad pad ai vs ok pc tv nfc etc kpi'.split(' '))
/** A text that sets Latin words off by blanks as a habit has this many. */
const HABIT = 4

/** Flags foreign words that machine translation or a slip left in a Chinese sentence; nothing is changed. */
export const strayWords: Rule = {
  id: 'stray-word',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const flags = new Flags(file)
    const habit = blocks.reduce((sum, { text }) => sum + (text.match(SPACED_LATIN)?.length ?? 0), 0) >= HABIT
    for (const block of blocks) {
      if (block.kind === 'code') continue
      for (const { index, 0: whole, 1: word = '' } of block.text.matchAll(WORD)) {
        if (!GRAMMAR.has(word) && (habit || USUAL.has(word))) continue
        const start = index + whole.indexOf(word)
        flags.add({ rule: 'stray-word', text: `中文句子里夹着外文词“${word}”，请核对`, reason: '前后都是汉字，这个词像是翻译或录入时留下的；未作改动', raw: rawSpan(block, start, start + word.length) })
      }
    }
  }),
}
