import { TagsInput, type TagsInputProps } from '@mantine/core';
import { useShop } from '../shop/shop.ts';
import { useMemberLabels } from './use-members.ts';

interface MemberLabelsInputProps extends TagsInputProps {
  readonly part: 'tiers' | 'tags';
}

/** Tiers or tags, offering those that members have: one that is written otherwise would reach nobody. */
export function MemberLabelsInput({ part, ...props }: MemberLabelsInputProps) {
  const { may } = useShop();
  const { data } = useMemberLabels(may('member.read'));
  // In place: a list elsewhere on the page would close the window that asks.
  return (
    <TagsInput
      maxTags={50}
      acceptValueOnBlur
      comboboxProps={{ withinPortal: false }}
      data={data?.[part].map(({ label }) => label) ?? []}
      {...props}
    />
  );
}
