// Sends files, which the typed call does not carry.
import { ProblemError } from '@tandem/contract/client.ts';

/** Posts a form with files; gives the answer, or throws the server's problem. */
export async function upload<T>(address: string, form: FormData, commandId: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      body: form,
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'idempotency-key': commandId },
    });
  } catch {
    throw new ProblemError({ status: 0, code: 'network' });
  }
  const answer = await response.json().catch(() => undefined);
  if (answer === undefined) throw new ProblemError({ status: response.status, code: 'network' });
  if (!response.ok) throw new ProblemError({ ...answer, status: response.status });
  return answer as T;
}
