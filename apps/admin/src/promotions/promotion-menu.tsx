import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { useFormat } from '../shop/use-format.ts';
import type { Promotion } from './calendar.ts';
import { type Move, movesOf } from './use-promotion-moves.tsx';

const icons: Readonly<Record<Move, TablerIcon>> = {
  publish: IconSend,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  end: IconPlayerStop,
  copy: IconCopy,
};

interface PromotionMenuProps {
  readonly promotion: Promotion;
  readonly onMove: (move: Move, promotion: Promotion) => void;
}

/** What can be done with a promotion, behind three dots. */
export function PromotionMenu({ promotion, onMove }: PromotionMenuProps) {
  const t = useTexts(promotionTexts);
  const { text } = useFormat();
  return (
    <Menu
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={200}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('more', text(promotion.definition.name))}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {movesOf(promotion.state).map((move) => {
          const Icon = icons[move];
          return (
            <Menu.Item
              key={move}
              {...(move === 'end' ? { color: 'red' } : {})}
              leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
              onClick={() => onMove(move, promotion)}
            >
              {t(move)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
