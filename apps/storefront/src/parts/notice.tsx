/** What the shop has to tell: a refusal in the shopper's words. */
import { wholePieces } from '../format.ts';
import { isMessage, type Say, sayIn } from '../messages/say.ts';
import type { Locale, Problem } from '../views.ts';

/** A refusal as a sentence; the general one for codes that shoppers have no words for. */
export function problemWords(problem: Problem, say: Say): string {
  const left = problem.params?.available;
  const count = typeof left === 'number' ? wholePieces(left) : undefined;
  if (problem.code === 'stock.short' && count !== undefined && count > 0)
    return say('problem.stock.short.count', { count });
  const field =
    problem.code === 'input.invalid'
      ? `problem.input.${problem.field?.split('.').at(-1) ?? ''}`
      : `problem.${problem.code}`;
  if (!isMessage(field)) return say('problem.other');
  return say(field, count === undefined ? {} : { count });
}

export function ProblemNotice({ problem, locale }: { problem: Problem | undefined; locale: Locale }) {
  if (problem === undefined) return null;
  const say = sayIn(locale);
  return (
    <p class="notice" role="alert">
      <strong>{say('problem.title')}</strong> {problemWords(problem, say)}
    </p>
  );
}
