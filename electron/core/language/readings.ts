/** Readings (读音) of words in which pinyin-pro reads a character as it is read elsewhere: names of places, and words of the field. Facts, checked one by one. */
const PLACES = `
单县 shan xian|乐陵 lao ling|歙县 she xian|涡阳 guo yang|六合区 lu he qu|南京六合 nan jing lu he|乐清 yue qing|莞城 guan cheng|大埔 da bu|浚县 xun xian|泌阳 bi yang|黄陂 huang pi|宜都 yi du|都匀 du yun
筠连 jun lian|什邡 shi fang|洪洞 hong tong|繁峙 fan shi|蔚县 yu xian|乐亭 lao ting|尉犁 yu li|珲春 hun chun|穆棱 mu ling|绥棱 sui ling|宕昌 tan chang|吴堡 wu bu|召陵 shao ling|都昌 du chang
闵行 min hang|莘庄 xin zhuang|都安 du an|郫都 pi du|会稽 kuai ji|浒墅关 xu shu guan|解州 hai zhou|尧都 yao du|武都 wu du|益都 yi du|望都 wang du|昌都 chang du|于都 yu du|江都 jiang du|丰都 feng du
新都 xin du|盐都 yan du|花都 hua du|钟都 zhong du|殷都 yin du|邺都 ye du|襄都 xiang du|信都 xin du|宁都 ning du|兴都 xing du|瓦窑堡 wa yao bu|柳堡 liu bu`
const WORDS = `
率先 shuai xian|率领 shuai ling|表率 biao shuai|调配 diao pei|大调解 da tiao jie|大调研 da diao yan|中心户长 zhong xin hu zhang|户长 hu zhang|楼长 lou zhang|格长 ge zhang|网格长 wang ge zhang|邻长 lin zhang
楼栋长 lou dong zhang|栋长 dong zhang|单元长 dan yuan zhang|楼门长 lou men zhang|小区长 xiao qu zhang|湾长 wan zhang|街长 jie zhang|巷长 xiang zhang|街巷长 jie xiang zhang|路长 lu zhang|河长 he zhang
林长 lin zhang|田长 tian zhang|湖长 hu zhang|路段长 lu duan zhang|片长 pian zhang|段长 duan zhang|链长 lian zhang|点长 dian zhang|警长 jing zhang|庭长 ting zhang|重信重访 chong xin chong fang
重访 chong fang|重信 chong xin|还款 huan kuan|还贷 huan dai|行风 hang feng|议事长 yi shi zhang|所长 suo zhang|站长 zhan zhang`

/** As pinyin-pro takes them: word → syllables parted by blanks. */
export const READINGS: Readonly<Record<string, string>> = Object.fromEntries(
  `${PLACES}|${WORDS}`.split(/[|\n]/).flatMap((entry): [string, string][] => {
    const at = entry.indexOf(' ')
    return at < 0 ? [] : [[entry.slice(0, at), entry.slice(at + 1)]]
  }),
)
