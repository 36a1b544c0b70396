import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ink and harbour blue; brass belongs to the key in the logo alone. Every pair below was checked for 4.5:1. */
const harbour: MantineColorsTuple = [
  '#eef3ff',
  '#dce6ff',
  '#b8cbff',
  '#93aefa',
  '#7092f5',
  '#4a70e8',
  '#3358d4',
  '#2647b8',
  '#1f3a95',
  '#182c6e',
];
const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e7eaef',
  '#d7dce3',
  '#b9c1cc',
  '#8c96a5',
  '#5f6977',
  '#47505d',
  '#2f3742',
  '#1a2029',
];
const dark: MantineColorsTuple = [
  '#dde2ea',
  '#b8c0cc',
  '#98a2b1',
  '#6d7684',
  '#3a424e',
  '#2a303a',
  '#20252d',
  '#161a20',
  '#101318',
  '#0b0d11',
];

const red: MantineColorsTuple = [
  '#fff1f0',
  '#fee2df',
  '#fbbfb9',
  '#f79a92',
  '#ef766c',
  '#de4b40',
  '#c8372c',
  '#b42318',
  '#931c13',
  '#741610',
];

const fonts =
  'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Open Sans", Arial, sans-serif';

/** The head of a dialog is a `header` element, which would otherwise count as a second head of the whole page. */
const noBanner = { header: { role: 'presentation' } };
const dialogTitle = { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 650 } };

export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 6 },
  colors: { harbour, gray, dark, red },
  black: '#1a2029',
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8438rem', md: '0.9063rem', lg: '1.0313rem', xl: '1.1875rem' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0313rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9063rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } },
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        attributes: noBanner,
        centered: true,
        styles: dialogTitle,
      },
    },
    Drawer: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        attributes: noBanner,
        styles: dialogTitle,
      },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close notification' } } },
    // Within the page, a menu lies in the landmark of its button; the placeholder is no item, and a menu may hold only those.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Tooltip: {
      defaultProps: {
        openDelay: 200,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    },
  },
});

/** Texts that the component library draws too faint for small letters, and the product's own surfaces and tones. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#687281',
    '--mantine-color-error': '#b42318',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-harbour-light-color': harbour[7],
    '--mantine-color-red-light-color': red[7],
    '--mantine-color-red-outline': red[7],
    '--surface-page': '#f7f8fa',
    '--surface-card': '#ffffff',
    '--surface-sunken': '#f4f5f8',
    '--line': '#e4e7ec',
    '--line-strong': '#cdd3dc',
    '--tone-neutral-text': '#47505d',
    '--tone-neutral-back': '#eef0f4',
    '--tone-good-text': '#0f6239',
    '--tone-good-back': '#e4f5eb',
    '--tone-warn-text': '#7a4a00',
    '--tone-warn-back': '#fdf1d8',
    '--tone-bad-text': '#a31b12',
    '--tone-bad-back': '#fdeae8',
    '--tone-info-text': '#2647b8',
    '--tone-info-back': '#e9efff',
    '--tone-gift-text': '#6c2f9c',
    '--tone-gift-back': '#f4eafc',
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': '#8b95a4',
    '--mantine-color-error': '#ff9a92',
    '--mantine-color-harbour-light-color': '#a9c0ff',
    '--mantine-color-red-light-color': '#ff9a92',
    '--mantine-color-red-outline': '#ff9a92',
    '--surface-page': '#111419',
    '--surface-card': '#171b21',
    '--surface-sunken': '#1d222a',
    '--line': '#2a303a',
    '--line-strong': '#3a424e',
    '--tone-neutral-text': '#bcc4d0',
    '--tone-neutral-back': '#2a303a',
    '--tone-good-text': '#7fdca8',
    '--tone-good-back': '#153426',
    '--tone-warn-text': '#f3c56b',
    '--tone-warn-back': '#3a2d12',
    '--tone-bad-text': '#ffa59e',
    '--tone-bad-back': '#43201e',
    '--tone-info-text': '#a9c0ff',
    '--tone-info-back': '#1d2a4d',
    '--tone-gift-text': '#d7b4f5',
    '--tone-gift-back': '#35234a',
  },
});
