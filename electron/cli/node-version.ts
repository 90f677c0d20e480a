/** The oldest Node that has what the program asks of it. `scripts/setup/node.mjs` finds a newer one by itself. */
const LEAST = [22, 15] as const

/** What a person is told whose Node is too old; null when it is not. */
export function tooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return null
  return `需要 Node ${LEAST.join('.')} 或更新版本，当前是 ${version}。请改用 npm run --silent cli -- 命令（会用随依赖装好的 Node），或安装新版 Node。`
}
