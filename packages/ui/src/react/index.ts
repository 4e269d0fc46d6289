// Parts that till and back office share.

export { ColorSchemeToggle } from './color-scheme-toggle.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorState } from './error-state.tsx';
export { FocusBack } from './focus-back.tsx';
export { LanguageProvider, useLanguage, useTexts } from './language.tsx';
export { LanguageSwitch } from './language-switch.tsx';
export { Money } from './money.tsx';
export { Quantity } from './quantity.tsx';
export { StatusBadge, type StatusTone } from './status-badge.tsx';
export { TandemProvider } from './tandem-provider.tsx';
