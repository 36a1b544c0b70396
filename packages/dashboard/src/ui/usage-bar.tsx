import classes from './usage-bar.module.css';

/** How full a limit is. From nine tenths it warns, at the end it stops; the words beside it say the same. */
export function UsageBar({ share, label }: { readonly share: number; readonly label: string }) {
  const tone = share >= 1 ? 'full' : share >= 0.9 ? 'near' : 'room';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a meter element cannot be drawn alike in all browsers
    <div
      className={classes['bar']}
      role="meter"
      aria-label={label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={label}
    >
      <i data-tone={tone} style={{ width: `${Math.max(share * 100, share > 0 ? 2 : 0)}%` }} />
    </div>
  );
}
