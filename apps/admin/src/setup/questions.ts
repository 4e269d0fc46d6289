// What each part of the set-up page is given.
import type { UseFormReturnType } from '@mantine/form';
import type { SetUpAnswers } from './set-up-form.ts';

export interface QuestionsProps {
  readonly form: UseFormReturnType<SetUpAnswers>;
}
