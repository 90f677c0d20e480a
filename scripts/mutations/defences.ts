/** One weakening per defence: what stands in the built program, what takes its place, and the specification that must go red. */
export interface Mutation {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly test: string
}

const lockdown = 'test/e2e/lockdown.test.ts'
const page = 'test/e2e/lockdown-page.test.ts'
const loopback = 'test/e2e/browser-host.test.ts'

const preference = (name: string, value: boolean): Mutation => ({ name: `webPreferences.${name} = ${String(!value)}`, from: `${name}: ${String(value)},`, to: `${name}: ${String(!value)},`, test: lockdown })
const csp = (name: string, from: string, to: string): Mutation => ({ name: `policy: ${name}`, from, to, test: page })
const chromiumSwitch = (name: string): Mutation => ({ name: `switch ${name} left out`, from: `["${name}"],`, to: '', test: lockdown })

export const MUTATIONS: readonly Mutation[] = [
  { name: 'no enableSandbox', from: 'app.enableSandbox();', to: '', test: lockdown },
  ...(['sandbox', 'contextIsolation', 'webSecurity', 'disableDialogs'] as const).map((name) => preference(name, true)),
  ...(['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webviewTag', 'allowRunningInsecureContent', 'experimentalFeatures', 'plugins', 'navigateOnDragDrop', 'spellcheck'] as const).map((name) => preference(name, false)),
  { name: 'scheme with bypassCSP', from: 'codeCache: true', to: 'codeCache: true, bypassCSP: true', test: lockdown },
  { name: 'another host of our scheme is served and trusted', from: 'url.host === "casebook"', to: 'url.host.startsWith("casebook")', test: lockdown },
  csp('scripts in the page', '"script-src \'self\'"', '"script-src \'self\' \'unsafe-inline\' \'unsafe-eval\'"'),
  csp('any style', '`style-src \'self\' \'nonce-${nonce}\'`', '`style-src \'self\' \'unsafe-inline\'`'),
  csp('any request', '"connect-src \'self\'"', '"connect-src *"'),
  csp('any picture', '"img-src \'self\' blob: data:"', '"img-src *"'),
  csp('frames', '"frame-src \'none\'"', '"frame-src *"'),
  csp('forms', '"form-action \'none\'"', '"form-action *"'),
  csp('base', '"base-uri \'none\'"', '"base-uri *"'),
  csp('no Trusted Types', '"require-trusted-types-for \'script\'"', '"upgrade-insecure-requests"'),
  csp('any Trusted Types policy', '"trusted-types default"', '"trusted-types *"'),
  csp('one nonce for ever', 'const nonce = randomBytes(16).toString("base64");', 'const nonce = "AAAAAAAAAAAAAAAAAAAAAA==";'),
  csp('no nosniff', '"x-content-type-options": "nosniff",', ''),
  csp('no opener policy', '"cross-origin-opener-policy": "same-origin",', ''),
  csp('no embedder policy', '"cross-origin-embedder-policy": "require-corp",', ''),
  { name: 'navigation allowed', from: 'if (!isOurs(event.url)) event.preventDefault();', to: '', test: lockdown },
  { name: 'will-redirect not heard', from: 'contents.on("will-redirect", stay);', to: '', test: lockdown },
  { name: 'will-attach-webview not heard', from: 'contents.on("will-attach-webview"', to: 'contents.on("will-attach-nothing"', test: lockdown },
  { name: 'windows allowed', from: 'action: "deny"', to: 'action: "allow"', test: lockdown },
  { name: 'permission requests granted', from: 'answer(false);', to: 'answer(true);', test: lockdown },
  { name: 'permission checks granted', from: 'setPermissionCheckHandler(() => false)', to: 'setPermissionCheckHandler(() => true)', test: lockdown },
  { name: 'devices granted', from: 'setDevicePermissionHandler(() => false)', to: 'setDevicePermissionHandler(() => true)', test: lockdown },
  { name: 'screen handed out', from: 'answer({});', to: 'answer({ video: {} });', test: lockdown },
  { name: 'downloads allowed', from: 'target.on("will-download"', to: 'target.on("will-download-not"', test: lockdown },
  { name: 'requests not cancelled', from: 'answer({ cancel: !(', to: 'answer({ cancel: false && !(', test: lockdown },
  { name: 'no dead proxy', from: 'target.setProxy({', to: '(() => undefined)({', test: lockdown },
  { name: 'spelling dictionaries fetched', from: 'target.setSpellCheckerEnabled(false);', to: '', test: lockdown },
  { name: 'WebRTC past the proxy', from: 'contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");', to: '', test: lockdown },
  ...['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync', 'no-pings', 'dns-prefetch-disable'].map(chromiumSwitch),
  { name: 'names resolved', from: '["host-resolver-rules", "MAP * ~NOTFOUND"],', to: '', test: lockdown },
  { name: 'any sender heard', from: 'isTrustedSender(event.senderFrame, BrowserWindow.fromWebContents(event.sender) !== null) ?', to: 'true ?', test: lockdown },
  { name: 'frames inside the page heard', from: 'frame.parent === null && ', to: '', test: lockdown },
  { name: 'unknown windows heard', from: 'return knownWindow && ', to: 'return ', test: lockdown },
  { name: 'preload passes any method', from: 'if (typeof method !== "string" || !methods.has(method))', to: 'if (false)', test: lockdown },
  { name: 'preload passes any event', from: 'if (typeof event !== "string" || !events.has(event))', to: 'if (false)', test: lockdown },
  { name: 'input not checked', from: 'if (!parsed.success) return refused', to: 'if (false) return refused', test: 'test/e2e/hosts.test.ts' },
  { name: 'links opened without asking', from: 'if (response !== 0) return false;', to: '', test: lockdown },
  { name: 'http links opened', from: 'url.protocol === "https:"', to: '/^https?:/.test(url.protocol)', test: lockdown },
  { name: 'any Host', from: 'if (headers.host !== new URL(origin).host) return 421;', to: '', test: loopback },
  { name: 'no Origin needed', from: 'if (headers.origin !== origin || ', to: 'if (', test: loopback },
  { name: 'foreign Origin may read', from: 'if (headers.origin !== void 0 && headers.origin !== origin) return 403;', to: '', test: loopback },
  { name: 'fetch site not looked at', from: 'site !== void 0 && site !== "same-origin"', to: 'false', test: loopback },
  { name: 'no token needed', from: 'if (!same(headers[LOOPBACK.tokenHeader], token)) return 401;', to: '', test: loopback },
  { name: 'any content type', from: 'headers["content-type"] === LOOPBACK.contentType ? null : 415', to: 'null', test: loopback },
  { name: 'page shown inside another', from: 'return site === void 0 || site === "same-origin" || site === "none" ? null : 403;', to: 'return null;', test: loopback },
  { name: 'bound to every address', from: 'server.listen(port, "127.0.0.1", resolve)', to: 'server.listen(port, "0.0.0.0", resolve)', test: loopback },
  { name: 'bodies of any size', from: 'return size <= limit ?', to: 'return true ?', test: loopback },
]
