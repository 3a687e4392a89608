interface FilterProps {
  readonly label: string;
  readonly path: string;
  readonly name: string;
  readonly current: string;
  readonly choices: readonly (readonly [string, string])[];
}

/** Links to the same list with another filter. */
export function Filter({ label, path, name, current, choices }: FilterProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {choices.map(([value, text]) => (
        <a href={`${path}?${name}=${value}`} aria-current={value === current ? "true" : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
