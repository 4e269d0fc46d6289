import { Drawer } from '@mantine/core';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import type { ReactNode } from 'react';
import { frameTexts } from '../messages/frame.ts';

interface SideFormProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form at the side, over the list that it changes. */
export function SideForm({ title, onClose, children }: SideFormProps) {
  const t = useTexts(frameTexts);
  return (
    <Drawer opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <FocusBack />
      {children}
    </Drawer>
  );
}
