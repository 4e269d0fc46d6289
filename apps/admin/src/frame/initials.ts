// A name in two signs, for a small round face.

/** The first letters of the first and the last Latin word; of a purely Chinese name its last two signs. */
export function initialsOf(name: string): string {
  const words = name.match(/\p{Script=Latin}+/gu) ?? [];
  if (words.length === 0) return name.trim().slice(-2);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
