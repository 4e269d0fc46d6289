// Sends a command of the contract: one id over all retries, then says how it went.
import { call } from '@tandem/contract/client.ts';
import type { Answer, RouteKey } from '@tandem/contract/index.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { commandIds } from './command-ids.ts';
import { makeId } from './make-id.ts';
import { isOutage } from './query-client.ts';
import { useTell } from './tell.ts';

export type CommandKey = Exclude<RouteKey, `GET ${string}`>;
export type Given<K extends RouteKey> = Omit<Parameters<typeof call<K>>[1], 'commandId' | 'signal'>;

interface Afterwards<K extends CommandKey> {
  /** Keys of what has to be asked again. */
  readonly refresh?: readonly (readonly unknown[])[];
  /** What is said when it is done. */
  readonly done?: string | ((answer: Answer<K>) => string);
  readonly onDone?: (answer: Answer<K>) => unknown;
  /** The form shows the refusal itself, so that no note is needed. */
  readonly isQuiet?: boolean;
}

/** `mutate(given)` sends it; a network failure keeps the id, so that pressing again never does it twice. */
export function useCommand<K extends CommandKey>(key: K, { refresh = [], done, onDone, isQuiet }: Afterwards<K> = {}) {
  const tell = useTell();
  const queries = useQueryClient();
  const [ids] = useState(() => commandIds(makeId));
  return useMutation<Answer<K>, Error, Given<K>>({
    mutationFn: (given) => {
      const commandId = ids.idFor(JSON.stringify(given));
      return call(key, { ...given, commandId } as Parameters<typeof call<K>>[1]);
    },
    onSuccess: async (answer) => {
      ids.settle();
      for (const queryKey of refresh) void queries.invalidateQueries({ queryKey: [...queryKey] });
      const message = typeof done === 'function' ? done(answer) : done;
      if (message) tell.done(message);
      await onDone?.(answer);
    },
    onError: (error) => {
      if (!isOutage(error)) ids.settle();
      if (!isQuiet) tell.problem(error);
    },
  });
}
