// Mantine in the colours, sizes and type of tokens.css. Load tokens.css first and mantine.css after Mantine's own styles.

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { amber, green, night, type Ramp, red, stone } from './palette.ts';

const steps = ['xs', 'sm', 'md', 'lg', 'xl'] as const;

/** Theme for MantineProvider. Give it together with `tandemVariables`. */
export const tandemTheme = createTheme({
  colors: {
    green: mantineRamp(green),
    teal: mantineRamp(green),
    amber: mantineRamp(amber),
    yellow: mantineRamp(amber),
    orange: mantineRamp(amber),
    red: mantineRamp(red),
    gray: mantineRamp(stone),
    dark: mantineRamp(night),
  },
  primaryColor: 'green',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  white: '#ffffff',
  black: '#211f1b',
  fontFamily: 'var(--font-sans)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-sm)',
    md: 'var(--text-md)',
    lg: 'var(--text-lg)',
    xl: 'var(--text-xl)',
  },
  fontWeights: { regular: '400', medium: '520', bold: '640' },
  lineHeights: Object.fromEntries(steps.map((step) => [step, 'var(--leading)'])),
  headings: {
    fontFamily: 'var(--font-sans)',
    fontWeight: '640',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'var(--text-2xl)', lineHeight: 'var(--leading-tight)' },
      h2: { fontSize: 'var(--text-xl)', lineHeight: 'var(--leading-tight)' },
      h3: { fontSize: 'var(--text-lg)', lineHeight: 'var(--leading-tight)' },
      h4: { fontSize: 'var(--text-md)', lineHeight: 'var(--leading-tight)' },
      h5: { fontSize: 'var(--text-sm)', lineHeight: 'var(--leading-tight)' },
      h6: { fontSize: 'var(--text-xs)', lineHeight: 'var(--leading-tight)' },
    },
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-3)',
    xl: 'var(--shadow-3)',
  },
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: 'hover' } },
    Badge: { defaultProps: { tt: 'none', variant: 'light', radius: 'sm', fw: 520 } },
    Card: { defaultProps: { radius: 'lg', withBorder: true, shadow: 'none' } },
    // The head of a dialog is no banner: a page has one, and it is the page's own.
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { position: 'right', transitionProps: { duration: 160 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Modal: { defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 160 } } },
    Notification: { defaultProps: { radius: 'lg', withBorder: true } },
    Table: { defaultProps: { verticalSpacing: 8, horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 100 } } },
  },
});

/** Points Mantine's variables at the tokens, in both schemes at once, because the tokens change with the scheme. */
export const tandemVariables: CSSVariablesResolver = () => {
  const colours = {
    '--mantine-color-text': 'var(--color-text)',
    '--mantine-color-bright': 'var(--color-text)',
    '--mantine-color-body': 'var(--color-surface)',
    '--mantine-color-dimmed': 'var(--color-muted)',
    '--mantine-color-placeholder': 'var(--color-faint)',
    '--mantine-color-anchor': 'var(--color-primary-text)',
    '--mantine-color-error': 'var(--color-danger-text)',
    '--mantine-color-success': 'var(--color-primary-text)',
    '--mantine-color-default': 'var(--color-surface)',
    '--mantine-color-default-hover': 'var(--color-hover)',
    '--mantine-color-default-color': 'var(--color-text)',
    '--mantine-color-default-border': 'var(--color-border)',
    '--mantine-color-disabled': 'var(--color-sunken)',
    '--mantine-color-disabled-color': 'var(--color-faint)',
    '--mantine-color-disabled-border': 'var(--color-border)',
    '--mantine-primary-color-contrast': 'var(--color-on-primary)',
    ...rampVariables('green', 'primary'),
    ...rampVariables('teal', 'primary'),
    ...rampVariables('amber', 'attention'),
    ...rampVariables('yellow', 'attention'),
    ...rampVariables('orange', 'attention'),
    ...rampVariables('red', 'danger'),
    ...rampVariables('gray', 'neutral'),
  };
  return { variables: { '--mantine-line-height': 'var(--leading)' }, light: colours, dark: colours };
};

function rampVariables(ramp: string, token: string): Record<`--${string}`, string> {
  const words = token === 'neutral' ? 'var(--color-muted)' : `var(--color-${token}-text)`;
  return {
    [`--mantine-color-${ramp}-text`]: words,
    [`--mantine-color-${ramp}-filled`]: `var(--color-${token})`,
    [`--mantine-color-${ramp}-filled-hover`]: `var(--color-${token}-hover)`,
    [`--mantine-color-${ramp}-light`]: `var(--color-${token}-soft)`,
    [`--mantine-color-${ramp}-light-hover`]: `var(--color-${token}-soft-hover)`,
    [`--mantine-color-${ramp}-light-color`]: `var(--color-on-${token}-soft)`,
    [`--mantine-color-${ramp}-outline`]: words,
    [`--mantine-color-${ramp}-outline-hover`]: `var(--color-${token}-soft)`,
  };
}

function mantineRamp(ramp: Ramp): MantineColorsTuple {
  return [...ramp];
}
