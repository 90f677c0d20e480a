/**
 * Every error a person can meet: a stable code and a sentence that says what happened, where, and what to do next.
 * Codes are part of the command line's public output; they are never renamed.
 * Words in braces are filled from the error's details.
 */
import { z } from 'zod'

export const ERRORS = {
  INVALID_INPUT: { zh: '输入不符合要求：{reason}', en: 'The input is not valid: {reason}' },
  DENIED: { zh: '此操作未获许可：{reason}', en: 'Not permitted: {reason}' },
  FAILED: { zh: '操作没有完成。资料库未受影响，请重试；若再次出现，请在“设置”里运行体检。', en: 'The action did not finish. The library is unharmed; try again, or run the check in Settings.' },
  CANCELLED: { zh: '已取消。', en: 'Cancelled.' },

  CLASSIFIED_MARK: { zh: '“{file}”带有密级标志“{mark}”，未导入，也未保存其中任何内容。本软件仅限处理非涉密资料。', en: '"{file}" carries the classification mark "{mark}": not imported, nothing of it kept. Unclassified material only.' },
  EMPTY: { zh: '“{file}”是空的，没有可导入的内容。', en: '"{file}" is empty.' },
  NO_TEXT: { zh: '“{file}”里没有文字层或正文（扫描件、纯图片或空框架页），没有导入。请先用文字识别（OCR）软件处理，或导入文字版。', en: '"{file}" has no text layer or no article text (a scan, pictures only, an empty frame); not imported. Run text recognition on it first, or import a text version.' },
  BINARY: { zh: '“{file}”的内容不是文本，可能改过扩展名。请用原来的程序打开，另存为文本后再导入。', en: '"{file}" is not text; it may have been renamed.' },
  UNDECODABLE: { zh: '“{file}”的文字编码无法确定，为避免乱码没有导入。请用“记事本”另存为 UTF-8 后再导入。', en: 'The encoding of "{file}" cannot be told; not imported, to avoid garbled text. Save it as UTF-8 and import again.' },
  TOO_BIG: { zh: '“{file}”有 {size}，超过单个文件的上限 {limit}。请拆分后再导入。', en: '"{file}" has {size}; the limit for one file is {limit}. Split it and import again.' },
  UNREADABLE: { zh: '“{file}”读不出来（没有权限，或正被别的程序占用）。请检查权限或关闭占用它的程序后重试。', en: '"{file}" cannot be read (permission, or in use by another program).' },
  VANISHED: { zh: '“{file}”在读取时不见了。请确认它还在原处（U盘是否拔出），再导入一次。', en: '"{file}" disappeared while it was read.' },
  UNSUPPORTED: { zh: '“{file}”是不支持的格式（{format}），没有导入。请用 WPS 或 Office 另存为 .docx、.pdf 或 .txt 后再导入。', en: '"{file}" has a format that is not supported ({format}). Save it as .docx, .pdf or .txt and import again.' },
  CORRUPT: { zh: '“{file}”已损坏或不完整（{reason}），没有导入。请重新下载，或用原来的程序打开后另存一份再试。', en: '"{file}" is damaged or incomplete ({reason}); not imported. Get it again, or open it in its own program and save a copy.' },
  ENCRYPTED: { zh: '“{file}”有密码保护，没有导入。请在原来的程序里解除密码后再导入。', en: '"{file}" is protected by a password; not imported. Remove the password in its own program first.' },
  BOMB: { zh: '“{file}”解开后过大（{reason}），可能是恶意文件，没有导入。请向提供者核实。', en: '"{file}" becomes too large when unpacked ({reason}); it may be malicious and was not imported. Ask whoever sent it.' },
  TOO_MANY: { zh: '“{file}”里有 {count} 项，超过上限 {limit}，没有导入。请拆成几个文件再导入。', en: '"{file}" holds {count} items; the limit is {limit}. Split it and import again.' },
  BAD_NAME: { zh: '压缩包里的“{file}”名称不安全（绝对路径、上级目录或特殊名称），没有导入。请解压、改名后单独导入。', en: 'The name "{file}" inside the archive is not safe (absolute, parent folder or device); not imported. Unpack, rename and import it by itself.' },
  DOCTYPE: { zh: '“{file}”含有外部实体声明（DOCTYPE），可能是恶意文件，没有导入。请用 WPS 或 Office 打开后另存一份再试。', en: '"{file}" declares entities (DOCTYPE); it may be malicious and was not imported. Open it in its own program and save a copy.' },
  BAD_TEXT_LAYER: { zh: '“{file}”的文字层已损坏，读出来是乱码，没有导入。请用文字识别（OCR）软件处理，或导入文字版。', en: 'The text layer of "{file}" is damaged and reads as garbage; not imported. Run text recognition on it, or import a text version.' },
  READER_TIMEOUT: { zh: '“{file}”处理超过 {seconds} 秒，已停止并跳过。其余文件不受影响；请关掉别的大程序后再试一次，或把文件拆小。', en: '"{file}" took longer than {seconds} s and was stopped; the rest goes on. Close other large programs and try again, or split the file.' },
  READER_CRASHED: { zh: '“{file}”处理时出错或占用内存过多，已停止并跳过。其余文件不受影响；文件可能已损坏。', en: 'Reading "{file}" failed or took too much memory; it was skipped and the rest goes on. The file may be damaged.' },
  MALFORMED: { zh: '“{file}”第 {line} 行有误：{reason}', en: '"{file}", line {line}: {reason}' },
  CHANGED: { zh: '“{file}”在导入时正被改动，没有导入。请等它保存完毕，再导入一次。', en: '"{file}" was changed while it was imported; nothing of it was kept. Import it again once it is saved.' },
  TOO_DEEP: { zh: '“{file}”嵌套太深（超过 {limit} 层），没有导入。请把里面的文件取出来，放浅一些再导入。', en: '"{file}" is nested too deep (more than {limit} levels); not imported. Take the files out and import them from a shallower place.' },
  NOTHING_TO_IMPORT: { zh: '没有找到可导入的文件。请选择文档、网页、表格或压缩包，或包含它们的文件夹。', en: 'Nothing to import was found. Choose documents, web pages, tables or archives, or a folder with some.' },
  TOO_MANY_FILES: { zh: '文件夹里有 {count} 个文件，超过一次导入的提醒线 {limit}。请确认后再导入。', en: 'The folder holds {count} files, more than {limit}. Confirm before importing.' },

  INTERRUPTED: { zh: '程序关闭时这批导入还没有完成。已导入的都在；点“继续”处理余下的文件。', en: 'The program ended before this import did. What was imported is there; resume to go on with the rest.' },
  NOTHING_TO_RESUME: { zh: '这批导入没有可继续的文件。请重新选择文件导入。', en: 'There is nothing left to resume in this import. Choose the files again.' },

  NO_SUCH_ENTRY: { zh: '没有编号为“{id}”的条目，可能已被删除。', en: 'There is no entry "{id}"; it may have been removed.' },
  NO_SUCH_BATCH: { zh: '没有编号为“{id}”的导入批次。', en: 'There is no import batch "{id}".' },
  NO_SUCH_NOTICE: { zh: '这条清洗记录已不存在，可能条目已被修改。请刷新后再试。', en: 'That cleaning notice no longer exists; the entry may have changed.' },
  NO_SUCH_PICTURE: { zh: '这张图片已不在条目里。请刷新后再试。', en: 'That picture is no longer part of the entry.' },
  NO_SUCH_FILE: { zh: '找不到“{file}”。请检查路径是否写对。', en: '"{file}" was not found. Check the path.' },
  NO_SUCH_GRANT: { zh: '所选文件的授权已失效，请重新选择。', en: 'The permission for the chosen file has expired; choose it again.' },
  STALE_REVISION: { zh: '这个条目在别处已被修改。请重新打开后再编辑。', en: 'The entry has changed elsewhere; open it again before editing.' },
  NO_SUCH_PRACTICE: { zh: '没有名为“{practice}”的做法。用 practices 命令或“做法”页查看全部做法。', en: 'There is no practice "{practice}". See the practices command or the Practices screen.' },
  NO_SUCH_PLACE: { zh: '没有名为“{place}”的地区。请写省、市或区县的全称，或改用条目编号。', en: 'There is no place "{place}". Write the full name of a province, city or district, or an entry id.' },
  AMBIGUOUS_PLACE: { zh: '“{place}”不止一处：{paths}。请写明上级地区，例如“{example}”。', en: '"{place}" names several places: {paths}. Name the one above it, e.g. "{example}".' },
  NO_SUCH_BOARD: { zh: '没有编号为“{id}”的对照板，可能已被删除。', en: 'There is no board "{id}"; it may have been removed.' },
  NO_SUCH_SEARCH: { zh: '这个保存的搜索已不存在，可能已被删除。', en: 'That saved search no longer exists; it may have been removed.' },
  NO_SUCH_PASSAGE: { zh: '这段依据已不存在，条目可能已被修改。请刷新后再试。', en: 'That passage no longer exists; the entry may have changed.' },
  NOT_A_CODEBOOK: { zh: '“{file}”里没有编码表（{reason}），没有导入。请选 REFI-QDA 的 .qdc 文件，或有“名称”一栏的 .csv 文件。', en: '"{file}" holds no codebook ({reason}); nothing was taken in. Choose a REFI-QDA .qdc file, or a .csv file with a column of names.' },
  NO_SUCH_LABEL: { zh: '这个标签已不存在，可能已被删除。请刷新后再试。', en: 'That label no longer exists; it may have been removed.' },
  EMPTY_PASSAGE: { zh: '没有选中文字。请在正文里选中一段，再标注做法。', en: 'Nothing is selected. Select a passage of the text, then mark the practice.' },
  NOT_JUDGEMENTS: { zh: '“{file}”不是意见文件，没有导入。请选择由本软件“导出意见”写成的 .judgements 文件。', en: '"{file}" is no judgements file; nothing was taken in. Choose a .judgements file that this program exported.' },
  JUDGEMENTS_NEWER: { zh: '“{file}”由更新的版本写成（{found}，本程序支持到 {known}），没有导入。请升级本程序，或请对方用相同版本导出。', en: '"{file}" was written by a newer version ({found}; this program knows {known}); nothing was taken in. Upgrade the program.' },
  NO_JUDGEMENTS: { zh: '所选范围里还没有任何人的意见，没有写文件。请先在案例卡上确认或否定，或放宽范围。', en: 'The choice holds no judgements; no file was written.' },
  NOT_YOURS: { zh: '这是“{by}”的意见，不能由别人撤回。您可以自己确认或否定，两种意见都会保留。', en: 'This is the judgement of "{by}" and cannot be taken back by somebody else. Confirm or reject it yourself; both are kept.' },
  NO_SUCH_FACT: { zh: '这条事实已不存在，条目可能已被修改。请刷新后再试。', en: 'That fact no longer exists; the entry may have changed.' },
  NOT_COMPARABLE: { zh: '这些数字口径不同（{reason}），不能按数值排序。请先选定一个指标和单位。', en: 'These numbers do not measure the same ({reason}) and cannot be sorted by value. Choose one measure and one unit first.' },
  NOTHING_TO_PACK: { zh: '所选范围里没有条目，没有生成便携包。请放宽条件后再试。', en: 'The choice holds no entries; no pack was made.' },
  TOO_MANY_ENTRIES: { zh: '所选 {count} 个条目超过一个便携包的上限 {limit}。请缩小范围，或分成 {parts} 个文件导出。', en: 'The choice holds {count} entries; one pack holds {limit}. Narrow it, or split it into {parts} files.' },
  READ_ONLY: { zh: '文件夹“{folder}”不能写入。请换一个文件夹，或更改它的权限。', en: 'The folder "{folder}" cannot be written to. Choose another folder or change its permissions.' },
  UNKNOWN_FIELD: { zh: '没有名为“{field}”的字段。可用字段：{fields}', en: 'There is no field "{field}". Fields: {fields}' },

  LIBRARY_LOCKED: { zh: '资料库“{folder}”正被另一个程序使用（{holder}）。请先关闭它，或打开另一个资料库。', en: 'The library "{folder}" is in use by another process ({holder}). Close it, or open another library.' },
  LIBRARY_NEWER: { zh: '资料库“{folder}”由更新的版本建立（{found}，本程序支持到 {known}）。请升级本程序后再打开；资料未被改动。', en: 'The library "{folder}" was made by a newer version ({found}; this program knows {known}). Upgrade the program; nothing was changed.' },
  LIBRARY_CORRUPT: { zh: '资料库“{folder}”已损坏，无法安全打开，原文件未改动。请从备份恢复，或打开另一个资料库。', en: 'The library "{folder}" is damaged and cannot be opened safely; its files were not touched. Restore a backup or open another.' },
  LIBRARY_READ_ONLY: { zh: '资料库所在文件夹“{folder}”不能写入。请更改权限，或把资料库移到别处。', en: 'The folder "{folder}" cannot be written to. Change its permissions or move the library.' },
  LIBRARY_FAILED: { zh: '打开资料库“{folder}”时出了意外，其中的资料没有改动。请按“重试”，或打开另一个资料库。', en: 'Something unforeseen happened while the library "{folder}" was opened; nothing in it was changed. Try again, or open another library.' },
  LIBRARY_CLOSED: { zh: '资料库没有打开。', en: 'No library is open.' },
  NOT_A_LIBRARY: { zh: '“{folder}”里没有资料库。', en: 'There is no library in "{folder}".' },
  FOLDER_NOT_EMPTY: { zh: '“{folder}”不是空文件夹。请选择空文件夹，以免混入其他文件。', en: '"{folder}" is not empty. Choose an empty folder.' },
  DISK_FULL: { zh: '磁盘空间不足，未写入。请清理“{folder}”所在磁盘后重试；已有资料完好。', en: 'The disk is full; nothing was written. Free some space on the disk of "{folder}" and try again; existing data is intact.' },
  BACKUP_FAILED: { zh: '备份没有完成：{reason}。原资料库未受影响。', en: 'The backup did not finish: {reason}. The library is unharmed.' },
  RESTORE_FAILED: { zh: '没有从“{file}”恢复：{reason}。请换一个备份文件再试；备份文件未被改动。', en: 'Nothing was restored from "{file}": {reason}. Try another backup; the file was not changed.' },
  EXISTS: { zh: '“{file}”已存在，没有覆盖。请换一个文件名。', en: '"{file}" exists and was not overwritten. Choose another name.' },
  USAGE: { zh: '{reason}\n用法见：npm run --silent cli -- help', en: '{reason}\nSee: npm run --silent cli -- help' },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>

export type ErrorCode = keyof typeof ERRORS
export const ErrorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]])

/** What crosses every border: never a stack, never article text. `message` is the Chinese sentence, filled in. */
export const Fault = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  details: z.record(z.string(), z.string()),
})
export type Fault = z.infer<typeof Fault>

/** Fills the sentence of `code` in `language` with `details`; a missing detail reads as an ellipsis. */
export function sentence(code: ErrorCode, details: Readonly<Record<string, string>> = {}, language: 'zh' | 'en' = 'zh'): string {
  return ERRORS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '…')
}

export function fault(code: ErrorCode, details: Readonly<Record<string, string>> = {}): Fault {
  return { code, message: sentence(code, details), details: { ...details } }
}

/** The one exception our own code throws on purpose; everything else that is thrown becomes FAILED at the border. */
export class Refusal extends Error {
  readonly fault: Fault
  constructor(code: ErrorCode, details: Readonly<Record<string, string>> = {}) {
    const value = fault(code, details)
    super(value.message)
    this.name = 'Refusal'
    this.fault = value
  }
  get code(): ErrorCode {
    return this.fault.code
  }
}
