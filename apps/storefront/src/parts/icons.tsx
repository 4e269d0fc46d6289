/** The few drawings of the interface; they say nothing themselves, the words beside them do. */
import type { ComponentChildren } from 'preact';

const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width="22"
    height="22"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m16 16 4.5 4.5" />
  </Icon>
);
export const BasketIcon = () => (
  <Icon>
    <path d="M4.5 9.5h15l-1.4 9.2a1.5 1.5 0 0 1-1.5 1.3H7.4a1.5 1.5 0 0 1-1.5-1.3z" />
    <path d="M8.5 9.5 10.5 4M15.5 9.5 13.5 4" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="3.75" />
    <path d="M4.75 20c.6-3.9 3.5-6 7.25-6s6.650 2.100 7.250 6" />
  </Icon>
);
export const TruckIcon = () => (
  <Icon>
    <path d="M3 7h11v9H3zM14 10h3.6L21 13.2V16h-7z" />
    <circle cx="7.5" cy="17.5" r="1.75" />
    <circle cx="17" cy="17.5" r="1.75" />
  </Icon>
);
export const StoreIcon = () => (
  <Icon>
    <path d="M5 11v8.5h14V11M4 8.5 5.5 4h13L20 8.5c0 1.4-1 2.5-2.4 2.5S15 10 14.8 8.6C14.6 10 13.4 11 12 11s-2.6-1-2.8-2.4C9 10 7.8 11 6.4 11S4 9.9 4 8.5z" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);
