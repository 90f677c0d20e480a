/** Family names as data, and the characters that given names are made of. */

/** Family names of one character that are hardly ever read as another word. */
const SURE = '王李张刘陈杨黄赵周吴徐孙朱马胡郭何罗梁宋郑谢韩唐冯董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪姜范姚谭廖邹熊陆郝孔崔邱秦史顾侯邵孟龙段漕钱汤尹黎贺赖龚樊兰殷施陶翟倪严牛俞章鲁葛韦毛聂焦柳邢岳齐梅庄辛管祝左涂耿欧舒纪詹霍柴洪靳缪郁裴凌芦喻裘宫褚娄滕郜柏臧卞宣冉荀栾戚闫鲍邬郎牟冀屠佟苗尚饶蒙骆覃卜隋郗甘仝隆敖游茅邰巫漆狄阮尤蓝奚岑闵'
/** Family names that are also the beginning of everyday words: they need more around them. */
const DOUBTFUL = '任万高林方石金田白江文武于余常时成应安路关连车解支向单平明景申党包谷柯季盛温查池来贡相易冷华侯习丛乔米宁强简水花项童鞠仇边荣卓伍劳桑桂解牧古蔚双屈赫匡司蒲官仲晏全'
const COMPOUND = ['欧阳', '上官', '司马', '诸葛', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '东方', '夏侯', '端木', '完颜', '独孤', '南宫', '轩辕', '长孙', '宇文']

export const SURE_SURNAMES: ReadonlySet<string> = new Set(SURE)
export const SURNAMES: ReadonlySet<string> = new Set(SURE + DOUBTFUL)
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(COMPOUND)

/** Characters that no given name is made of: particles, pronouns, verbs of every sentence, titles. */
export const NOT_GIVEN: ReadonlySet<string> = new Set(
  '的了是在和与及等们这那被把将对从向以其有没也都就说讲问答称去过给让使着请帮打看听想要会该必须我你他她它谁某各每此何者吗呢吧啊么很更最还又再只才已曾个位名次件条项款批种省市县区镇乡街院局委部厅处所队组室办员任记师警官岁分秒上下里外前后左右间内务党政府企业司机构化率度式制于并但或若则因故自做用网格户层级号楼路段点些社第频'
)

/** Characters that given names are often made of. */
export const GIVEN: ReadonlySet<string> = new Set(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂婷玉萍红丹琳凤洁梅云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桦娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婉娴瑾颖露瑶怡婵雁蓓仪荷蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜姬舒影荔枝思飞星' +
    '浩宇轩志健峰海波斌成辉俊建国文东林龙祥福贵宝山木金银玲鹏翔宏光亮德胜学才武新清彬富顺信子昌庆炎树炳庭坚振华兴旺盛家礼义仁忠孝诚善良友恒永远世民启先宪绍承汉良根全存吉利仲春夏冬雨雷震霆虎彪豹骏驰江河湖川泉泽润源浦淮汝洪涌渊景旭阳晨曦昊晖曙升恩惠慧智勋功业立本正大传延克继少维守彦朝廷裕祖尧舜禹权衡钧铭锋钢铁铜鑫锐泰康乐安宽厚淑巧翠珠珊瑜璇琪瑛珂玮珏碧素蓝紫彩霓虹虞岩磐石坤乾元亨冠群英豪雄才干言语诗书画棋音声歌舞剑刃弓戈戎征战胤胥尔雅清如茹茵芝芬芹莹萱蔓蕙芷若菊桃杏梨柳松柏楠桐槐榕梓杉栋梁栩森郁葱葆薛莘芮芃苏苗茂茜',
)
