import { describe, expect, it } from 'vitest'
import { named } from './named.ts'

const honours = (text: string): readonly string[] => named('honour', text).map(({ of }) => [of.name, of.kind, of.level].join(' | '))

describe('honours', () => {
  it.each<[text: string, found: readonly string[]]>([
    ['2023年，青岗区获评2022年度江北省平安建设优秀区。', ['2022年度江北省平安建设优秀区 | award | province']],
    ['县委政法委荣膺平安中国建设先进集体称号。', ['平安中国建设先进集体 | award | nation']],
    ['调解之家获得司法部“全国模范人民调解委员会”称号。', ['全国模范人民调解委员会 | award | nation']],
    ['所长陶京红荣获2023年度全省优秀人民警察，获评全市优秀政法干警。', ['2023年度全省优秀人民警察 | award | province', '全市优秀政法干警 | award | city']],
    ['全所涌现出7名全国优秀人民警察、1名“全省优秀青年卫士”。', ['全国优秀人民警察 | award | nation', '全省优秀青年卫士 | award | province']],
    ['交警大队面向社会发布全川首个“扫码评议”系统。', ['交警大队面向社会发布全川首个“扫码评议”系统 | first | province']],
    ['执法质量连续6年考评为优秀等次。', ['执法质量连续6年考评为优秀等次 | award | ']],
    ['全局9个集体受到省公安厅和市公安局表彰奖励。', ['全局9个集体受到省公安厅和市公安局表彰奖励 | award | province']],
    ['抢抓国家数据综合试验区和全国公安改革综合试点地区的机遇。', ['国家数据综合试验区 | award | nation', '全国公安改革综合试点地区 | award | nation']],
    ['他获评中国好人，事迹多次登上中央电视台、新华社等媒体。', ['中国好人 | award | nation', '事迹多次登上中央电视台、新华社等媒体 | media | nation']],
    ['清溪村是全国乡村治理模范村，被江北省委组织部专门表扬。', ['全国乡村治理模范村 | award | nation', '被江北省委组织部专门表扬 | award | province']],
    ['作为全省首批命名的“枫桥式公安派出所”，清溪派出所辟出院坝。', ['枫桥式公安派出所 | award | province']],
    ['抢抓全国首批市域社会治理试点城市契机。', ['全国首批市域社会治理试点城市 | award | nation']],
    ['创建国家级民主法治示范村3个、省级民主法治示范村21个。', ['国家级民主法治示范村 | award | nation', '省级民主法治示范村 | award | province']],
    ['积极争创全国市域社会治理“示范城市”。', ['全国市域社会治理“示范城市” | aspirational | nation']],
    ['网格事件办结率全省第一，群众满意度位居全市第2位。', ['网格事件办结率全省第一 | rank | province', '群众满意度位居全市第2位 | rank | city']],
    ['这一经验在全国治理创新交流会上作典型发言。', ['这一经验在全国治理创新交流会上作典型发言 | conference | nation']],
    ['全省网格治理现场会在青岗召开。', ['全省网格治理现场会在青岗召开 | conference | province']],
    ['“两级三联”模式在全省推广。', ['“两级三联”模式在全省推广 | replication | province']],
    ['“老陶说事点”得到市委主要领导批示肯定。', ['“老陶说事点”得到市委主要领导批示肯定 | endorsement | city']],
    ['《法治日报》对这一做法作了专题报道。', ['《法治日报》对这一做法作了专题报道 | media | nation']],
    ['在全省率先出台网格员管理办法。', ['在全省率先出台网格员管理办法 | first | province']],
    ['2017年平安考核位列江北市第一名，办结率、满意率均居全省首位。', ['2017年平安考核位列江北市第一名 | rank | city', '办结率、满意率均居全省首位 | rank | province']],
    ['相关经验被中央政法委收录推广。', ['相关经验被中央政法委收录推广 | replication | nation']],
    ['先后荣获平安建设优秀市“三连冠”，被授予长安杯。', ['平安建设优秀市“三连冠” | award | ', '长安杯 | award | nation']],
    ['曾获“全国人民调解能手”殊荣的调解员来了。', ['全国人民调解能手 | award | nation']],
    ['建成全省首家具有独立建制，全流程、智能化的市级办案中心。', ['建成全省首家具有独立建制，全流程、智能化的市级办案中心 | first | province']],
    ['被授予“平安鼎”，捧回全国最高奖——“长安杯”。', ['平安鼎 | award | ', '长安杯 | award | nation']],
    ['作为2022年江北市“十佳调解品牌”的青岗派出所，办法很多。', ['2022年江北市“十佳调解品牌” | award | city']],
    ['获得平安市、平安县（市、区）称号。', ['平安市 | award | ', '平安县（市、区） | award | ']],
    ['工作受到省委政法委通报表扬，得到市委主要领导充分肯定。', ['工作受到省委政法委通报表扬 | award | province', '得到市委主要领导充分肯定 | endorsement | city']],
    ['被列为全国社区治理试点，入选全国“枫桥式工作法”。', ['全国社区治理试点 | award | nation', '全国“枫桥式工作法” | award | nation']],
    ['成为全省唯一拥有两座“长安杯”的城市。', ['成为全省唯一拥有两座“长安杯”的城市 | first | province']],
    ['成为“江北最稳定的城市”和“全省最稳定的城市之一”。', ['江北最稳定的城市 | award | province', '全省最稳定的城市之一 | award | province']],
    ['先后被公安部命名为“全国公安楷模”和首批“枫桥式公安派出所”，荣立集体二等功。', ['全国公安楷模 | award | nation', '枫桥式公安派出所 | award | nation', '集体二等功 | award | ']],
    ['获得过全国人民满意派出所、全国公安爱民模范先进集体等重大荣誉。', ['全国人民满意派出所 | award | nation', '全国公安爱民模范先进集体 | award | nation']],
    ['获评国家级充分就业社区和省级五星级民主法治社区，被表彰为全国优秀人民调解员。', ['国家级充分就业社区 | award | nation', '省级五星级民主法治社区 | award | province', '全国优秀人民调解员 | award | nation']],
    ['这一机制在全省11个设区市复制推广，获省高院院长批示。', ['这一机制在全省11个设区市复制推广 | replication | province', '获省高院院长批示 | endorsement | province']],
    ['承办全省网格工作现场推进会，经验被《人民信访》刊发。', ['承办全省网格工作现场推进会 | conference | province', '经验被《人民信访》刊发 | media | ']],
    ['连续9年有案例入选全省十大调解案例。', ['连续9年有案例入选全省十大调解案例 | award | province']],
  ])('%s', (text, found) => {
    expect(honours(text)).toEqual(found)
  })

  it.each([
    '获得群众高频点赞，赢得居民信任。',
    '网格员第一时间赶到现场，党员冲在第一线。',
    '推进市域社会治理示范点创建，建立示范点培育库。',
    '习近平总书记作出重要指示批示。',
    '第四次全国农业普查、全国第三轮修志启动，自治区第十三届人代会开幕。',
    '据英国《每日电讯报》报道，电视剧今晚在央视综合频道播出。',
    '面向全省推广135个主导品种。',
    '扩大开放，汇聚全球先进要素，基本建成具有竞争力的先进制造业体系。',
  ])('none: %s', (text) => {
    expect(honours(text)).toEqual([])
  })

  it('says whose it is and of which year, as far as the text does', () => {
    const place = { province: '江苏省', city: '淮安市', district: null, basis: 'stated' as const }
    const holders = (text: string): readonly (string | null)[] => named('honour', text, { place }).map(({ of }) => of.holder)
    expect(holders('司法救助率全省第一。')).toEqual(['淮安市'])
    expect(holders('2024年黑龙江省粮食产量连续15年位居全国第一。')).toEqual([null])
    expect(named('honour', '它所建造的百吨级无人值守运砂船不仅单船载重排名世界第一，也最省油。', { place }).map(({ of }) => [of.name, of.holder])).toEqual([['单船载重排名世界第一', null]])
    expect(named('honour', '2021年，陶家村荣获全国文明村称号。').map(({ of }) => [of.holder, of.year])).toEqual([['陶家村', '2021']])
  })
})
