// Where goods are received or adjusted.
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';

/** The locations that the person works at, as choices, and the one to start with. */
export function useLocationChoice() {
  const { locations, scope, session } = useShop();
  const names = useNames();
  const own = session.staff.locationIds;
  const choices = locations
    .filter((one) => one.isActive && (own.length === 0 || own.includes(one.id)))
    .map((one) => ({ value: one.id, label: names.location(one.id) }));
  const looked = scope.kind === 'location' && choices.some((one) => one.value === scope.id) ? scope.id : undefined;
  return { choices, first: looked ?? (choices.length === 1 ? choices[0]?.value : undefined) ?? null };
}
