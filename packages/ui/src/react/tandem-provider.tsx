import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { tandemTheme, tandemVariables } from '../mantine-theme.ts';
import { LanguageProvider } from './language.tsx';

/** Look and language of till and back office: put it around the whole face. Follows the system's scheme at first. */
export function TandemProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={tandemTheme} cssVariablesResolver={tandemVariables} defaultColorScheme="auto">
      <LanguageProvider>{children}</LanguageProvider>
    </MantineProvider>
  );
}
