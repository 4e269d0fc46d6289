import { Select, type SelectProps } from '@mantine/core';
import { countries, countryName } from '@tandem/ui/countries.ts';
import { useLanguage } from '@tandem/ui/react/index.ts';

/** A country by its name in the person's language; the value is its ISO 3166 code. */
export function CountrySelect({ value, ...rest }: Omit<SelectProps, 'data' | 'searchable' | 'allowDeselect'>) {
  const { locale } = useLanguage();
  const known = countries(locale);
  // An address that came from elsewhere may name one that is not offered.
  const listed = !value || known.some(({ code }) => code === value);
  const all = listed ? known : [{ code: value, name: countryName(value, locale) }, ...known];
  return (
    <Select
      {...rest}
      value={value ?? null}
      data={all.map(({ code, name }) => ({ value: code, label: name }))}
      searchable
      allowDeselect={false}
    />
  );
}
