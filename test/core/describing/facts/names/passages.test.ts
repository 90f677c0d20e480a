import { describe, expect, it } from 'vitest'
import { named, words } from './named.ts'

describe('mechanisms', () => {
  it('have their steps where the text orders them', () => {
    expect(named('mechanism', '建立“发现上报—分级转办—现场处置—回访评议”闭环处置机制，推行一走访、二登记、三化解、四回访工作法。').map(({ of }) => [of.name, of.steps])).toEqual([
      ['“发现上报—分级转办—现场处置—回访评议”闭环处置机制', ['发现上报', '分级转办', '现场处置', '回访评议']],
      ['一走访、二登记、三化解、四回访工作法', ['走访', '登记', '化解', '回访']],
    ])
  })

  it('are made or kept, and have a name', () => {
    expect(words('mechanism', '健全大党委联席会议制度，推进体制机制改革。完善相关工作机制。建立“社区吹哨、部门报到”机制。')).toEqual(['大党委联席会议制度', '“社区吹哨、部门报到”机制'])
  })
})

describe('mechanisms are named', () => {
  it.each<[text: string, names: readonly string[]]>([
    ['创新“资金+陪伴”帮困模式。', ['“资金+陪伴”帮困模式']],
    ['改变“单打独斗”的传统模式。', []],
    ['严格执行首问报告制度，压实责任。', ['首问报告制度']],
    ['推行“以桥连心”模式。', ['“以桥连心”模式']],
    ['构建“三张网”社会治理新模式。', ['“三张网”社会治理新模式']],
    ['建立楼长包联责任制，设立岗位。', ['楼长包联责任制']],
    ['完善楼组议事、商户协同等多方共商制度。', ['多方共商制度']],
    ['健全群众点单、社区派单机制。', ['群众点单、社区派单机制']],
    ['落实信息安全等级保护制度。', ['信息安全等级保护制度']],
    ['深化“网格+邻里+物业”治理机制和服务体系。', ['“网格+邻里+物业”治理机制']],
    ['完善例会制度、优化服务。', ['例会制度']],
    ['结合积分管理制度开展服务。', ['积分管理制度']],
    ['强化三社联动模式、义工双岗协同模式。', ['三社联动模式', '义工双岗协同模式']],
    ['推进信访工作法治化。', []],
    ['引入竞争机制，形成制度机制。', []],
    ['探索“三张网”治理模式，建立“接单—派单—办单”闭环处置机制。', ['“三张网”治理模式', '“接单—派单—办单”闭环处置机制']],
  ])('%s', (text, names) => {
    expect(words('mechanism', text)).toEqual(names)
  })

  it('and what is called a course has its parts as steps', () => {
    expect(named('mechanism', '推行“发现、上报、处置、反馈”闭环管理机制。').map(({ of }) => of.steps)).toEqual([['发现', '上报', '处置', '反馈']])
    expect(named('mechanism', '探索“三张网”治理模式，建立“接单—派单—办单”闭环处置机制。').map(({ of }) => of.steps)).toEqual([[], ['接单', '派单', '办单']])
    expect(named('mechanism', '建立了接单、派单、办单、回访等一整套矛盾化解“闭环”管理机制。').map(({ of }) => of.steps)).toEqual([['接单', '派单', '办单', '回访']])
    expect(named('mechanism', '健全矛盾化解机制：排查—分流—化解。').map(({ of }) => of.steps)).toEqual([['排查', '分流', '化解']])
  })
})

describe('quotes', () => {
  it('have the speaker that the text names', () => {
    expect(named('quote', '家住南苑小区的居民激动地告诉记者：“楼道灯终于亮了！”“有事找网格员，准行。”居民老陶说。').map(({ of }) => of.speaker)).toEqual(['家住南苑小区的居民', '居民老陶'])
  })

  it.each<[text: string, speaker: string | null]>([
    ['陶梅，时任居委会主任。回忆起当年，她告诉记者：“门一开，来说理的人就围上来了。”', '陶梅'],
    ['“路要一步一步走。”回忆起为何来这里，鲁秋生说，院坝是他搭的。', '鲁秋生'],
    ['“网格里有什么事我都知道。”镇综治中心副主任何靓在接受采访时说。', '镇综治中心副主任何靓'],
    ['“大家的事大家来管。”县公安局政委薛鸿昌的这句话，说出了大伙的心愿。', '县公安局政委薛鸿昌'],
    ['“把群众的难处放在心里。”这是“何大姐”调解室主任何启玲经常挂在嘴边的一句话。', '何大姐调解室主任何启玲'],
    ['谈起办法，清溪派出所所长陶叶峰娓娓道来：“人熟了，事就好办了。”', '清溪派出所所长陶叶峰'],
    ['留言簿上，有人这样写道：“要把路修到门口去。”', null],
    ['“这件事可不能小看。”青山区网格员陶青在巡查时发现一处裂缝。', '青山区网格员陶青'],
    ['“陶警官，多亏你们建了“邻里群”，大家都安心了。”村民何秀珍对巡逻民警陶青说。', '村民何秀珍'],
    ['“这下好了，能睡个安稳觉。”近日，南苑小区高龄老人何阿姨推开窗。', '南苑小区高龄老人何阿姨'],
    ['“多谢你们帮忙。”\n今年年初，青岗镇村民何某因为宅基地和邻居闹僵。', '青岗镇村民何某'],
    ['在调解员陶青看来，道理要慢慢讲。“急不得，气消了再说。”', '调解员陶青'],
    ['“接访也是考试。”区里有关领导认为，功夫在平时。', '区里有关领导'],
    ['“先听完再开口。”这是陶青在每次调解会上必说的一句话。', '陶青'],
    ['村民何某拉着民警的手，激动地说：“这下放心了。”', '村民何某'],
    ['网格员陶青走到门口，笑着说：“水龙头修好了。”', '网格员陶青'],
    ['年底回访，何某情绪平和，连声道谢：“当时太冲动。”', '何某'],
    ['她点开地图，住户情况一目了然，“哪家有老人，一看就知道。”网格员陶青说。', '网格员陶青'],
    ['他们想了个办法，话里满是藏不住的关心和体谅：“来坐坐，喝杯茶吧。”几天后，村民何某来了。', null],
    ['“推开门就是新家。”说起变化，老住户们感慨不已。', '老住户们'],
    ['“屏幕上都看得见。”镇里的值班员向《青岗日报》记者展示系统。', '镇里的值班员'],
    ['正如老支书何启明所言：“路要一起修。”', '老支书何启明'],
    ['“多亏老陶来劝，不然没完。”社区民警陶青赶到现场。', null],
    ['陶青常说“小事不理会变成大事”，村里人都记得。', '陶青'],
    ['“路灯修好了。”网格员陶青的手机响个不停。', null],
    ['“把好的做法坚持下去。”2019年5月7日，老书记在全镇大会上指出。', '老书记'],
  ])('are of whom the text names: %s', (text, speaker) => {
    expect(named('quote', text).map(({ of }) => of.speaker)).toEqual([speaker])
  })

  it('are what somebody says, not names in quotes', () => {
    expect(words('quote', '打造“一站式”平台，推行“社区吹哨、部门报到”。“楼下终于能停车了。”项目完工后，居民很高兴。')).toEqual(['“楼下终于能停车了。”'])
  })
})

