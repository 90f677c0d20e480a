/** Write-ups made up for the board: sentences of our own around the wording of the taxonomy, in cities that exist. The same number gives the same text. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Practice } from '../../electron/contract/practices.ts'

export const CITIES = ['安徽省淮北市', '安徽省淮南市', '安徽省滁州市', '江苏省淮安市', '江苏省徐州市', '山东省淄博市', '山东省枣庄市', '浙江省绍兴市', '浙江省衢州市', '福建省龙岩市', '河南省开封市', '四川省乐山市'] as const

const LENGTH = 2500
const SHOWN = [
  (word: string) => `围绕${word}，各街道先把底数摸清，再把事情分到人头，月月对账。`,
  (word: string) => `去年起，这里推行${word}，社区书记带着大家一件一件地办，办到什么程度都写在墙上。`,
  (word: string) => `谈到${word}的变化，住在老楼里的周大姐说，从前找不到人，现在有人找上门来。`,
  (word: string) => `干部们把${word}当作一件长期的事，人换了，办法没有换。`,
]
const PLAIN = [
  '楼下的长椅旧了，夏天傍晚总坐满纳凉的人，聊的多是菜价和孩子。',
  '巷子口的槐树有上百年，树下的石桌磨得发亮，雨天也有人撑着伞下棋。',
  '居委会的窗户朝南，冬天的太阳照进来，桌上的茶杯冒着热气。',
  '小广场新铺了地砖，早上有人打拳，晚上有人跳舞，谁也不碍着谁。',
  '几位老人说起过去挑水的日子，笑着摆手，说那时候一条街只有一口井。',
  '河堤修好以后，散步的人多了，沿岸的小摊也挪到了划好的格子里。',
]

/** A small generator: figures must be the same on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) >>> 0
    return state % below
  }
}

export function boardText(n: number, practices: readonly Practice[]): { readonly title: string; readonly text: string } {
  const city = CITIES[n % CITIES.length] ?? CITIES[0]
  const next = numbers(n + 1)
  const pick = <T>(all: readonly T[], otherwise: T): T => all[next(all.length)] ?? otherwise
  const shown = practices.filter(() => next(6) === 0)
  const paragraphs = [`${city}第${n + 1}批基层治理案例，记的是${city.slice(3)}几个社区这些年的做法。`]
  const sentences = shown.flatMap(({ strong }) => Array.from({ length: 1 + next(2) }, () => pick(SHOWN, SHOWN[0])?.(pick(strong, '网格员'))))
  while (sentences.join('').length < LENGTH - 200) sentences.splice(next(sentences.length + 1), 0, `${pick(PLAIN, '')}`)
  for (let at = 0; at < sentences.length; at += 4) paragraphs.push(sentences.slice(at, at + 4).join(''))
  return { title: `${city.slice(3)}社区里的第${n + 1}本账`, text: paragraphs.join('\n\n') }
}

/** Writes `count` of them as .txt files. */
export async function writeBoardTexts(folder: string, count: number, practices: readonly Practice[]): Promise<number> {
  await mkdir(folder, { recursive: true })
  let characters = 0
  for (let n = 0; n < count; n++) {
    const { title, text } = boardText(n, practices)
    characters += text.length
    await writeFile(join(folder, `${String(n + 1).padStart(5, '0')}.txt`), `${title}\n\n${text}\n`)
  }
  return characters
}
