import { useLiveFeed } from '../live/use-live-feed.ts';
import type { Session } from '../shop/shop.ts';
import { ShopProvider } from '../shop/shop-provider.tsx';
import { Frame } from './frame.tsx';
import { Pages } from './pages.tsx';

/** Everything that staff see after signing in. */
export function Workplace({ session }: { readonly session: Session }) {
  return (
    <ShopProvider session={session}>
      <Follower />
      <Frame>
        <Pages />
      </Frame>
    </ShopProvider>
  );
}

/** Follows the feeds without drawing anything, so that a poke redraws only those who listen. */
function Follower() {
  useLiveFeed();
  return null;
}
