import classes from './view-tabs.module.css';

interface ViewTabsProps<V extends string> {
  readonly label: string;
  readonly views: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** Saved views of a list, as a row of choices of which one is on. */
export function ViewTabs<V extends string>({ label, views, value, onChange }: ViewTabsProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks to a list.
    <div className={classes.tabs} role="group" aria-label={label}>
      {views.map((view) => (
        <button
          key={view.value}
          type="button"
          className={classes.tab}
          aria-pressed={view.value === value}
          onClick={() => onChange(view.value)}
        >
          {view.label}
        </button>
      ))}
    </div>
  );
}