describe('policies', () => {
  it('are documents, not papers, columns or songs', () => {
    expect(words('policy', '出台《关于加强网格员队伍建设的意见》《青岗区网格管理办法》，《法治日报》作了报道，电视台《第一时间》栏目播出，居民合唱《我的祖国》。')).toEqual(['《关于加强网格员队伍建设的意见》', '《青岗区网格管理办法》'])
  })
})

describe('places', () => {
  const places = (text: string): readonly string[] => named('place', text).map(({ of }) => [of.name, of.province, of.city, of.district].join(' '))

  it('run from province to street, and a district alone resolves to its city', () => {
    expect(places('八公山区新庄孜街道的做法传到了安徽省淮南市寿县。')).toEqual(['八公山区 安徽省 淮南市 八公山区', '新庄孜街道 安徽省 淮南市 八公山区', '安徽省淮南市寿县 安徽省 淮南市 寿县'])
  })

  it('stay open while several bear the name, until the text decides', () => {
    expect(places('鼓楼区率先试点。')).toEqual(['鼓楼区   '])
    expect(places('鼓楼区率先试点，南京市随后推开。')).toEqual(['鼓楼区 江苏省 南京市 鼓楼区', '南京市 江苏省 南京市 '])
  })

  it('are no ordinary words', () => {
    expect(places('人民幸福安康，国家长治久安，平安建设、公安机关、邻里和平。')).toEqual([])
  })
})

describe('problems, leads, spread', () => {
  it('problems are what a text set out to solve', () => {
    expect(words('problem', '为解决老旧小区停车难、充电难等问题，街道多次协商。针对物业“管理真空”难题，成立专班。着力解决实际问题。')).toEqual(['老旧小区停车难、充电难等问题', '物业“管理真空”难题'])
  })

  it('problems are told by the sentence before where the text points back', () => {
    expect(words('problem', '这里的老楼没有电梯，老人半个月下不了一次楼。为破解这一难题，社区挨家挨户问。如何解开车多位少的治理难题，大家一起商量。把矛盾化解在基层、问题解决在当地，化解了120件群众矛盾。')).toEqual(['这里的老楼没有电梯，老人半个月下不了一次楼', '车多位少的治理难题'])
  })

  it.each([
    ['在青岗县政法委的牵头协调下，几个部门一起看了小区。', ['lead 青岗县政法委']],
    ['镇综治办组织派出所、司法所、消防等相关部门办了宣传。', ['lead 镇综治办']],
    ['乡综治办联合南山派出所、村干部进村入户，联合派出所开展巡逻。', ['lead 乡综治办', 'partner 南山派出所']],
    ['区司法局、区总工会联合发起活动。', ['lead 区司法局', 'lead 区总工会']],
    ['转办三个以上无部门牵头办理的，由首个接单单位牵头协调。', []],
  ])('leads: %s', (text, found) => {
    expect(named('lead', text).map(({ of }) => `${of.role} ${of.name}`)).toEqual(found)
  })

  it('leads and partners', () => {
    expect(named('lead', '由区委政法委牵头，联合区民政局、区司法局开展排查，法院、人社等部门轮值入驻。').map(({ of }) => `${of.role} ${of.name}`)).toEqual(['lead 区委政法委', 'partner 区民政局', 'partner 区司法局', 'partner 法院', 'partner 人社等部门'])
  })

  it('spread is what has happened, not what is meant to', () => {
    expect(words('spread', '该做法在全市推广。八公山区以治东社区为试点，在全区开展联户工作。下一步，将在全省推广。')).toEqual(['该做法在全市推广', '八公山区以治东社区为试点，在全区开展联户工作'])
  })
})
