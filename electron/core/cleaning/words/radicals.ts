/** Radicals that stand where a character should: Unicode's Kangxi Radicals, and the whole characters among the CJK Radicals Supplement. */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  Array.from('⺁厂⺅亻⺊卜⺌小⺒巳⺕彐⺖忄⺘扌⺢氺⺣灬⺧牛⺻聿⺽臼⺿艹⻀艹⻌辶⻍辶⺎兀⺓幺⺙攵⺛旡⺜日⺝月⺟母⺠民⺡氵⺨犭⺩王⺫目⺬示⺭礻⺰纟⺶羊⺸羊⺼月⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'.matchAll(/(.)(.)/gu), ([, from = '', to = '']): [string, string] => [from, to]),
)
/** Unicode maps these to the traditional form; a text in simplified characters means the other. */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map([['⼾', '户']])

/** The character a radical stands for, or null when it is no radical or has no single one. */
export function modern(radical: string): string | null {
  const simplified = SIMPLIFIED.get(radical) ?? SUPPLEMENT.get(radical)
  if (simplified !== undefined) return simplified
  const code = radical.charCodeAt(0)
  return code >= 0x2f00 && code <= 0x2fd5 ? radical.normalize('NFKC') : null
}
