/** What one transaction will tell each stream; rows of one stream travel together. */
export interface FeedChanges {
  add(stream: string, row: object): void;
  readonly streams: ReadonlyMap<string, object[]>;
}

export function newFeedChanges(): FeedChanges {
  const streams = new Map<string, object[]>();
  return {
    streams,
    add(stream, row) {
      const rows = streams.get(stream);
      if (rows === undefined) streams.set(stream, [row]);
      else rows.push(row);
    },
  };
}
