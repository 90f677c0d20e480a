export const facts = {
  facts: {
    kinds: '事实的种类',
    findMeasure: '查指标，如：调解成功率',
    findName: '查名称',
    state: '核对情况',
    onlyCases: '只看案例',
    noUnit: '无单位',
    found: '{{count}} 条，出自 {{entries}} 篇',
    onlyThis: '只看这一指标',
    anyName: '不再只看“{{name}}”',
    basis: { same: '口径一致，可比', reference: '指标相同；时段、范围或分母不同或未写明，仅供参考', different: '指标或单位不同，不可比；要按数值排序，请先选定一个指标和单位' },
    sort: { entry: '最近导入', dateNew: '日期从新到旧', dateOld: '日期从旧到新', name: '按名称', largest: '数值从大到小', smallest: '数值从小到大', not: '{{label}}（口径不同）' },
    extracting: '正在提取事实：{{done}} / {{total}}，下表暂不完整',
    failed: '没有取到数据',
    noneFound: '按现在的条件没有这种事实。库里没有写到，不等于没有。',
    noneYet: '已有的材料没有写到这种事实。读到时可以选中文字，按 F 记下。',
  },
}
