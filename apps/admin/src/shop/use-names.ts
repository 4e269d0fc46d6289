// Names of places by their ids.
import { useMemo } from 'react';
import { useShop } from './shop.ts';
import { useFormat } from './use-format.ts';

/** `location(id)` and `channel(id)` give names in the person's language; '' for an id that is not known. */
export function useNames() {
  const { locations, channels } = useShop();
  const { text } = useFormat();
  return useMemo(() => {
    const byLocation = new Map(locations.map((one) => [one.id, text(one.name)]));
    const byChannel = new Map(
      channels.map((one) => [
        one.id,
        one.kind === 'till' ? (byLocation.get(one.locationId ?? '') ?? text(one.name)) : text(one.name),
      ]),
    );
    return {
      location: (id: string | null) => byLocation.get(id ?? '') ?? '',
      channel: (id: string | null) => byChannel.get(id ?? '') ?? '',
    };
  }, [locations, channels, text]);
}
