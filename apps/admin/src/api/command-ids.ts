// Which id a command goes out with: the same one until the server has given its verdict on it.

export interface CommandIds {
  /** The id for this content: the one of the last try when the content is the same and no verdict came. */
  idFor(content: string): string;
  /** A verdict came (done or refused): the next try is another command. */
  settle(): void;
}

/** Keeps the id of one form's command over its retries. */
export function commandIds(makeId: () => string): CommandIds {
  let open: { content: string; id: string } | undefined;
  return {
    idFor(content) {
      if (open?.content !== content) open = { content, id: makeId() };
      return open.id;
    },
    settle() {
      open = undefined;
    },
  };
}
