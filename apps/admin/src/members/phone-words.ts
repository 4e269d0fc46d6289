// How a member's phone number is written for people.

/** A number of Hong Kong or Macau in two groups of four; any other as it is kept, since its groups are not known. */
export function phoneWords(phone: string): string {
  return phone.replace(/^(\+85[23])(\d{4})(\d{4})$/, '$1 $2 $3');
}
