/** A small library of our own writing: one article with everything cleaning knows about, and enough others to scroll and to filter. */

export interface Text {
  readonly name: string
  readonly text: string
}

export const MAIN: Text = {
  name: '楼门议事.txt',
  text: [
    '楼门议事：把协商搬到楼道口',
    '',
    '发布时间：2023-05-16　来源：《姑苏晚报》　作者：林小满',
    '',
    '字号：大 中 小',
    '',
    '苏州市姑苏区从去年入夏起，在一百二十个楼门设立议事角。每周三晚上，居民、物业和网格员坐到一起，先说事，再议事，最后定事。楼门议事不设主席台，谁先到谁先说。',
    '',
    '一、先把问题摆出来',
    '',
    '议事角的墙上挂着一块白板。停车、晾衣、漏水，写上去的都算数。楼门议事开了半年，白板擦了又写，记下四百三十六件事，办成四百零九件。',
    '',
    '二、再把办法定下来',
    '',
    '能当场定的当场定，定不了的由网格员带回社区。社区矛盾调解室三天内回话，回不了话的要说明缘由。网格员说，楼门议事让他少跑了许多冤枉路，矛盾调解也有了“第一现场。',
    '',
    '居民的评价写在白板的右下角：说了有人听，议了有人办。楼门议事的账，一笔一笔都在墙上。',
    '',
    '责任编辑：周大河',
    '',
    '打印本页　关闭窗口',
  ].join('\n'),
}

const PLACES = ['江苏省苏州市', '浙江省绍兴市', '安徽省合肥市', '山东省淄博市', '四川省成都市', '湖北省宜昌市'] as const
const THINGS = ['网格员上门走访', '矛盾调解前移一步', '红色物业进小区', '积分换服务', '乡贤参事会', '热线接诉即办'] as const

/** Each differs from the others in place, year, paper and practice. */
export const OTHERS: readonly Text[] = Array.from({ length: 24 }, (_, n) => {
  const place = PLACES[n % PLACES.length] ?? ''
  const thing = THINGS[Math.floor(n / 4) % THINGS.length] ?? ''
  const city = place.slice(3)
  return {
    name: `第${String(n + 1)}篇.txt`,
    text: [
      `${city}：${thing}的第${String(n + 1)}个月`,
      '',
      `发布时间：${String(2020 + (n % 4))}-0${String(1 + (n % 9))}-1${String(n % 10)}　来源：《${city.replace('市', '')}日报》　作者：何${'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯'.charAt(n)}`,
      '',
      `${place}的社区把${thing}当成一件长事来做。第${String(n + 1)}个月的记录说，走访比上个月多了${String(n + 3)}户，办结率保持在九成以上。社区治理的办法写成了一页纸，贴在每个单元门口，居民看得见，也改得动。`,
      '',
      `做法并不复杂：先问，再记，后办，办完了回头看。${city}的网格员把这四步叫作“走一圈”，每一圈都留下名字和日期。党建引领让这四步有人牵头，群防群治让这四步有人跟上，社会治理的成效就在这一圈一圈里。`,
    ].join('\n'),
  }
})
