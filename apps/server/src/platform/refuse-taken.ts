/** A unique key is the last word when two write the same at once: its violation becomes the trade's refusal. */
import { refuse } from './refusal.ts';

/** Constraint name → code and field of the refusal. */
export type TakenNames = Readonly<Record<string, readonly [code: string, field: string]>>;

/** Runs the work; a violated key that `names` knows is refused with 422, everything else is thrown on. */
export async function refusingTaken<T>(names: TakenNames, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, constraint = '' } = error as { code?: string; constraint?: string };
    const taken = code === '23505' && Object.hasOwn(names, constraint) ? names[constraint] : undefined;
    if (taken === undefined) throw error;
    return refuse(taken[0], 'This is already in use.', { field: taken[1] });
  }
}
