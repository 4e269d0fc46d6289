// Tells a person how something went, in a note that goes by itself.
import { notifications } from '@mantine/notifications';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCallback } from 'react';
import { frameTexts } from '../messages/frame.ts';
import { problemTexts } from '../messages/problems.ts';
import { problemText } from './problem-text.ts';

export interface Tell {
  done(message: string): void;
  warn(message: string): void;
  problem(error: unknown): void;
}

/** The ways to tell: done is short, a problem stays long enough to be read. */
export function useTell(): Tell {
  const t = useTexts(problemTexts);
  const f = useTexts(frameTexts);
  const show = useCallback(
    (message: string, color: string, autoClose: number) =>
      notifications.show({ message, color, autoClose, closeButtonProps: { 'aria-label': f('close') } }),
    [f],
  );
  return {
    done: (message) => void show(message, 'green', 3500),
    warn: (message) => void show(message, 'amber', 8000),
    problem: (error) => void show(problemText(error, t), 'red', 8000),
  };
}
