/** One set of tokens for antd and for our own style sheets. */
import { theme, type ThemeConfig } from 'antd'
import { DARK, LIGHT, type Colours } from './palette-colours.ts'
import { PRACTICE_COLOURS } from './practice-colours.ts'

export const FONT = '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","HarmonyOS Sans SC","MiSans","Source Han Sans SC","Noto Sans CJK SC","WenQuanYi Micro Hei",system-ui,sans-serif'

export const coloursOf = (dark: boolean): Colours => (dark ? DARK : LIGHT)

/** Sizes are computed for `zoom` (percent): under CSS zoom antd's popups lose their place, and its dialogs stay small. */
export function antdTheme(dark: boolean, zoom: number): ThemeConfig {
  const c = coloursOf(dark)
  const px = (size: number): number => Math.round((size * zoom) / 100)
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: px(15),
      fontSizeSM: px(13),
      sizeUnit: px(4),
      controlHeight: px(34),
      controlHeightSM: px(28),
      borderRadius: px(6),
      colorPrimary: c.primary,
      colorInfo: c.primary,
      colorInfoBg: c.selected,
      colorInfoBorder: c.rule,
      colorLink: c.primary,
      colorError: c.danger,
      colorSuccess: c.ok,
      colorWarning: c.warning,
      // Made from so dark a colour, the surface would be a muddy grey.
      colorWarningBg: c.warningSurface,
      colorWarningBorder: c.rule,
      colorText: c.text,
      colorTextSecondary: c.secondary,
      colorTextTertiary: c.secondary,
      colorTextQuaternary: c.placeholder,
      colorTextPlaceholder: c.placeholder,
      colorTextDescription: c.secondary,
      colorTextDisabled: c.placeholder,
      colorBorder: c.border,
      colorBorderSecondary: c.rule,
      colorSplit: c.rule,
      colorBgBase: c.surface,
      colorBgContainer: c.surface,
      colorBgElevated: c.raised,
      colorBgLayout: c.page,
      colorTextLightSolid: c.onPrimary,
      controlItemBgActive: c.selected,
      // An office tool answers at once; movement would only delay it.
      motion: false,
    },
    components: {
      Button: { primaryColor: c.onPrimary, primaryShadow: 'none', defaultShadow: 'none' },
      Tooltip: { colorBgSpotlight: c.text, colorTextLightSolid: c.surface },
      Segmented: { trackBg: c.dropped, itemSelectedBg: c.primary, itemSelectedColor: c.onPrimary, itemColor: c.text, itemHoverColor: c.text },
    },
  }
}

/** Writes the tokens where style sheets read them. `zoom` scales the whole window: every size of ours is in rem. */
export function paint(dark: boolean, zoom: number): void {
  const root = document.documentElement
  root.dataset['theme'] = dark ? 'dark' : 'light'
  root.style.colorScheme = dark ? 'dark' : 'light'
  for (const [name, value] of Object.entries(coloursOf(dark))) root.style.setProperty(`--${name}`, String(value))
  for (const [id, { light, dark: night }] of Object.entries(PRACTICE_COLOURS)) {
    const [ink, ground] = dark ? night : light
    root.style.setProperty(`--${id}-ink`, ink)
    root.style.setProperty(`--${id}-ground`, ground)
  }
  root.style.setProperty('--font', FONT)
  root.style.setProperty('--zoom', String(zoom / 100))
}
