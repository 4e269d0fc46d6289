/** Commands for tests of the platform alone: each writes one audit entry and one row of a feed, and fails as it is told. */
import { type Command, type CommandKind, singleKind, type Verdict } from '../commands/command.ts';
import { newId } from '../ids.ts';
import { refuse } from '../refusal.ts';
import { sql } from '../sql.ts';
import type { Tx } from '../transaction.ts';

export interface Note {
  text: string;
  /** The trade says no, or the program is wrong. */
  fault?: 'refused' | 'bug';
  streams?: readonly string[];
}
export interface NoteAnswer {
  /** Made anew each time the command is decided: equal answers prove that it was decided once. */
  decision: string;
}

/** Decided together, at most 64 at once. `seen` gets the size of every batch. */
export function batchedNotes(seen: number[] = [], kind = 'test.notes'): CommandKind<Note, NoteAnswer> {
  return {
    kind,
    batchMax: 64,
    decide: async (tx, commands) => {
      seen.push(commands.length);
      if (commands.some(({ body }) => body.fault === 'bug')) throw new Error('A planted bug');
      return commands.map((command): Verdict<NoteAnswer> => {
        if (command.body.fault === 'refused')
          return { ok: false, refusal: { code: 'test.refused', status: 422, detail: command.body.text } };
        return { ok: true, answer: write(tx, command) };
      });
    },
  };
}

/** Decided alone; a refusal comes after the writing, which it must undo. */
export const singleNotes: CommandKind<Note, NoteAnswer> = singleKind(
  'test.note',
  async (tx: Tx, command: Command<Note>) => {
    const answer = write(tx, command);
    await tx.flush();
    if (command.body.fault === 'refused') refuse('test.refused', command.body.text);
    if (command.body.fault === 'bug') throw new Error('A planted bug');
    return answer;
  },
);

function write(tx: Tx, { id, body }: Command<Note>): NoteAnswer {
  tx.later(sql`
    insert into platform.audit_entry (merchant_id, id, action, subject_id, detail) values (${tx.merchantId}, ${newId()}, 'test.note', ${id}, ${JSON.stringify({ text: body.text })})`);
  for (const stream of body.streams ?? ['catalog']) tx.changes.add(stream, { commandId: id, text: body.text });
  return { decision: newId() };
}
