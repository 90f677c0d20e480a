/**
 * Names in real texts that lie outside the repository, annotated by hand: kind, offset in the body, name. What is optional is neither wanted nor false.
 * One annotator; the news items were annotated before the rules had been run on them, the others while they were written.
 */
import type { FoundFact } from '../../../../../electron/core/describing/facts/index.ts'

export interface Annotated {
  /** The file under the shared folder, and the item in it where it holds many. */
  readonly source: string
  readonly names: readonly (readonly [kind: FoundFact['kind'], start: number, name: string])[]
  readonly optional: readonly string[]
}

export const HELD_OUT: readonly Annotated[] = [
  { source: 'sample-500.jsonl.gz/rmrb-p0471', names: [], optional: ['党群服务中心', '智慧管理系统', '“社区书记工作室”'] },
  { source: 'xwlb-2021-2023.jsonl.gz/xwlb-20220904-07', names: [['person', 124, '伍新宝'], ['person', 381, '黄江']], optional: ['公共法律服务中心', '法律援助中心', '法律公共服务平台'] },
  { source: 'xwlb-2021-2023.jsonl.gz/xwlb-20221228-03', names: [], optional: ['“红色议事厅”'] },
  { source: 'xwlb-2021-2023.jsonl.gz/xwlb-20230819-01', names: [['person', 790, '蒋星剑']], optional: ['习近平'] },
  { source: 'xwlb-2021-2023.jsonl.gz/xwlb-20231106-01', names: [['person', 148, '蔡奇'], ['person', 167, '李希'], ['person', 235, '陈文清'], ['person', 239, '王小洪'], ['person', 243, '吴政隆'], ['person', 247, '张军'], ['person', 250, '应勇']], optional: ['习近平'] },
  { source: 'xwlb-2021-2023.jsonl.gz/xwlb-20231206-02', names: [['person', 363, '马进祯'], ['person', 592, '舒穗英'], ['person', 893, '连德仁']], optional: ['习近平'] },
  { source: 'xwlb-2024-2026.jsonl.gz/xwlb-20241214-06', names: [['person', 218, '马淑杰'], ['platform', 93, '北京12345市民热线服务中心']], optional: ['12345热线', '12345市民热线'] },
  { source: 'xwlb-2024-2026.jsonl.gz/xwlb-20250112-02', names: [], optional: ['综治中心'] },
  { source: 'xwlb-2024-2026.jsonl.gz/xwlb-20250329-05', names: [['platform', 560, '“平安漳州e家”平台'], ['platform', 513, '“96111漳州矛盾纠纷调解服务热线”']], optional: ['综治中心', '社会治安综合治理中心', '诉讼服务中心', '检察服务中心', '公共法律服务中心', '信访接待中心'] },
  { source: 'xwlb-2024-2026.jsonl.gz/xwlb-20250607-05', names: [], optional: [] },
  { source: 'xwlb-2024-2026.jsonl.gz/xwlb-20260702-04', names: [['person', 41, '马善祥'], ['brand', 78, '“老马工作法”'], ['brand', 509, '“老马工作室”']], optional: ['“老马三十六策”', '“小马工作站”'] },
  { source: 'governance/008.html', names: [['person', 299, '吴瑞芹'], ['platform', 321, '即墨区社会治理指挥中心']], optional: [] },
  { source: 'governance/012.html', names: [['person', 147, '杨光照'], ['person', 333, '郭全永'], ['brand', 182, '老杨调解中心'], ['brand', 213, '老杨调解室']], optional: [] },
  { source: 'governance/014.html', names: [['person', 69, '宣锋']], optional: [] },
  { source: 'governance/016.html', names: [['person', 344, '支友妹'], ['person', 381, '陈家奇'], ['platform', 647, '未来社区智慧服务平台']], optional: ['全民参与智慧平台'] },
  { source: 'governance/018.html', names: [['person', 198, '朱建根'], ['platform', 453, '网格指挥中心']], optional: [] },
  { source: 'governance/024.html', names: [['platform', 349, '“一网统管”平台'], ['platform', 558, '智慧客流引导系统']], optional: [] },
  { source: 'governance/028.html', names: [['person', 16, '马善祥'], ['brand', 133, '“老马工作室”']], optional: [] },
  { source: 'governance/030.html', names: [['person', 44, '杨斌圣'], ['brand', 318, '“杨斌圣群众工作室”']], optional: [] },
  { source: 'governance/036.html', names: [['person', 76, '林丹']], optional: [] },
  { source: 'governance/038.html', names: [['person', 182, '张英'], ['brand', 370, '“六尺巷调解室”'], ['brand', 405, '“六尺巷调解法”'], ['honour', 431, '全国新时代“枫桥经验”创新工作法先进典型']], optional: ['“新时代六尺巷工作法”'] },
  { source: 'governance/048.html', names: [['person', 80, '戴菊香'], ['person', 95, '孙强']], optional: [] },
  { source: 'governance/054.html', names: [['person', 56, '陈辽敏'], ['brand', 415, '“陈辽敏法官网上调解工作室”'], ['honour', 430, '建起国内首个网络调解平台']], optional: ['网络调解平台'] },
  { source: 'governance/060.html', names: [['person', 23, '吴菊芬'], ['person', 84, '董克军']], optional: [] },
  { source: 'governance/062.html', names: [['honour', 393, '全国先进基层党组织']], optional: [] },
  { source: 'governance/064.html', names: [['person', 497, '荣强'], ['person', 251, '高健']], optional: [] },
  { source: 'governance/076.html', names: [['person', 23, '姜霜菊'], ['person', 103, '吕秀巧'], ['brand', 412, '“姜霜菊调解工作室”'], ['honour', 423, '这也是江苏省第一个以法官名字命名的调解室']], optional: [] },
  { source: 'governance/078.html', names: [['person', 134, '杨金鱼'], ['person', 178, '赵竹生']], optional: [] },
  { source: 'governance/088.html', names: [['person', 51, '吴亚琴']], optional: [] },
  { source: 'governance/090.html', names: [['person', 29, '曹力伟'], ['person', 182, '邵丽华'], ['person', 317, '刘奎学']], optional: [] },
  { source: 'governance/092.html', names: [['person', 90, '王波'], ['honour', 414, '全国文明社区']], optional: [] },
]
