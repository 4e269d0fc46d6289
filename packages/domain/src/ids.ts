const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Is the text a UUID in its written form (8-4-4-4-12 hexadecimal digits, any version, any case)? */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
