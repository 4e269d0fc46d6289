// A refusal that names a field of a variant stands at that field; any other is told as a note.
import { ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { problemText } from '../api/problem-text.ts';
import { useTell } from '../api/tell.ts';
import { problemTexts } from '../messages/problems.ts';

const fields = ['sku', 'barcodes'] as const;

/** Puts the words of the problem at the field that it names. */
export function useVariantRefusal(setFieldError: (field: (typeof fields)[number], words: string) => void) {
  const problem = useTexts(problemTexts);
  const tell = useTell();
  return (error: unknown) => {
    const field = error instanceof ProblemError ? fields.find((one) => one === error.field) : undefined;
    if (field) setFieldError(field, problemText(error, problem));
    else tell.problem(error);
  };
}
