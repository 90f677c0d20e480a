import { describe, expect, it } from 'vitest'
import { article, told } from './documents.ts'

const TEXT = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说。'
const flagged = (text: string, rule: string): string[] => told(article(`${TEXT}\n${text}`), rule).map(({ action, before, after }) => (action === 'flagged' && before === after ? before : `changed ${before}`))

describe('marks without their partner are flagged', () => {
  it.each([
    ['closed and never opened', '全面推广平安青岗”小程序，居民扫码就能反映问题。', ['”']],
    ['opened and never closed', '全面推广“平安青岗小程序，居民扫码就能反映问题。', ['“']],
    ['a title mark', '青岗县印发《凉亭议事办法，全县推行。', ['《']],
    ['an inner mark left open', '他说：“大家都叫它‘凉亭会，挺好。”', ['‘']],
    ['one straight mark', '全面推广"平安青岗小程序，居民扫码就能反映问题。', ['"']],
    ['pairs inside pairs are whole', '他说：“大家都叫它‘凉亭会’，写进了《办法》。”', []],
    ['a speech in several paragraphs closes only the last', '他说：“办法要大家想。\n“主意要大家拿。”', []],
    ['an apostrophe is no mark', '县里引进了 People’s Voice 系统，群众都说好。', []],
    ['an enumeration is no bracket', '办法有两条：1）大家想；2）大家办。', []],
  ])('%s', (_, text, want) => {
    expect(flagged(text, 'quotes')).toEqual(want)
  })
})

describe('foreign words left in a sentence are flagged', () => {
  it.each([
    ['县里选取 and 群众关系密切的事项。', ['and']],
    ['县里公布 the 事项清单，接受监督。', ['the']],
    ['县里公布 hello 事项清单，接受监督。', ['hello']],
    ['群众使用 app 办理事项，十分方便。', []],
    ['群众使用“e治理”系统办理事项，十分方便。', []],
    ['全县 GDP 增长，WiFi 覆盖每个村。', []],
    ['用 vue 写的 页面 由 node 提供 服务，用 react 写的 页面 由 nginx 提供 服务，用 svelte 写的 页面 也有。', []],
  ])('%s', (text, want) => {
    expect(flagged(text, 'stray-word')).toEqual(want)
  })
})

describe('numbers that may have lost a unit are flagged', () => {
  it.each([
    ['组建30万志愿者、10淮河义工，人人有责。', ['10淮河']],
    ['组建30万志愿者、10万义工，人人有责。', []],
    ['调解纠纷1.2万余件、化解信访300件。', []],
    ['整合热线32条，接入12345热线平台。', []],
  ])('%s', (text, want) => {
    expect(flagged(text, 'number')).toEqual(want)
  })
})

describe('paragraphs without a stop are flagged', () => {
  it.each([
    ['long ones', `${TEXT.slice(0, -1)}，事情一件一件地办，三个月来办成了四十多件实事`, ['事']],
    ['not a short line below the text', '青岗县融媒体中心供稿', []],
    ['not one that ends in a colon', `${TEXT.slice(0, -1)}，事情一件一件地办，三个月来办成了以下实事：`, []],
  ])('%s', (_, text, want) => {
    expect(flagged(text, 'unfinished')).toEqual(want)
  })
})
