/** Words that say nothing about what a text is about. Our own list: particles first, then the small change of reports. */
const PARTICLES =
  '的 地 得 了 着 过 在 是 和 与 及 或 而 且 但 并 也 都 就 又 才 还 再 更 最 很 太 不 没 没有 无 未 非 对 为 将 把 被 让 使 令 由 从 自 至 到 向 往 于 以 用 按 据 因 因为 所以 如果 虽然 但是 而且 并且 或者 以及 不仅 不但 只有 只要 即使 尽管 无论 ' +
  '这 那 此 其 该 本 各 每 某 何 哪 谁 什么 怎么 怎样 如何 为什么 哪些 这些 那些 这个 那个 这样 那样 这里 那里 其中 其他 其它 我 你 您 他 她 它 我们 你们 他们 她们 它们 自己 大家 咱们 人家 ' +
  '一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两 几 多 余 个 名 位 件 次 条 项 种 类 家 户 处 场 批 起 只 等 等等 之 所 者 们 上 下 中 内 外 前 后 里 间 时 年 月 日 号 第 一个 一种 一些 一批 一次 一项 一名 一位 一条 ' +
  '有 会 能 要 可 可以 能够 应 应当 应该 必须 需要 需 来 去 说 做 想 看 给 同 跟 比 像 如 即 则 却 便 已 已经 曾 正 正在 刚 刚刚 将要 一直 仍 仍然 还是 就是 也是 不是 只是 都是 便是 这是 那么 然后 于是 因此 因而 同时 另外 此外 例如 比如 包括 通过 根据 按照 依据 关于 对于 由于 随着 围绕 针对 经过 ' +
  '目前 今年 去年 明年 今天 昨天 明天 近日 日前 当前 现在 以来 以后 之后 之前 期间 当中 左右 以上 以下 以内 以外 方面 情况 问题 问题的 时候 地方 东西 事情 原因 结果 过程 部分 全部 许多 很多 不少 大量 多个 多次 各类 各种 各项 各级 各地 有关 相关 有的 有些'
const REPORT_WORDS =
  '工作 开展 进行 推进 推动 促进 加强 加快 强化 提升 提高 增强 完善 健全 建立 实现 落实 实施 做好 抓好 坚持 充分 全面 深入 积极 不断 进一步 切实 有效 努力 大力 着力 持续 扎实 认真 严格 重点 主要 重要 关键 基本 具体 实际 明显 显著 取得 成效 成绩 发挥 作用 形成 达到 成为 作为 做到 参与 组织 活动 单位 部门 人员 发展 建设 措施 方式 方法 机制 制度 体系 水平 能力 力度 要求 任务 目标 意见 精神 会议 记者 本报 本报讯 我市 我省 我县 我区 全市 全省 全县 全区 有限公司 报道 表示 介绍 指出 认为 告诉 日电 讯 图 摄'

/** Joints of sentences and turns of no matter of their own, which stand in few texts each and would pass for rare words. */
const JOINTS =
  '而是 正是 要么 不管 不论 何况 况且 甚至 乃至 以至 以致 从而 进而 继而 反而 反之 否则 除非 除了 此后 此前 此时 此次 过后 前后 先后 随后 随即 而后 其后 其间 期间 起初 最终 最后 最初 终于 总之 由此 对此 为此 因而 与否 与其 不但 不光 不只 不止 只能 只好 只得 就要 才能 才会 就会 也会 都会 都有 都要 都能 是从 是由 是在 是以 有着 有了 有过 没了 ' +
  '下来 起来 出来 上来 过来 下去 上去 出去 进去 进来 回来 回去 变成 变得 显得 意味着 来看 来说 来讲 说来 看来 看似 似乎 好像 仿佛 或许 也许 可能 大约 大概 大致 几乎 将近 接近 毫无 毫不 并非 并不 从未 未曾 未必 难以 难免 不免 不禁 不得不 不能 不会 不可 不要 不用 不想 不敢 不足 不够 不少 不久 不时 不再 不断 到底 究竟 居然 竟然 果然 显然 当然 自然 依然 忽然 突然 偶尔 经常 常常 往往 时常 时时 时而 始终 一向 一旦 一度 一时 一边 一面 一方面 另一方面 ' +
  '给出 得出 弄清楚 前段时间 短时间 这时 那时 当时 那年 当年 今后 往后 眼下 如今 现如今 面前 跟前 身上 手里 手中 心里 心中 更好 更多 更大 更加 越来越 愈发 十分 非常 特别 尤其 极其 格外 相当 比较 较为 稍微 略微 若干 诸多 众多 多少 多么 那样的 这样的 有所 有点 有人 有时 有的是 真的 真正 的确 确实 实在 其实 事实上 实际上 总的来说 一般来说 换句话说 也就是说'
/** Words that only make a question of a sentence. */
const QUESTIONS = '怎么 怎样 怎么样 怎么办 怎么做 怎样才能 怎么才能 如何 如何才能 为什么 为何 什么 什么样 哪些 哪个 哪里 哪儿 谁 是否 能否 可否 有没有 能不能 是不是 多少 请问 求问 想问 咨询 吗 呢 么 有什么 有何 有哪些 该怎么 应该怎么 怎'
/** What is asked about has to be done somehow: in a question these name no matter of their own. */
const ASKED = '解决 处理 应对 破解 做好 搞好 办好 办理 开展 推进 处置 对待 看待 办 做 搞 办法 好办法 方法 法子 窍门'

export const STOP_WORDS: ReadonlySet<string> = new Set(`${PARTICLES} ${JOINTS} ${REPORT_WORDS}`.split(' '))
export const QUESTION_WORDS: ReadonlySet<string> = new Set(QUESTIONS.split(' '))
export const ASKED_WORDS: ReadonlySet<string> = new Set(ASKED.split(' '))
/** Only the words without meaning of their own: what a query may drop when not everything it says is found. */
export const PARTICLE_WORDS: ReadonlySet<string> = new Set(PARTICLES.split(' '))
