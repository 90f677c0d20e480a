import { describe, expect, it } from 'vitest'
import { externalLink, isDevTools, isOurs, isTrustedSender, mayRequest } from '../../electron/main/policies.ts'

describe('an address is ours', () => {
  it.each(['app://casebook/', 'app://casebook/index.html', 'app://casebook/assets/a.js?x#y', 'APP://casebook/'])('%s', (address) => {
    expect(isOurs(address)).toBe(true)
  })
  it.each(['app://casebook.evil/', 'app://casebook@evil/', 'app://li@casebook/', 'app://li:1@casebook/', 'app://CASEBOOK.evil/', 'app:casebook', 'app:///index.html', 'https://casebook/', 'file:///app://casebook/', 'javascript:app://casebook/', 'about:blank', '', 'casebook', 'blob:app://casebook/1', 'data:text/html,app://casebook/'])('not %s', (address) => {
    expect(isOurs(address)).toBe(false)
  })
})

describe('a request may leave the page', () => {
  it.each(['app://casebook/assets/a.js', 'blob:app://casebook/0a-1b', 'data:image/png;base64,AA==', 'DATA:IMAGE/svg+xml,x'])('%s', (address) => {
    expect(mayRequest(address)).toBe(true)
  })
  it.each(['https://example.com/', 'http://127.0.0.1:80/', 'ws://localhost/', 'file:///etc/passwd', 'blob:https://example.com/1', 'blob:app://casebook.evil/1', 'data:text/html,x', 'data:application/javascript,x', 'devtools://devtools/x', 'chrome://settings', 'ftp://x/'])('not %s', (address) => {
    expect(mayRequest(address)).toBe(false)
  })
  it('DevTools loads its own pages only', () => {
    expect([isDevTools('devtools://devtools/bundled/x'), isDevTools('https://devtools.example/')]).toEqual([true, false])
  })
})

describe('a call is heard', () => {
  const ours = { url: 'app://casebook/index.html', parent: null }
  it('from the top frame of our own window', () => {
    expect(isTrustedSender(ours, true)).toBe(true)
  })
  it.each([
    ['a frame that has gone', null, true],
    ['no frame', undefined, true],
    ['a frame inside ours', { ...ours, parent: ours }, true],
    ['a foreign page', { ...ours, url: 'https://evil.example/' }, true],
    ['a host that only begins like ours', { ...ours, url: 'app://casebook.evil/' }, true],
    ['a blank page', { ...ours, url: 'about:blank' }, true],
    ['an empty address', { ...ours, url: '' }, true],
    ['a window that is not ours', ours, false],
  ] as const)('not from %s', (_name, frame, known) => {
    expect(isTrustedSender(frame, known)).toBe(false)
  })
})

describe('a link may go to the browser', () => {
  it.each([
    ['https://www.gov.cn/zhengce/', 'https://www.gov.cn/zhengce/'],
    ['HTTPS://例子.中国/路', 'https://xn--fsqu00a.xn--fiqs8s/%E8%B7%AF'],
  ])('%s', (address, opened) => {
    expect(externalLink(address)).toBe(opened)
  })
  it.each(['http://www.gov.cn/', 'file:///etc/passwd', 'javascript:alert(1)', 'ms-msdt:/id', 'smb://host/share', 'mailto:a@b', 'vbscript:x', 'https://', 'https://bank@evil.example/', '', '不是网址', 'data:text/html,x'])('not %s', (address) => {
    expect(externalLink(address)).toBeNull()
  })
})
