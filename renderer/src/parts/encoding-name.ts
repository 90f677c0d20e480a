const NAMES: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', gb18030: 'GB18030', big5: 'Big5' }

/** A WHATWG label as people write it. */
export const encodingName = (label: string): string => NAMES[label] ?? label
