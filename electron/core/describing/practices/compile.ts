/** All files of `content/practices` together: what no file can be checked for alone, and their order. */
import type { Practice } from '../../../contract/practices.ts'
import { parsePracticeFile, type PracticeFile } from './practice-file.ts'

/** The four that the window shows first everywhere, with the words it shows. */
const FIRST: readonly (readonly [id: string, label: string])[] = [
  ['grid', '网格化治理'],
  ['fengqiao', '枫桥经验'],
  ['smart', '智慧治理'],
  ['mediation', '调解品牌'],
]

/** The practices in their order, each followed by its sub-practices. `file` is what errors name. Throws MALFORMED with file and line at the first mistake. */
export function compilePractices(files: readonly { readonly file: string; readonly text: string }[]): readonly Practice[] {
  const parsed = files.map(({ file, text }) => parsePracticeFile(file, text))
  const byId = new Map<string, PracticeFile>()
  for (const one of parsed) {
    const { id } = one.practice
    const same = byId.get(id)
    if (same !== undefined) one.refuseAt('id', `“${id}”已见于 ${same.file}`)
    if (one.file.split('/').at(-1) !== `${id}.md`) one.refuseAt('id', `文件名应为 ${id}.md`)
    byId.set(id, one)
  }
  for (const one of parsed) {
    const { parent } = one.practice
    if (parent !== null && !byId.has(parent)) one.refuseAt('parent', `没有上级“${parent}”`)
  }
  checkLabels(parsed)
  const tops = inOrder(parsed.filter(({ practice }) => practice.parent === null))
  FIRST.forEach(([id, label], index) => {
    const top = tops[index]
    if (top === undefined) return
    if (top.practice.id !== id) top.refuseAt('order', `前四项依次为 ${FIRST.map(([name]) => name).join('、')}，第 ${index + 1} 项不能是“${top.practice.id}”`)
    if (top.practice.label !== label) top.refuseAt('label', `“${id}”的短名只能是“${label}”`)
  })
  return tops.flatMap((top): readonly Practice[] => [top, ...inOrder(parsed.filter(({ practice }) => practice.parent === top.practice.id))].map(({ practice }) => practice))
}

/** Tags stand beside each other without their parents: two of the same name could not be told apart. */
function checkLabels(files: readonly PracticeFile[]): void {
  for (const key of ['label', 'labelEn'] as const) {
    const seen = new Map<string, PracticeFile>()
    for (const one of files) {
      const same = seen.get(one.practice[key])
      if (same !== undefined) one.refuseAt(key, `短名“${one.practice[key]}”已见于 ${same.file}`)
      seen.set(one.practice[key], one)
    }
  }
}

function inOrder(siblings: readonly PracticeFile[]): readonly PracticeFile[] {
  const sorted = [...siblings].sort((a, b) => a.order - b.order)
  sorted.forEach((one, index) => {
    const before = sorted[index - 1]
    if (before?.order === one.order) one.refuseAt('order', `次序 ${one.order} 已见于 ${before.file}`)
  })
  return sorted
}
