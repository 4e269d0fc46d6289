import {
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconPlayerPause,
  IconPlayerPlay,
  type TablerIcon,
} from '@tabler/icons-react';
import { StatusBadge, type StatusTone, useTexts } from '@tandem/ui/react/index.ts';
import { promotionTexts } from '../messages/promotions.ts';
import type { Promotion } from './calendar.ts';

type State = Promotion['state'];

const looks: Readonly<Record<State, { tone: StatusTone; icon: TablerIcon }>> = {
  draft: { tone: 'neutral', icon: IconCircleDashed },
  scheduled: { tone: 'done', icon: IconClock },
  active: { tone: 'active', icon: IconPlayerPlay },
  paused: { tone: 'attention', icon: IconPlayerPause },
  ended: { tone: 'neutral', icon: IconCircleCheck },
};

/** The state of a promotion in words, sign and colour. */
export function PromotionState({ state }: { readonly state: State }) {
  const t = useTexts(promotionTexts);
  const { tone, icon } = looks[state];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t('state', state)}
    </StatusBadge>
  );
}
