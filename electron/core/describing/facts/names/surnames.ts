/** Family names as data, and the characters that given names are made of. */

/** Family names of one character that are hardly ever read as another word. */
const SURE = '王李张刘陈杨黄赵周吴徐孙朱马胡郭何罗梁宋郑谢韩唐冯董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪姜范姚谭廖邹熊陆郝孔崔邱秦史顾侯邵孟龙段漕钱汤尹黎贺赖龚樊兰殷施陶翟倪严牛俞章鲁葛韦毛聂焦柳邢岳齐梅庄辛管祝左涂耿欧舒纪詹霍柴洪靳缪郁裴凌芦喻裘宫褚娄滕郜柏臧卞宣冉荀栾戚闫鲍邬郎牟冀屠佟苗尚饶蒙骆覃卜隋郗甘仝隆敖游茅邰巫漆狄阮尤蓝奚岑闵'
/** Family names that are also the beginning of everyday words: they need more around them. */
const DOUBTFUL = '任万高林方石金田白江文武于余常成应安路关连车解支向单平明景申党包谷柯季盛温查池贡相易冷华侯习丛乔米宁强简水花项童鞠仇边荣卓伍劳桑桂解牧古蔚双屈赫匡司蒲官仲晏全'
const COMPOUND = ['欧阳', '上官', '司马', '诸葛', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '东方', '夏侯', '端木', '完颜', '独孤', '南宫', '轩辕', '长孙', '宇文']

export const SURE_SURNAMES: ReadonlySet<string> = new Set(SURE)
export const SURNAMES: ReadonlySet<string> = new Set(SURE + DOUBTFUL)
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(COMPOUND)

/** Characters that, third behind a name of two, rather begin what the person does: 刘奇作报告, 秦飞关于. */
export const RATHER_VERB: ReadonlySet<string> = new Set('作做率赴任称说笑坐站走来去到请带拿当关首总令以收告')
/** Everyday words that begin like a name and that the common words of the language do not hold. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  '殷切 殷殷 殷实 高频 高效 高声 高龄 高票 高空 高发 高低 高亢 成长 成才 成效 成群 成本 成年 成片 成批 万千 万家 万事 万名 万人 任务 任期 任职 任免 方圆 方言 方向 石头 田间 田埂 白天 白发 文书 文体 文艺 武装 余名 余人 常年 常态 常住 常务 应急 应该 安心 安全 安置 安居 路口 路灯 路面 关爱 关心 关键 连心 连续 连片 车位 车辆 车棚 解决 解开 解纷 支持 支部 支书 向导 单元 单位 平均 平时 平台 明白 明星 明显 景区 申请 申报 党员 党委 包保 包片 包联 季度 盛赞 温馨 温暖 查看 查询 池塘 相互 相关 易发 冷静 华丽 习惯 强力 强化 水电 水管 花园 花费 项目 童心 边境 荣誉 荣获 劳动 劳务 卓越 牧民 牧区 官方 全体 全程 全员 全面 和事 和解 和气 马甲 黄牌 黄灯 黄金 红色 金牌 金融 银行 钱袋 钱款 严格 严重 严肃 左右 顾虑 顾问 江湖 江边 雷霆 雷电 龙头 汤圆 史料 陶冶 孟浪 段落 沈稳 许多 许可 何时 何况 孔雀 阳光 阳台 梁柱 宋体 唐突 苗头 苗圃 尚未 尚且 敖包 冉冉 覃思 隆重 漆黑 计划 计算 米面 简单 简易 舒心 舒适 祝愿 祝贺 章程 鲁莽 葛根 管理 管辖 管护 管控 管道 管用 管网 管委 包括 包干 符合 符号 洪水 洪涝 霍乱 柳树 柳絮 梅花 梅雨 庄稼 庄严 牛肉 牛奶 牛鼻 马路 马桶 马上 马虎 胡同 胡乱 毛病 毛坯 韦编 田地 罗列 罗马 范围 周年 施行 宣布 宣传 程序 游客 陆续 欧洲 施工 周边 欧盟 许可证 凌晨 周围 甘肃 纪念 祝福 黄河 韩国 曾经 严峻 纪念馆 黎巴嫩 汪洋 纪录 贺信 陆海 周期 夏季 纪律 胡塞 施策 游泳 严禁 管线 马克 郑州 余额 苏丹 宣言 苏州 纪录片 张贴 张力 李子 刘海 黄昏 黄土 周末 周到 周全 周密 孙子 孙女 马力 马车 胡闹 何以 何必 梁山 宋代 唐代 董事 肖像 程度 许诺 沈阳 曾任 曾在 曾用 苏区 丁字 叶片 叶子 阎王 余地 杜绝 戴上 夏天 夏日 钟声 钟表 钟头 范例 范本 熊猫 陆路 陆地 秦岭 秦汉 史上 史册 顾客 顾及 孟子 龙江 龙舟 贺词 贺电 赖以 殷勤 施展 施救 陶瓷 陶醉 严控 严查 严打 严守 严厉 严防 严惩 严管 严把 严明 严实 牛羊 鲁班 焦点 焦虑 焦急 齐心 齐全 齐抓 齐聚 庄重 辛苦 辛勤 辛劳 管家 管事 左侧 左岸 涂料 舒展 舒缓 纪要 纪实 纪委 纪检 柴油 柴火 洪灾 洪峰 宫殿 柏油 宣讲 宣誓 宣教 宣读 宣示 屠宰 苗木 苗族 尚可 尚有 饶有 蒙古 蒙受 甘愿 甘心 隆冬 游玩 游览 游戏 游行 尤其 尤为 蓝领 兰花 雷达 章节 季节 季候 蓝天 蓝图 蓝色'.split(' '),
)

/** Characters that no given name is made of: particles, pronouns, verbs of every sentence, titles. */
export const NOT_GIVEN: ReadonlySet<string> = new Set(
  '的了是在和与及等们这那被把将对从向以其有没也都就说讲问答称去过给让使着请帮打看听想要会该必须我你他她它谁某各每此何者吗呢吧啊么很更最还又再只已曾个位名次件条项款批种省市县区镇乡街院局委部厅处所队组室办员任记师警官岁分秒上下里外前后左右间内务党府企业司机构化率度式制于并但或若则因故自做用网格户层级号楼路段点些社第频'
)

/** Characters that given names are often made of. */
export const GIVEN: ReadonlySet<string> = new Set(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂婷玉萍红丹琳凤洁梅云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桦娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婉娴瑾颖露瑶怡婵雁蓓仪荷蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜姬舒影荔枝思飞星' +
    '浩宇轩志健峰海波斌成辉俊建国文东林龙祥福贵宝山木金银玲鹏翔宏光亮德胜学才武新清彬富顺信子昌庆炎树炳庭坚振华兴旺盛家礼义仁忠孝诚善良友恒永远世民启先宪绍承汉良根全存吉利仲春夏冬雨雷震霆虎彪豹骏驰江河湖川泉泽润源浦淮汝洪涌渊景旭阳晨曦昊晖曙升恩惠慧智勋功业立本正大传延克继少维守彦朝廷裕祖尧舜禹权衡钧铭锋钢铁铜鑫锐泰康乐安宽厚淑巧翠珠珊瑜璇琪瑛珂玮珏碧素蓝紫彩霓虹虞岩磐石坤乾元亨冠群英豪雄才干言语诗书画棋音声歌舞剑刃弓戈戎征战胤胥尔雅清如茹茵芝芬芹莹萱蔓蕙芷若菊桃杏梨柳松柏楠桐槐榕梓杉栋梁栩森郁葱葆薛莘芮芃苏苗茂茜',
)
