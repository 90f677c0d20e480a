import { describe, expect, it } from 'vitest'
import { named } from './named.ts'

const brands = (text: string): readonly string[] => named('brand', text).map(({ of }) => `${of.name} ${of.kind}`)

describe('mediation brands', () => {
  it.each<[text: string, found: readonly string[]]>([
    ['镇里设立“老陶说事点”，邻里有了矛盾都去那里。', ['“老陶说事点” person']],
    ['以退休法官名字命名的“鲁秋生调解工作室”去年化解纠纷88件。', ['“鲁秋生调解工作室” person']],
    ['遇到纠纷，村民爱找秦大姐调解室。', ['秦大姐调解室 person']],
    ['社区建起“银杏树下”调解室，专门化解物业纠纷。', ['“银杏树下”调解室 group']],
    ['推动“和事佬”“巧嫂帮”“老耿工作室”等一批人民调解品牌进小区。', ['“和事佬” group', '“巧嫂帮” group', '“老耿工作室” person']],
    ['先后打造家事纠纷调解四步法、邻里调解“三碗面”等多个特色调解品牌。', ['家事纠纷调解四步法 method', '邻里调解“三碗面” method']],
    ['“2+3”劳资纠纷调解模式投入运行。', ['“2+3”劳资纠纷调解模式 method']],
    ['“老鲁工作法”化解了200多件矛盾。', ['“老鲁工作法” method']],
    ['乡贤组建“老哥帮帮团”，化解邻里矛盾90余起。', ['“老哥帮帮团” group']],
    ['打造家事调解“桂芳姐”、物业调解“老徐说理”三大调解品牌。', ['家事调解“桂芳姐” method', '物业调解“老徐说理” method']],
    ['“律师大姐”工作室化解家事纠纷，“湖上枫桥”调解中心建成。', ['“律师大姐”工作室 group', '“湖上枫桥”调解中心 group']],
    ['打造“银杏”“老兵调解”“和为美”等特色调解工作室。', ['“银杏” group', '“老兵调解” group', '“和为美” group']],
    ['社区建起“直通车”人民调解工作室，“清风来”品牌调解工作室揭牌。', ['“直通车”人民调解工作室 group', '“清风来”品牌调解工作室 group']],
    ['“万事和”群众调解之家调解纠纷700多件。', ['“万事和”群众调解之家 group']],
    ['设立“和顺驿站”，专门化解邻里纠纷。', ['“和顺驿站” group']],
    ['“柳树巷调解法”在街道推行。', ['“柳树巷调解法” method']],
    ['调研“清溪大嫂”基层调解品牌。', ['“清溪大嫂” group']],
    ['银杏社区党员老娘舅调解工作室接待居民。', ['党员老娘舅调解工作室 group']],
    ['“自从有了‘老陶说事点’，邻里纠纷少多了。”村民说。', ['“老陶说事点” person']],
  ])('%s', (text, found) => {
    expect(brands(text)).toEqual(found)
  })

  it.each([
    '打造特色品牌，焕发治理活力，把矛盾化解在基层。',
    '全市建成个人调解工作室20个、行业性专业性调解室47个，化解各类纠纷。',
    '派出所派驻调解室全部建成，社区调解室、家事调解工作室同步运行。',
    '《中华人民共和国人民调解法》施行以来，人民调解法治化水平不断提高。',
    '王某到调解室反映情况，工作人员当场化解纠纷。',
    '“有纠纷找调解”逐步成为共识。',
    '“老陶摄影工作室”开在老街上。',
  ])('none: %s', (text) => {
    expect(brands(text)).toEqual([])
  })

  it('stands where its sentence says, else where the case is', () => {
    const place = { province: '安徽省', city: '淮南市', district: null, basis: 'stated' as const }
    expect(named('brand', '寿县成立“老陶调解室”。', { place }).map(({ of }) => of.place)).toEqual(['寿县'])
    expect(named('brand', '成立“老陶调解室”。', { place }).map(({ of }) => of.place)).toEqual(['淮南市'])
  })
})
