import { spawn } from 'node:child_process'

/**
 * Runs a program in our place: its streams are ours, signals reach it, and its end is returned as an exit code.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ readonly cwd?: string, readonly env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ readonly code: number, readonly asked: boolean }>} `asked` when a signal to us ended it
 */
export function become(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options })
    let asked = false
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        // A terminal sends Ctrl-C to the child as well; sending it twice would read as "stop at once".
        const sentByTerminal = signal === 'SIGINT' && process.stdin.isTTY === true
        asked = true
        if (!sentByTerminal) child.kill(signal)
      })
    }
    // npm puts a shell between itself and us that does not pass signals on: when npm is ended, we are left behind without a parent.
    const parent = process.ppid
    const orphaned = () => {
      if (process.ppid === parent) return
      asked = true
      child.kill('SIGTERM')
    }
    if (process.env.npm_lifecycle_event !== undefined) setInterval(orphaned, 500).unref()
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve({ code: code ?? (asked || signal === null ? 0 : 1), asked }))
  })
}
