import { describe, expect, it } from 'vitest'
import { named } from './named.ts'

const platforms = (text: string): readonly string[] => named('platform', text).map(({ of }) => `${of.name} ${of.kind}`)

describe('platforms', () => {
  it.each<[text: string, found: readonly string[]]>([
    ['网格员通过“邻里通”系统上报。', ['“邻里通”系统 other']],
    ['区里在“平安青岗”微信公众号上线“码上说”诉求反映平台。', ['“平安青岗”微信公众号 mobile', '“码上说”诉求反映平台 mobile']],
    ['自主研发网格事件质效考评平台，升级巡防可视化指挥系统。', ['网格事件质效考评平台 assessment', '巡防可视化指挥系统 command']],
    ['投资600余万元建成市域治理指挥调度中心和矛盾风险数据共享平台。', ['市域治理指挥调度中心 command', '矛盾风险数据共享平台 mediation']],
    ['全面推广雪亮青岗”APP，挂牌成立青岗网格学院。', ['雪亮青岗APP mobile', '青岗网格学院 grid']],
    ['县乡村三级调处中心全部运行，诉前和解中心揭牌。', ['县乡村三级调处中心 mediation', '诉前和解中心 mediation']],
    ['加强镇街综治中心与法庭对接，推进雪亮工程建设。', ['综治中心 grid', '雪亮工程 other']],
    ['建设社会治理大数据平台。平台上线后，社会治理大数据平台已汇聚信息。', ['社会治理大数据平台 data']],
    ['推广国家防骗中心APP，安装防骗APP的居民越来越多。', ['国家防骗中心APP mobile']],
  ])('%s', (text, found) => {
    expect(platforms(text)).toEqual(found)
  })

  it.each([
    '做优议事协商平台，做强网格化管理平台。',
    '坚持系统治理、源头治理，深入挖掘、系统总结经验。',
    '围绕中心工作，建成34个镇级培育服务中心。',
    '搭建经贸合作平台，扩大投资交流平台的影响。',
    '这个平台真好用，平台收到不少意见。',
    '电商平台经济发展迅速。',
  ])('none: %s', (text) => {
    expect(platforms(text)).toEqual([])
  })
})
