/** Our colours, light and dark. Contrast is computed in a test: text ≥ 4.5, borders and icons ≥ 3 on the surfaces they stand on. */
export interface Colours {
  readonly page: string
  readonly surface: string
  readonly raised: string
  readonly text: string
  readonly secondary: string
  readonly placeholder: string
  readonly border: string
  readonly rule: string
  readonly primary: string
  readonly onPrimary: string
  readonly selected: string
  readonly danger: string
  readonly ok: string
  readonly warning: string
  readonly warningSurface: string
  readonly mark: string
  readonly onMark: string
  readonly markNow: string
  readonly moved: string
  readonly dropped: string
  readonly repaired: string
}

export const LIGHT: Colours = {
  page: '#F5F7FA', surface: '#FFFFFF', raised: '#FFFFFF', text: '#1F2329', secondary: '#4E5969', placeholder: '#646A73', border: '#868D98', rule: '#DDE1E7',
  primary: '#0B4FA8', onPrimary: '#FFFFFF', selected: '#E8F0FC', danger: '#B42318', ok: '#14663B', warning: '#7A3E00', warningSurface: '#FFF1DD',
  mark: '#FFE58F', onMark: '#1F2329', markNow: '#FFC53D', moved: '#E1F5F7', dropped: '#ECEEF1', repaired: '#F0EBFD',
}
export const DARK: Colours = {
  page: '#0F1216', surface: '#14171C', raised: '#1D2229', text: '#E8EAED', secondary: '#B4BCC8', placeholder: '#9AA3B0', border: '#6E7784', rule: '#2C323A',
  primary: '#8AB8FF', onPrimary: '#0B1220', selected: '#12294D', danger: '#FFB4AB', ok: '#93E0B3', warning: '#FFC98A', warningSurface: '#3B2300',
  mark: '#5C4700', onMark: '#FFF4CC', markNow: '#8A6A00', moved: '#063C43', dropped: '#2C323A', repaired: '#2B1A63',
}
