/** The brass key on ink. Decoration: the name stands beside it. */
export function Logo({ size = 26 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#16233f" />
      <g fill="none" stroke="#e9b949" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="12" cy="12.5" r="5" />
        <path d="M15.8 16.1 24 24.2M20.4 20.7l2.6-2.6" />
      </g>
    </svg>
  );
}
