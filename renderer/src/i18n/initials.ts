/** The first character, in the order of Pinyin, of each Latin letter that begins syllables. */
const FIRST = '吖八嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀'
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const byPinyin = new Intl.Collator('zh-u-co-pinyin')
const HAN = /\p{Script=Han}/u

/** `导入文件` → `drwj`. Other characters stay. Of several readings the collation's own is taken: good enough for finding, not for reading aloud. */
export function initials(text: string): string {
  return [...text].map((character) => (HAN.test(character) ? initialOf(character) : character)).join('')
}

function initialOf(character: string): string {
  const after = [...FIRST].findIndex((first) => byPinyin.compare(first, character) > 0)
  return after === 0 ? character : (LETTERS[(after < 0 ? LETTERS.length : after) - 1] ?? character)
}
