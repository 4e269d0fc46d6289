import { useHotkeys } from '@mantine/hooks';
import { useTexts } from '@tandem/ui/react/index.ts';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { frameTexts } from '../messages/frame.ts';
import classes from './frame.module.css';
import { PhoneNav } from './phone-nav.tsx';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';

const CommandPalette = lazy(() => import('./command-palette.tsx'));

/** Navigation around every screen: at the side on a desk, at the bottom on a phone. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const t = useTexts(frameTexts);
  const [isSearching, setIsSearching] = useState(false);
  const [wasSearching, setWasSearching] = useState(false);
  const search = () => {
    setWasSearching(true);
    setIsSearching(true);
  };
  useHotkeys([['mod+K', search]], []);
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <SideNav onSearch={search} />
      <div className={classes.stage}>
        <TopBar onSearch={search} />
        <main id="content" tabIndex={-1} className={classes.content}>
          {children}
        </main>
      </div>
      <PhoneNav />
      {wasSearching ? (
        <Suspense fallback={null}>
          <CommandPalette isOpen={isSearching} onClose={() => setIsSearching(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
