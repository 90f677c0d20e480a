import { Flags } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { rawSpan } from './page/runs.ts'
import { living } from './page/tree.ts'

/** 30万志愿者、10义工: a number with its unit, then one that stands on a noun without any. */
const PAIR = /\d[\d.]*[万亿千百余多]+\p{Script=Han}{2,10}[、，,]\d{1,6}(?=(\p{Script=Han}{2}))/gu
const UNIT = /^(?:[万亿千百十个名位件条项次起户家人所处座栋种类级元亩吨米里%年月日天时分秒届场套台辆支批篇部本张份只头株棵间幢层号岁倍成对组队期站点轮门面]|余|多|公里|公顷|平方|立方|小时|分钟|镇|乡|村|县|市|区|省|国|校|院|局)/u
const LONGEST = 4000

/** Flags a number that may have lost its unit; numbers are never repaired. */
export const doubtful: Rule = {
  id: 'number',
  apply: forStories((story, file) => {
    const flags = new Flags(file)
    for (const block of living(story)) {
      for (let from = 0; from < block.text.length; from += LONGEST) {
        for (const { index, 0: whole, 1: next = '' } of block.text.slice(from, from + LONGEST).matchAll(PAIR)) {
          if (UNIT.test(next)) continue
          const digits = /\d{1,6}$/u.exec(whole)?.[0].length ?? 0
          const start = from + index + whole.length - digits
          const end = start + digits + next.length
          flags.add({ rule: 'number', text: `“${block.text.slice(start, end)}”的数字可能缺少单位，请核对`, reason: '并列的前一项带“万”“余”等，这一项直接连着名词；数字一律不改', raw: rawSpan(block, start, end) })
        }
      }
    }
  }),
}
