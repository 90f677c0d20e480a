import { describe, expect, it } from 'vitest'
import { fits } from '../../renderer/src/app/matching.ts'
import { initials } from '../../renderer/src/i18n/initials.ts'

describe('the first letters of Pinyin', () => {
  it.each([
    ['导入文件', 'drwj'], ['案例库', 'alk'], ['设置', 'sz'], ['回收站', 'hsz'], ['新建条目', 'xjtm'], ['撤销', 'cx'], ['键盘操作', 'jpcz'],
    ['打印', 'dy'], ['爱奥', 'aa'], ['波不', 'bb'], ['鹅二', 'ee'], ['拿挪', 'nn'], ['哦偶', 'oo'], ['怕普', 'pp'], ['让若日', 'rrr'],
    ['撒三所', 'sss'], ['他托', 'tt'], ['挖物', 'ww'], ['妈木', 'mm'], ['机九', 'jj'], ['压云', 'yy'], ['杂做', 'zz'],
  ])('of %s are %s', (text, letters) => {
    expect(initials(text)).toBe(letters)
  })

  it('leave everything else as it is', () => {
    expect(initials('12345热线 PPT')).toBe('12345rx PPT')
  })
})

describe('matching a command', () => {
  it.each([['导入文件…', '文件', true], ['导入文件…', 'drwj', true], ['导入文件…', 'WJ', true], ['导入文件…', '', true], ['导入文件…', 'xj', false], ['Import files…', 'import f', true], ['切换浅色/深色', 'ｑｈ', true]])('%s by %s: %s', (label, typed, expected) => {
    expect(fits(label, typed)).toBe(expected)
  })
})
