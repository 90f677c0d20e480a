/** library.lock: says who holds the library. The lock itself is the operating system's, on library.db (decision 0600). */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const Holder = z.object({ pid: z.int(), host: z.string(), started: z.string() })

const file = (folder: string): string => join(folder, 'library.lock')

/** Overwrites what a process that died has left: whoever holds the lock on library.db is the holder. */
export async function signHolder(folder: string, now: Date): Promise<void> {
  await writeFile(file(folder), JSON.stringify({ pid: process.pid, host: hostname(), started: now.toISOString() }) + '\n')
}

export const clearHolder = (folder: string): Promise<void> => rm(file(folder), { force: true }).catch(() => undefined)

/** Who holds the library, in words for a person. */
export async function readHolder(folder: string): Promise<string> {
  try {
    const holder = Holder.parse(JSON.parse(await readFile(file(folder), 'utf8')))
    const where = holder.host === hostname() ? '本机' : `计算机 ${holder.host}`
    return `${where}，进程 ${holder.pid}，${local(new Date(holder.started))} 打开`
  } catch {
    return '占用者未知'
  }
}

function local(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
