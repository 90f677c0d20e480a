/** How freely a text may be passed on, as far as it says so itself. */
import type { RightsLevel } from '../../contract/entry.ts'

/** Strictest first: a text that is internal and also asks to be cited is internal. */
const LEVELS: readonly (readonly [RightsLevel, RegExp, string])[] = [
  ['internal', /内部(?:资料|刊物|文件|材料|使用|交流|参考|发行)|(?:请|注意)(?:妥善)?保(?:存|管)|不得外传|仅限内部|工作秘密|不予公开/u, '文中写明仅供内部'],
  ['restricted', /(?:未经|没有|非经)[^。\n]{0,20}?(?:授权|许可|同意|允许)|(?:不得|禁止|谢绝|严禁|请勿)[^。\n]{0,16}(?:转载|复制|转贴|摘编|链接|使用|传播)|版权(?:所有|均属|归)|依法追究|翻印必究|侵权必究/u, '声明未经授权不得转载'],
  ['cite', /(?:转载|引用|使用|摘编)[^。\n]{0,16}(?:注明|标明|标注|署明)[^。\n]{0,10}(?:来源|出处|作者)|欢迎转载/u, '声明转载须注明出处'],
]

/** The level of a statement and why; a text without a statement is open as far as it says itself. */
export function rightsOf(statement: string | null): { readonly level: RightsLevel; readonly reason: string } {
  if (statement === null) return { level: 'open', reason: '原文未附权利声明' }
  for (const [level, pattern, reason] of LEVELS) {
    const found = pattern.exec(statement)
    if (found !== null) return { level, reason: `${reason}：“${found[0]}”` }
  }
  return { level: 'open', reason: '声明没有限制转载' }
}
